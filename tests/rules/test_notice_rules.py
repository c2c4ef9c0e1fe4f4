"""Notices: what a form must say for its colour, what is kept of it, and who approves."""

from typing import Any

import pytest

from bot.rules import notices
from bot.rules.colours import COLOURS, FILED_HERE, form_of
from bot.rules.errors import InvalidForm, Refusal
from bot.rules.notice_states import LIVE, OVER, PENDING, STANDING, awaits_approval
from storage.records.notices import Colour, Means, NoticeState
from storage.records.requests import Direction, Priority
from tests.notice_samples import RECEIVED, WHOLE, least
from tests.rules.examples import (
    ADA,
    BORIS,
    BOUNDS,
    CHIDI,
    COUNTRIES,
    DORA,
    a_notice,
    a_notice_form,
)

IN, OUT = Direction.INCOMING, Direction.OUTGOING
ONLY_RECEIVED = [colour for colour in Colour if colour not in FILED_HERE]


def _wrong(form: notices.NoticeForm) -> dict[str, str]:
    with pytest.raises(InvalidForm) as invalid:
        notices.check(form, BOUNDS)
    return invalid.value.errors


@pytest.mark.parametrize("colour", FILED_HERE)
def test_a_complete_form_of_each_colour_is_taken_as_it_is(colour: Colour) -> None:
    assert notices.check(a_notice_form(colour), BOUNDS, for_others=True) == WHOLE[colour]


@pytest.mark.parametrize("colour", FILED_HERE)
def test_what_the_desk_owes_is_taken_from_no_requester(colour: Colour) -> None:
    kept = notices.check(a_notice_form(colour), BOUNDS)

    assert WHOLE[colour].keys() - kept.keys() == {"nrs"}


@pytest.mark.parametrize("colour", FILED_HERE)
def test_the_least_of_each_colour_is_taken(colour: Colour) -> None:
    assert notices.check(a_notice_form(colour, answers=least(colour)), BOUNDS) == least(colour)


@pytest.mark.parametrize("means", Means)
@pytest.mark.parametrize("colour", Colour)
def test_each_colour_is_recorded_from_another_country(colour: Colour, means: Means) -> None:
    form = form_of(colour, IN)
    assert form is not None

    kept = notices.check(a_notice_form(colour, direction=IN, means=means), BOUNDS)

    assert kept == {name: answer for name, answer in RECEIVED.items() if form.ask(name)}


@pytest.mark.parametrize(("colour", "direction"), [(each, way) for each in Colour for way in Direction])
def test_only_what_is_needed_to_begin_is_asked_for_at_once(colour: Colour, direction: Direction) -> None:
    form = form_of(colour, direction)
    if form is None:
        return

    wrong = _wrong(a_notice_form(colour, direction=direction, answers={}))

    assert set(wrong) == {ask.name for ask in form.first if ask.required and ask.is_asked({})}
    assert set(wrong.values()) == {"Please fill this in."}


@pytest.mark.parametrize("colour", ONLY_RECEIVED)
def test_what_the_desk_only_receives_is_not_filed_here(colour: Colour) -> None:
    wrong = _wrong(a_notice_form(colour))

    assert wrong == {"direction": f"“{COLOURS[colour].label}” is only received here. Choose incoming."}


@pytest.mark.parametrize("colour", Colour)
def test_a_form_that_does_not_go_this_way_is_not_there(colour: Colour) -> None:
    there = notices.whole_form(colour, OUT, Means.NOTICE, for_others=False)

    assert (there is None) == (colour in ONLY_RECEIVED)


def test_all_faults_are_told_at_once() -> None:
    wrong = _wrong(a_notice_form(forename="", ncic="nonsense", warrant_on="2999-01-01"))

    assert set(wrong) == {"forename", "ncic", "warrant_on"}


def test_a_diffusion_names_the_countries_that_it_goes_to() -> None:
    wrong = _wrong(a_notice_form(Colour.GREEN, means=Means.DIFFUSION))
    kept = notices.check(a_notice_form(Colour.GREEN, means=Means.DIFFUSION, recipients="FR,ZA"), BOUNDS)

    assert set(wrong) == {"recipients"}
    assert kept["recipients"] == "FR,ZA"


@pytest.mark.parametrize("direction", Direction)
def test_a_notice_goes_to_all_members_and_one_from_abroad_names_none(direction: Direction) -> None:
    means = Means.NOTICE if direction is OUT else Means.DIFFUSION

    kept = notices.check(a_notice_form(direction=direction, means=means, recipients="FR"), BOUNDS)

    assert "recipients" not in kept


def test_an_agency_that_was_typed_is_meant_rather_than_the_remembered_one() -> None:
    kept = notices.check(a_notice_form(agency_typed="Placeholder Police"), BOUNDS)

    assert kept["agency"] == "Placeholder Police"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"channel": "telephone"}, "Give the number to call back."),
        ({"call_back": "202-555-0100"}, "Say by which way they reached you."),
    ],
)
def test_a_caller_has_a_number_and_a_way(given: dict[str, Any], sentence: str) -> None:
    assert _wrong(a_notice_form(**given)) == {"call_back": sentence}


def test_who_called_is_kept() -> None:
    caller: dict[str, Any] = {"channel": "telephone", "call_back": "202-555-0100"}

    kept = notices.check(a_notice_form(**caller), BOUNDS)

    assert kept.items() >= caller.items()


def test_stray_spaces_are_not_kept() -> None:
    kept = notices.check(a_notice_form(agency=" a ", agency_case=" 1 ", forename=" Edgar "), BOUNDS)

    assert (kept["agency"], kept["agency_case"], kept["forename"]) == ("a", "1", "Edgar")


def test_an_answer_to_what_is_not_asked_any_more_is_not_kept() -> None:
    unidentified = a_notice_form(Colour.YELLOW, subject="unidentified", description="Invented")

    assert not {"family_name", "forename", "birth"} & set(notices.check(unidentified, BOUNDS))


def test_what_only_hidden_answers_would_ask_for_is_not_kept() -> None:
    of_a_parent = {"by_a_parent": "yes", "custody": "order", "custody_order": "Example Court, 2026"}
    child = a_notice_form(Colour.YELLOW, **of_a_parent)
    adult = a_notice_form(Colour.YELLOW, subject="adult", birth="1990", **of_a_parent)

    assert notices.check(child, BOUNDS).items() >= of_a_parent.items()
    assert not of_a_parent.keys() & notices.check(adult, BOUNDS).keys()


@pytest.mark.parametrize(
    ("colour", "answers"),
    [(Colour.YELLOW, {"subject": "unidentified"}), (Colour.BLUE, {"known": "no"})],
)
def test_somebody_who_has_to_be_identified_needs_no_name(colour: Colour, answers: dict[str, str]) -> None:
    nameless = {**least(colour), **answers, "family_name": "", "forename": "", "birth": ""}

    assert notices.check(a_notice_form(colour, answers=nameless), BOUNDS)


def test_all_answers_of_a_filed_notice_are_known_by_the_names_of_its_form() -> None:
    notice = a_notice(control_number="A-1/3-2026", agency_case="2026/17", agency_id="x")

    assert notices.answers_of(notice) == {
        **notice.answers,
        "agency_case": "2026/17",
        "control_number": "A-1/3-2026",
        "agency_registered": "yes",
    }


def test_what_is_not_known_of_a_notice_is_no_answer() -> None:
    assert notices.answers_of(a_notice(answers={}, agency_id=None, agency_case="")) == {}


@pytest.mark.parametrize(("colour", "direction"), [(each, way) for each in Colour for way in Direction])
def test_whatever_was_asked_may_be_added_but_for_what_is_settled(
    colour: Colour, direction: Direction
) -> None:
    form = form_of(colour, direction)
    if form is None:
        return

    added = notices.added_form(a_notice(colour=colour, direction=direction))

    settled = {"agency", "agency_typed", "request_reference", "control_number"}
    assert {ask.name for ask in added.asks} == {ask.name for ask in form.asks} - settled
    assert added.first == ()
    assert all(section.asks for section in added.sections)


@pytest.mark.parametrize(
    ("colour", "answers", "protected"),
    [
        pytest.param(Colour.BLUE, {"role": "victim", "birth": "1980"}, True, id="a victim of age"),
        pytest.param(Colour.BLUE, {"role": "witness", "birth": "1980"}, False, id="a witness"),
        pytest.param(Colour.YELLOW, {"subject": "child"}, True, id="a child of unknown birth"),
        pytest.param(Colour.YELLOW, {"subject": "adult", "birth": "1980"}, False, id="a missing adult"),
        pytest.param(Colour.RED, {"birth": "2008"}, True, id="eighteen this year, perhaps not yet"),
        pytest.param(Colour.RED, {"birth": "2007"}, False, id="nineteen this year"),
        pytest.param(Colour.YELLOW, {"subject": "unidentified"}, False, id="nobody knows"),
    ],
)
def test_a_victim_and_a_child_are_shown_by_initials(
    colour: Colour, answers: dict[str, str], protected: bool
) -> None:
    assert notices.is_protected(a_notice(colour=colour, answers=answers)) is protected


@pytest.mark.parametrize(
    ("subject", "priority"), [("child", "urgent"), ("adult", "normal"), ("unidentified", "normal")]
)
def test_a_missing_child_is_urgent_unless_somebody_says_otherwise(subject: str, priority: str) -> None:
    assert notices.usual_priority({"subject": subject}) == priority


def test_a_notice_goes_as_fast_as_its_answers_say_and_an_older_one_as_usual() -> None:
    assert notices.priority_of(a_notice(answers={"priority": "flash"})) is Priority.FLASH
    assert notices.priority_of(a_notice(answers={"subject": "child"})) is Priority.NORMAL


def test_over_standing_and_pending_are_all_states_and_do_not_overlap() -> None:
    parts = (OVER, STANDING, PENDING)

    assert frozenset().union(*parts) == frozenset(NoticeState)
    assert sum(len(part) for part in parts) == len(NoticeState)
    assert PENDING | STANDING == LIVE


@pytest.mark.parametrize("state", NoticeState)
@pytest.mark.parametrize("colour", Colour)
def test_a_red_notice_awaits_its_approval_in_legal_review_and_any_other_in_review(
    colour: Colour, state: NoticeState
) -> None:
    due = NoticeState.LEGAL_REVIEW if colour is Colour.RED else NoticeState.REVIEW

    assert awaits_approval(a_notice(colour=colour, state=state)) == (state is due)


@pytest.mark.parametrize(
    ("approver", "sentence"),
    [(ADA, "You filed"), (BORIS, "You claimed"), (DORA, "You claimed")],
)
def test_who_filed_or_has_ever_claimed_a_notice_does_not_approve_it(approver: Any, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        notices.check_approver(a_notice(filed_by=ADA, owner=BORIS), approver, claimers={DORA, BORIS})


def test_a_second_pair_of_eyes_approves() -> None:
    notices.check_approver(a_notice(filed_by=ADA, owner=BORIS), CHIDI)


def test_an_unknown_country_is_told_before_any_answer_is_looked_at() -> None:
    assert set(_wrong(a_notice_form(country="US", forename=""))) == {"country"}
    with pytest.raises(InvalidForm, match="not a member"):
        notices.check_beginning(Colour.RED, OUT, "XX", countries=COUNTRIES)
