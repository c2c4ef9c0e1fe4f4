"""What becomes of a request's answers: who asked, when somebody leaves, and what may be added later."""

import pytest

from bot.rules import requests
from bot.rules.answers import check
from bot.rules.errors import InvalidForm
from bot.rules.kinds import KINDS
from bot.rules.requests import BASICS, COLUMNS, SETTLED, added_form, answers_of, whole_form
from storage.records.requests import Channel, Direction, OnBehalf, Priority, RequestKind, RequestState
from tests.rules.examples import BOUNDS, a_request, a_request_form
from tests.rules.filled import whole

IN, OUT = Direction.INCOMING, Direction.OUTGOING
EACH_WAY = [
    pytest.param(kind, direction, id=f"{row.word}-{direction}")
    for kind, row in KINDS.items()
    for direction in row.forms
]
of_each_form = pytest.mark.parametrize(("kind", "direction"), EACH_WAY)


def test_over_and_live_are_all_states() -> None:
    assert RequestState.CORRECTING in requests.LIVE
    assert set(RequestState) == requests.LIVE | requests.OVER
    assert not requests.LIVE & requests.OVER


def test_who_called_is_kept_for_whoever_files_for_others() -> None:
    caller = OnBehalf(channel=Channel.NRS, call_back="202-555-0100")
    form = a_request_form(on_behalf=caller)

    assert form.is_on_behalf
    assert requests.on_behalf(requests.check(form, BOUNDS)) == caller
    assert not a_request_form().is_on_behalf
    assert requests.on_behalf(requests.check(a_request_form(), BOUNDS)) is None


@of_each_form
def test_only_who_files_for_others_is_asked_who_called(kind: RequestKind, direction: Direction) -> None:
    own, for_others = (whole_form(kind, direction, for_others=each) for each in (False, True))

    assert own is not None
    assert for_others is not None
    assert own.ask("channel") is None
    assert for_others.ask("channel") is not None


def test_no_form_is_drawn_for_a_way_that_a_kind_does_not_go() -> None:
    assert whole_form(RequestKind.FUGITIVE, IN, for_others=True) is None


@pytest.mark.parametrize(
    ("kept", "day"),
    [
        ({"departs_on": "2026-05-17"}, "2026-05-17"),
        ({"removed_on": "2026-05-18"}, "2026-05-18"),
        ({"arrives_on": "2026-05-19"}, None),
        ({"departs_on": ""}, None),
        ({}, None),
    ],
)
def test_somebody_leaves_for_the_country_asked_on_that_day(kept: dict[str, str], day: str | None) -> None:
    assert requests.departure(kept) == day


def test_the_answers_of_a_filed_request_are_all_by_the_names_of_its_form() -> None:
    request = a_request(
        answers={"sex": "male"}, facts="Facts.", contact="", agency_case="7", priority=Priority.FLASH
    )

    assert answers_of(request) == {
        "sex": "male",
        "facts": "Facts.",
        "agency_case": "7",
        "offence": "kidnapping",
        "priority": "flash",
    }


@of_each_form
def test_everything_but_who_asks_can_be_added_to_and_nothing_twice(
    kind: RequestKind, direction: Direction
) -> None:
    form = whole_form(kind, direction, for_others=False)
    added = added_form(kind, direction)
    names = [ask.name for ask in added.asks]

    assert form is not None
    assert len(names) == len(set(names))
    assert set(names) == {ask.name for ask in form.asks} - SETTLED


@of_each_form
def test_what_was_asked_first_is_a_section_of_its_own_and_none_is_empty(
    kind: RequestKind, direction: Direction
) -> None:
    added = added_form(kind, direction)

    assert added.first == ()
    assert added.sections[-1].name == BASICS
    assert all(section.asks for section in added.sections)
    assert len({section.name for section in added.sections}) == len(added.sections)


@of_each_form
def test_each_section_takes_what_a_filed_request_has(kind: RequestKind, direction: Direction) -> None:
    before = answers_of(a_request(kind=kind, direction=direction, answers=_own(kind, direction)))

    for section in added_form(kind, direction).sections:
        kept = check(section.asks, before, BOUNDS)

        assert kept == {ask.name: before[ask.name] for ask in section.asks if ask.name in before}


def _own(kind: RequestKind, direction: Direction) -> dict[str, str]:
    kept = requests.check(
        a_request_form(kind=kind, direction=direction, answers=whole(kind, direction)), BOUNDS
    )
    return {name: answer for name, answer in kept.items() if name not in COLUMNS}


def test_an_old_request_that_went_a_way_its_kind_does_not_go_any_more_can_be_added_to() -> None:
    """Before each kind had a form of its own, another country's fugitive could be filed as one."""
    added = added_form(RequestKind.FUGITIVE, IN)

    assert added.ask("agency_case") is not None


def test_days_are_checked_over_all_sections() -> None:
    requests.check_days({"departs_on": "2026-05-17", "returns_on": "2026-05-17"})

    with pytest.raises(InvalidForm, match="2026-05-17"):
        requests.check_days({"departs_on": "2026-05-17", "returns_on": "2026-05-16"})
    with pytest.raises(InvalidForm, match="2026-05-18"):
        requests.check_days({"told_registry_on": "2026-05-18", "departs_on": "2026-05-17"})
