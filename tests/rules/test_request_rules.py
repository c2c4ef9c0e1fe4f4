"""A form of a request: which fields need another look, and what is kept of the rest."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.rules import requests
from bot.rules.errors import InvalidForm
from bot.rules.fields import earliest_today, latest_today
from bot.rules.kinds import KINDS
from storage.records.requests import Channel, Direction, OnBehalf, RequestKind
from tests.rules.examples import BOUNDS, LIMIT, a_request_form
from tests.rules.filled import whole

IN, OUT = Direction.INCOMING, Direction.OUTGOING
TRAVEL = RequestKind.TRAVEL
EACH_WAY = [
    pytest.param(kind, direction, id=f"{row.word}-{direction}")
    for kind, row in KINDS.items()
    for direction in row.forms
]


def _faults(**changes: Any) -> dict[str, str]:
    with pytest.raises(InvalidForm) as invalid:
        requests.check(a_request_form(**changes), BOUNDS)
    return invalid.value.errors


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        pytest.param({"country": "US"}, {"country"}, id="the desk's own country"),
        pytest.param({"country": "XX"}, {"country"}, id="no member"),
        pytest.param({"country": "HK"}, {"country"}, id="a sub-bureau"),
        pytest.param({"country": "XA"}, {"country"}, id="a member no more"),
        pytest.param({"agency": " "}, {"agency"}, id="no agency"),
        pytest.param({"kind": TRAVEL, "departs_on": "2026-03-01"}, {"departs_on"}, id="left yesterday"),
        pytest.param({"kind": TRAVEL, "departs_on": "soon"}, {"departs_on"}, id="no date"),
        pytest.param({"facts": "", "family_name": ""}, {"facts", "family_name"}, id="two at once"),
        pytest.param({"facts": "x" * (LIMIT + 1)}, {"facts"}, id="too long"),
        pytest.param({"agency_case": "x" * (LIMIT + 1)}, {"agency_case"}, id="a number too long"),
        pytest.param({"priority": "at once"}, {"priority"}, id="no priority"),
        pytest.param({"ncic": "12345"}, {"ncic"}, id="no number of that shape"),
        pytest.param(
            {"on_behalf": OnBehalf(channel=Channel.TELEPHONE, call_back="")}, {"call_back"}, id="no call back"
        ),
        pytest.param({"call_back": "202-555-0100"}, {"call_back"}, id="no way"),
        pytest.param({"kind": RequestKind.MISSING_CHILD, "birth": "2007"}, {"birth"}, id="no child"),
        pytest.param({"channel": "pigeon", "call_back": "1"}, {"channel"}, id="a way of no list"),
    ],
)
def test_a_form_says_which_fields_need_another_look(changes: dict[str, Any], fields: set[str]) -> None:
    assert set(_faults(**changes)) == fields


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"agency_case": ""},
        {"contact": ""},
        {"priority": ""},
        {"facts": "x" * LIMIT},
        {"agency": "", "agency_typed": "Example Harbor Patrol"},
        {"kind": TRAVEL, "departs_on": "2026-03-02"},
        {"on_behalf": OnBehalf(channel=Channel.EMAIL, call_back="202-555-0100")},
    ],
)
def test_a_form_with_what_is_needed_is_taken(changes: dict[str, Any]) -> None:
    assert requests.check(a_request_form(**changes), BOUNDS)


@pytest.mark.parametrize(("kind", "direction"), EACH_WAY)
def test_the_fewest_answers_and_all_of_them_are_taken(kind: RequestKind, direction: Direction) -> None:
    few = requests.check(a_request_form(kind=kind, direction=direction), BOUNDS)
    every = a_request_form(kind=kind, direction=direction, answers=whole(kind, direction))

    assert set(requests.check(every, BOUNDS)) == set(every.answers) > set(few) - {"contact", "agency_case"}


@pytest.mark.parametrize(("kind", "direction"), EACH_WAY)
def test_what_is_kept_can_be_sent_again(kind: RequestKind, direction: Direction) -> None:
    form = a_request_form(kind=kind, direction=direction, answers=whole(kind, direction))
    kept = requests.check(form, BOUNDS)

    assert requests.check(a_request_form(kind=kind, direction=direction, answers=kept), BOUNDS) == kept


def test_the_desks_own_country_is_refused_with_its_reason() -> None:
    assert "the United States' own bureau" in _faults(country="US")["country"]


@pytest.mark.parametrize("kind", [kind for kind, row in KINDS.items() if IN not in row.forms])
def test_a_kind_that_does_not_go_that_way_says_which_way_it_goes(kind: RequestKind) -> None:
    faults = _faults(kind=kind, direction=IN, answers={})

    assert set(faults) == {"direction"}
    assert f"“{KINDS[kind].label}” is outgoing only." in faults["direction"]


def test_stray_spaces_and_what_nobody_asked_are_not_kept() -> None:
    kept = requests.check(a_request_form(facts=" Facts. ", contact=" Me ", stray="x"), BOUNDS)

    assert (kept["facts"], kept["contact"]) == ("Facts.", "Me")
    assert "stray" not in kept


def test_an_agency_of_no_list_counts_as_the_agency() -> None:
    kept = requests.check(a_request_form(agency="", agency_typed="Example Harbor Patrol"), BOUNDS)

    assert kept["agency"] == "Example Harbor Patrol"


@pytest.mark.parametrize(
    ("changes", "later"),
    [
        ({"departs_on": "2026-05-17", "returns_on": "2026-05-16"}, "returns_on"),
        ({"direction": IN, "arrives_on": "2026-05-17", "returns_on": "2026-05-16"}, "returns_on"),
    ],
)
def test_days_that_contradict_each_other_are_named(changes: dict[str, Any], later: str) -> None:
    faults = _faults(kind=TRAVEL, **changes)

    assert set(faults) == {later}
    assert "2026-05-17" in faults[later]


@pytest.mark.parametrize("kind", [kind for kind, row in KINDS.items() if row.minors])
@pytest.mark.parametrize("birth", ["2007", "2007-12-31", "05/17/1990"])
def test_who_is_of_age_by_the_year_is_no_missing_child(kind: RequestKind, birth: str) -> None:
    faults = _faults(kind=kind, birth=birth)

    assert set(faults) == {"birth"}
    assert "is of age. Check the year, or ask for a missing adult instead." in faults["birth"]


@pytest.mark.parametrize("birth", ["2008", "2008-01-01", "05/17/2018", "2026-03-02"])
def test_who_may_still_be_seventeen_is_a_child(birth: str) -> None:
    kept = requests.check(a_request_form(kind=RequestKind.MISSING_CHILD, birth=birth), BOUNDS)

    assert kept["birth"][:4] in birth


@pytest.mark.parametrize("kind", [RequestKind.MISSING_ADULT, RequestKind.VICTIM_OR_WITNESS, TRAVEL])
def test_no_other_kind_asks_how_old_somebody_is(kind: RequestKind) -> None:
    given = {"person_is": "missing", "birth": "1950", "family_name": "Example", "forename": "Edgar"}

    assert requests.check(a_request_form(kind=kind, **given), BOUNDS)["birth"] == "1950"


@pytest.mark.parametrize("day", ["2026-05-17", "2026-05-18"])
def test_a_journey_of_one_day_is_one(day: str) -> None:
    requests.check(a_request_form(kind=TRAVEL, departs_on="2026-05-17", returns_on=day), BOUNDS)


def test_readers_east_and_west_of_the_desk_have_another_day() -> None:
    assert latest_today(datetime(2026, 3, 2, 23, 0, tzinfo=UTC)).isoformat() == "2026-03-03"
    assert earliest_today(datetime(2026, 3, 2, 1, 0, tzinfo=UTC)).isoformat() == "2026-03-01"
