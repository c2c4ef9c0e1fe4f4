"""Filing: every kind in every direction, once for each form, by whom it may be and for which agency."""

from datetime import timedelta

import pytest

from bot.rules.errors import InvalidForm
from bot.rules.kinds import KINDS, form_of
from storage.records.requests import Channel, Direction, OnBehalf, Priority, RequestKind, RequestState
from tests.desk.around import both_databases
from tests.desk.floor import (
    OFFICER,
    REQUESTER,
    Floor,
)

EVERY_FORM = [(kind, direction) for kind, row in KINDS.items() for direction in row.forms]
CALLER = OnBehalf(channel=Channel.TELEPHONE, call_back="202-555-0100")


@pytest.mark.parametrize(("kind", "direction"), EVERY_FORM)
def test_a_request_of_each_kind_and_direction_is_filed_with_the_least_that_it_needs(
    floor: Floor, kind: RequestKind, direction: Direction
) -> None:
    filed = floor.file(kind=kind, direction=direction)
    request = filed.request

    assert (request.kind, request.direction, request.country) == (kind, direction, "FR")
    assert (request.priority, request.offence) == (
        (KINDS[kind].priority, KINDS[kind].offence or "")
        if kind is not RequestKind.FUGITIVE
        else (Priority.NORMAL, "kidnapping")
    )
    assert request.state is RequestState.SUBMITTED
    assert request == floor.request(request.id)
    assert filed.answer_by - floor.clock.now() in {timedelta(hours=24), timedelta(days=10)}
    assert floor.desk.requests.card(request.id) is not None
    assert floor.desk.requests.own(request.id) is not None
    assert floor.desk.requests.details(OFFICER, request.id).request == request


@pytest.mark.parametrize(
    "kind",
    [kind for kind, row in KINDS.items() if Direction.INCOMING not in row.forms],
)
def test_what_goes_one_way_only_is_not_filed_the_other_way(floor: Floor, kind: RequestKind) -> None:
    with pytest.raises(InvalidForm) as invalid:
        floor.file(kind=kind, direction=Direction.INCOMING)

    assert set(invalid.value.errors) == {"direction"}
    assert "outgoing only" in invalid.value.errors["direction"]


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        (RequestKind.MISSING_CHILD, "birth"),
        (RequestKind.TRAVEL, "departs_on"),
        (RequestKind.REMOVAL, "predator"),
        (RequestKind.CYBERTIP, "reported_on"),
        (RequestKind.WEB_ADDRESS, "address"),
        (RequestKind.INQUIRY, "facts"),
        (RequestKind.FUGITIVE, "agency"),
    ],
)
def test_what_is_needed_and_missing_stands_beside_its_field_and_nothing_is_kept(
    floor: Floor, kind: RequestKind, missing: str
) -> None:
    with pytest.raises(InvalidForm) as invalid:
        floor.file(REQUESTER, "k", kind=kind, **{missing: ""})

    assert set(invalid.value.errors) == {missing}
    assert floor.told() == []


@both_databases
def test_the_filer_learns_what_is_still_missing_and_who_owes_it(floor: Floor) -> None:
    filed = floor.file(kind=RequestKind.MISSING_CHILD, police_report="EX-1", agency_case="")

    assert "Police report" not in filed.missing["the agency"]
    assert "The agency's case number" in filed.missing["the agency"]
    assert filed.missing["the desk"] == (
        "National Center for Missing and Exploited Children told",
        "State Department, Office of Children's Issues told",
    )


def test_an_offence_that_was_not_stated_is_owed_by_the_agency_until_it_is(floor: Floor) -> None:
    filed = floor.file(kind=RequestKind.MISSING_CHILD)
    request = filed.request
    added = floor.desk.requests.add(REQUESTER, request.id, "case", {"offence": "kidnapping"})
    own = floor.desk.requests.own(request.id)

    assert "Offence" in filed.missing["the agency"]
    assert (request.offence, added.offence) == ("", "kidnapping")
    assert own is not None
    assert "Offence" not in own.missing["the agency"]


def test_an_offence_that_is_known_is_not_taken_back_by_leaving_it_empty(floor: Floor) -> None:
    request = floor.file_request(offence="kidnapping")

    assert floor.desk.requests.add(REQUESTER, request.id, "case", {"offence": ""}).offence == "kidnapping"


def test_who_is_of_age_is_not_filed_as_a_child(floor: Floor) -> None:
    with pytest.raises(InvalidForm, match="is of age") as invalid:
        floor.file(kind=RequestKind.MISSING_CHILD, birth="05/17/2000")

    assert set(invalid.value.errors) == {"birth"}
    assert floor.file_request(kind=RequestKind.MISSING_ADULT, person_is="missing", birth="05/17/2000")


@pytest.mark.parametrize(("days", "late"), [(20, True), (21, False)])
def test_a_journey_that_was_announced_late_is_marked(floor: Floor, days: int, late: bool) -> None:
    departs_on = (floor.today + timedelta(days=days)).isoformat()
    filed = floor.file(kind=RequestKind.TRAVEL, departs_on=departs_on)
    card = floor.desk.requests.card(filed.request.id)

    assert filed.late is late
    assert card is not None
    assert card.late is late


@both_databases
def test_the_same_key_files_once_and_answers_with_the_same_request(floor: Floor) -> None:
    first = floor.file(key="form-1")
    floor.told()
    again = floor.file(key="form-1", forename="Another", country="ZA")

    assert again.request == first.request
    assert floor.told() == []


def test_a_section_is_checked_by_what_was_answered_before_it_opened(floor: Floor) -> None:
    form = form_of(RequestKind.INQUIRY, Direction.OUTGOING)
    pasted = {"arrest": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA"}
    assert form is not None
    floor.desk.requests.check_section(REQUESTER, form, "more", {"asked": "identity", **pasted})

    with pytest.raises(InvalidForm) as invalid:
        floor.desk.requests.check_section(REQUESTER, form, "more", {"asked": "arrest", **pasted})

    assert set(invalid.value.errors) == {"arrest"}
