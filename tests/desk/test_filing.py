"""Filing: every kind in every direction, once for each form, by whom it may be and for which agency."""

from datetime import timedelta

import pytest

from bot.rules.errors import DeskError, InvalidForm, Refusal
from bot.rules.kinds import KINDS
from storage.records.people import Person
from storage.records.requests import Channel, Direction, OnBehalf, Priority, RequestKind, RequestState
from tests.desk.floor import (
    ADMITTED,
    AUDITOR,
    NEWCOMER,
    OFFICER,
    OPERATOR,
    REQUESTER,
    STRANGER,
    SUPERVISOR,
    Floor,
)
from tests.storage.examples import all_at_once

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
        (KINDS[kind].priority, KINDS[kind].offence)
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
        floor.file(kind=kind, **{missing: ""})

    assert set(invalid.value.errors) == {missing}
    assert floor.told() == []


def test_the_filer_learns_what_is_still_missing_and_who_owes_it(floor: Floor) -> None:
    filed = floor.file(kind=RequestKind.MISSING_CHILD, police_report="EX-1", agency_case="")

    assert "Police report" not in filed.missing["the agency"]
    assert "The agency's case number" in filed.missing["the agency"]
    assert filed.missing["the desk"] == (
        "National Center for Missing and Exploited Children told",
        "State Department, Office of Children's Issues told",
    )


@pytest.mark.parametrize(("days", "late"), [(20, True), (21, False)])
def test_a_journey_that_was_announced_late_is_marked(floor: Floor, days: int, late: bool) -> None:
    departs_on = (floor.today + timedelta(days=days)).isoformat()
    filed = floor.file(kind=RequestKind.TRAVEL, departs_on=departs_on)
    card = floor.desk.requests.card(filed.request.id)

    assert filed.late is late
    assert card is not None
    assert card.late is late


def test_the_same_key_files_once_and_answers_with_the_same_request(floor: Floor) -> None:
    first = floor.file(key="form-1")
    floor.told()
    again = floor.file(key="form-1", forename="Another", country="ZA")

    assert again.request == first.request
    assert floor.told() == []


def test_the_same_key_sent_by_eight_threads_files_once(floor: Floor) -> None:
    filed = all_at_once(8, lambda _: floor.file(key="form-1"))

    assert {each.request.reference for each in filed} == {"LR-2026-00001"}
    assert sum(each.startswith("request_card") for each in floor.told()) == 1


def test_whose_agency_is_known_need_not_name_it_again(floor: Floor) -> None:
    remembered = floor.desk.requests.remembered(ADMITTED)

    assert remembered == {"agency": "harbor-city-police"}


def test_agency_and_contact_of_the_last_request_are_remembered(floor: Floor) -> None:
    nothing = floor.desk.requests.remembered(REQUESTER)
    floor.file_another(key="1", contact="Night desk")
    floor.clock.advance(minutes=1)
    floor.file_another(key="2", contact="Day desk", agency="harbor-city-police")

    assert nothing == {}
    assert floor.desk.requests.remembered(REQUESTER) == {
        "agency": "harbor-city-police",
        "contact": "Day desk",
    }
    assert floor.desk.requests.remembered(SUPERVISOR) == {}


def test_what_was_filed_for_a_caller_is_not_remembered_as_ones_own(floor: Floor) -> None:
    floor.file_request(OFFICER, contact="A caller", on_behalf=CALLER)

    assert floor.desk.requests.remembered(OFFICER) == {}


def test_an_agency_that_the_registry_does_not_have_is_not_remembered(floor: Floor) -> None:
    floor.file_request(agency="An agency of no registry")

    assert floor.desk.requests.remembered(REQUESTER)["agency"] == ""


def test_an_agency_that_was_removed_while_the_form_was_open_is_refused(floor: Floor) -> None:
    floor.desk.registry_edits.remove_agency(OPERATOR, "example-city-police", 1)
    with pytest.raises(InvalidForm) as invalid:
        floor.file()

    assert set(invalid.value.errors) == {"agency"}
    assert floor.told() == []


def test_an_agency_that_was_removed_since_is_not_remembered(floor: Floor) -> None:
    floor.file_request(contact="Night desk")
    floor.desk.registry_edits.remove_agency(OPERATOR, "example-city-police", 1)

    assert floor.desk.requests.remembered(REQUESTER) == {"agency": "", "contact": "Night desk"}


@pytest.mark.parametrize("asker", [REQUESTER, ADMITTED])
def test_a_requester_files_on_behalf_of_nobody(floor: Floor, asker: Person) -> None:
    with pytest.raises(Refusal):
        floor.file_request(asker, on_behalf=CALLER, agency="harbor-city-police")

    assert floor.told() == []


@pytest.mark.parametrize("asker", [OFFICER, SUPERVISOR])
def test_the_desk_files_for_a_caller(floor: Floor, asker: Person) -> None:
    assert floor.file_request(asker, on_behalf=CALLER).on_behalf == CALLER


@pytest.mark.parametrize(
    ("half", "sentence"),
    [
        ({"channel": "telephone"}, "Give the number to call back."),
        ({"call_back": "202-555-0100"}, "Say by which way they reached you."),
    ],
)
def test_for_a_caller_both_way_and_number_are_needed(
    floor: Floor, half: dict[str, str], sentence: str
) -> None:
    with pytest.raises(InvalidForm) as invalid:
        floor.file(OFFICER, **half)

    assert invalid.value.errors == {"call_back": sentence}


def test_an_agency_is_typed_when_the_list_does_not_have_it(floor: Floor) -> None:
    request = floor.file_request(agency="", agency_typed=" Example Harbor Patrol ")
    card = floor.desk.requests.card(request.id)

    assert (request.agency_id, request.agency_name) == (None, "Example Harbor Patrol")
    assert card is not None
    assert card.agency_name == "not in the registry: see the details"


def test_what_comes_in_from_abroad_needs_no_agency(floor: Floor) -> None:
    request = floor.file_request(
        OFFICER, kind=RequestKind.MISSING_CHILD, direction=Direction.INCOMING, agency=""
    )
    card = floor.desk.requests.card(request.id)

    assert (request.agency_id, request.agency_name) == (None, "")
    assert card is not None
    assert card.agency_name == "none named yet"


def test_who_is_admitted_files_what_comes_in_for_their_own_agency(floor: Floor) -> None:
    request = floor.file_request(
        ADMITTED, kind=RequestKind.MISSING_CHILD, direction=Direction.INCOMING, agency=""
    )

    assert request.agency_id == "harbor-city-police"


@pytest.mark.parametrize("asker", [NEWCOMER, AUDITOR, STRANGER])
def test_who_may_not_file_is_told_before_they_type(floor: Floor, asker: Person) -> None:
    with pytest.raises(DeskError):
        floor.desk.requests.check_filer(asker)
    with pytest.raises(DeskError):
        floor.desk.requests.check_beginning(asker, RequestKind.FUGITIVE, Direction.OUTGOING, "FR")
    with pytest.raises(DeskError):
        floor.file(asker)

    assert len(floor.refused("")) == 3
