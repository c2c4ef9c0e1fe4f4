"""Who files for whom: agency and contact remembered, callers, removed agencies, and who may not."""

import pytest

from bot.rules.errors import DeskError, InvalidForm, Refusal
from bot.rules.kinds import KINDS
from storage.records.people import Person
from storage.records.requests import Channel, Direction, OnBehalf, RequestKind
from tests.desk.around import both_databases
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

EVERY_FORM = [(kind, direction) for kind, row in KINDS.items() for direction in row.forms]
CALLER = OnBehalf(channel=Channel.TELEPHONE, call_back="202-555-0100")


@both_databases
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
