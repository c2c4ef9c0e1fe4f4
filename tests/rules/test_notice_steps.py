"""Steps of a notice: which buttons stand on its card in each state, by colour, direction and means."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.rules import endings, notice_offers
from bot.rules import notice_steps as steps
from bot.rules.colours import FILED_HERE
from bot.rules.notice_states import IN_FORCE, LIVE, OVER, UNSENT, in_force, with_secretariat
from bot.rules.steps import Step
from storage.records.notices import Colour, Means, Notice, NoticeState
from storage.records.requests import Direction
from tests.rules.examples import a_notice
from tests.rules.lives_of_notices import TABLES

S = NoticeState
IN, OUT = Direction.INCOMING, Direction.OUTGOING

each_table = pytest.mark.parametrize(("notice", "table"), TABLES.values(), ids=TABLES)


def _rows(table: str) -> dict[NoticeState, list[str]]:
    lines = (line.split(maxsplit=1) for line in table.strip().splitlines() if line)
    return {NoticeState(state): labels.split("; ") for state, labels in lines}


def _in(notice: Notice, state: NoticeState) -> Notice:
    changes: dict[str, Any] = {"colour": notice.colour, "direction": notice.direction, "state": state}
    return a_notice(means=notice.means, answers=notice.answers, **changes)


@each_table
def test_the_buttons_of_a_card(notice: Notice, table: str) -> None:
    for state, labels in _rows(table).items():
        offered = [each.label for each in notice_offers.offered(_in(notice, state)) if not each.aside]

        assert offered == labels, state


@each_table
def test_the_table_has_each_state_that_such_a_notice_reaches(notice: Notice, table: str) -> None:
    assert set(_rows(table)) == _reached(notice) - OVER


@each_table
def test_each_state_leads_to_an_end(notice: Notice, table: str) -> None:
    for state in _rows(table):
        assert _reached(_in(notice, state)) & OVER, state


@pytest.mark.parametrize("state", sorted(OVER))
def test_what_is_over_has_no_steps(state: NoticeState) -> None:
    for notice, _ in TABLES.values():
        over = _in(notice, state)

        assert (notice_offers.offered(over), notice_offers.offered_to_filer(over)) == ((), ())


def test_every_state_is_reached_by_some_notice() -> None:
    assert frozenset().union(*(_reached(notice) for notice, _ in TABLES.values())) == frozenset(S)


@pytest.mark.parametrize(
    ("name", "states", "colours", "directions"),
    [
        ("supplement", LIVE, set(Colour), set(Direction)),
        ("link", LIVE, set(Colour), set(Direction)),
        ("hand", LIVE - {S.SUBMITTED}, set(Colour), set(Direction)),
        ("alert", LIVE, set(Colour), {IN}),
        ("update", IN_FORCE, set(Colour), {OUT}),
        ("renew", {S.PUBLISHED, S.CIRCULATED}, set(Colour), {OUT}),
        ("travelled", IN_FORCE, {Colour.GREEN}, {OUT}),
    ],
)
def test_what_moves_nothing_on_stands_in_a_second_row(
    name: str, states: set[NoticeState], colours: set[Colour], directions: set[Direction]
) -> None:
    for state in S:
        for colour in Colour:
            for direction in Direction:
                notice = a_notice(colour=colour, direction=direction, state=state)
                aside = {each.name for each in notice_offers.offered(notice) if each.aside}

                fits = state in states and colour in colours and direction in directions
                assert (name in aside) == fits, notice


@pytest.mark.parametrize("state", S)
def test_who_filed_it_adds_sends_what_is_missing_and_takes_back_what_is_unsent(state: NoticeState) -> None:
    offered = [each.name for each in notice_offers.offered_to_filer(a_notice(state=state))]

    may = {"info": state is S.NEEDS_INFO, "supplement": state in LIVE, "take_back": state in UNSENT}
    assert offered == [name for name, stands in may.items() if stands]


@pytest.mark.parametrize("state", S)
def test_what_is_the_filers_stands_on_no_card(state: NoticeState) -> None:
    names = {each.name for each in notice_offers.offered(a_notice(state=state))}

    assert names.isdisjoint(steps.OF_THE_FILER)


@pytest.mark.parametrize("colour", FILED_HERE)
@pytest.mark.parametrize("means", Means)
def test_a_notice_goes_through_the_general_secretariat_and_a_diffusion_does_not(
    colour: Colour, means: Means
) -> None:
    reached = _reached(a_notice(colour=colour, means=means))

    assert (S.SENT in reached) == (S.PUBLISHED in reached) == (means is Means.NOTICE)
    assert (S.CIRCULATED in reached) == (means is Means.DIFFUSION)


def test_each_step_is_found_by_its_name_and_named_once() -> None:
    assert [steps.step_named(step.name) for step in steps.STEPS] == list(steps.STEPS)
    assert steps.step_named("no_such_step") is None


def _reached(notice: Notice) -> frozenset[NoticeState]:
    """Every state to which the steps lead that stand open, from the one in which it is."""
    reached, fresh = {notice.state}, {notice.state}
    while fresh:
        at = [_in(notice, state) for state in fresh]
        fresh = {to for each in at for step in _open(each) for to in _leads(step, each)} - reached
        reached |= fresh
    return frozenset(reached)


def _open(notice: Notice) -> Iterator[Step[NoticeState]]:
    return (step for step in steps.STEPS if notice_offers.is_open(step, notice))


def _leads(step: Step[NoticeState], notice: Notice) -> set[NoticeState]:
    """Where a step leads whose row leaves it to the desk or to the answers."""
    if step.to is not None:
        return {step.to}
    match step.name:
        case "end":
            [end] = [ask for ask in endings.asks_of_end(notice) if ask.name == "end"]
            return {NoticeState(value) for value, _ in end.choices}
        case "query_answered":
            return {with_secretariat(notice)}
        case "resume" | "goes_on" | "called_off":
            return {in_force(notice)}
        case "replied" if notice.direction is IN:
            return {in_force(notice)}
    return {notice.state}
