"""Two records about the same: who files learns no more than they may, and whoever works on either is told."""

import pytest

from bot.desk.request_facts import Alike, Filed
from storage.records.announcements import RecordsAlike
from storage.records.notices import Colour
from storage.records.people import Person, PersonId
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, RequestKind
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, OFFICER, OPERATOR, REQUESTER, SECOND, Floor
from tests.storage.examples import all_at_once

CASE_ONLY = {"family_name": "Other", "forename": "Robin"}


def _file_from_elsewhere(floor: Floor, **changes: str) -> Filed:
    """By somebody of another agency, on the same person."""
    return floor.file(
        ADMITTED, key="other", **{"agency": "harbor-city-police", "agency_case": "EX-9", **changes}
    )


@both_databases
def test_another_agency_learns_that_something_is_there_whom_to_call_and_nothing_else(floor: Floor) -> None:
    first = floor.file_request(facts="An invented secret.")
    filed = _file_from_elsewhere(floor)

    assert filed.alike == (Alike(unit="Example City Police Department", signs=("person",), reference=None),)
    assert first.reference not in str(filed.alike)
    assert first.id not in str(filed.alike)
    assert floor.desk.requests.details(ADMITTED, filed.request.id).alike == ()


@pytest.mark.parametrize("first_agency", ["", "A patrol of no registry"])
def test_when_no_registered_agency_has_it_the_desk_is_whom_to_call(floor: Floor, first_agency: str) -> None:
    floor.file_request(
        kind=RequestKind.TRAVEL,
        direction=Direction.INCOMING,
        birth="1990",
        agency="",
        agency_typed=first_agency,
    )
    filed = _file_from_elsewhere(floor, birth="1990")

    assert [each.unit for each in filed.alike] == ["the desk"]


def test_who_may_see_the_other_one_gets_its_reference(floor: Floor) -> None:
    first = floor.file_request(key="1")
    own = floor.file(key="2")
    by_an_officer = floor.file(OFFICER, key="3")

    assert [each.reference for each in own.alike] == [first.reference]
    assert [each.reference for each in by_an_officer.alike] == [first.reference, own.request.reference]


def test_a_colleague_of_the_same_agency_gets_the_reference(floor: Floor) -> None:
    first = floor.file_request(agency="harbor-city-police")

    assert [each.reference for each in _file_from_elsewhere(floor).alike] == [first.reference]


def test_nothing_is_said_when_nothing_is_alike(floor: Floor) -> None:
    floor.file_another(key="1")
    floor.told()

    assert floor.file(key="2", family_name="Different", agency_case="EX-2").alike == ()
    assert "RecordsAlike -> desk" not in floor.told()


@pytest.mark.parametrize(
    ("changes", "sign"),
    [
        ({"forename": "edgar", "family_name": "EXÁMPLE"}, "person"),
        ({"family_name": "Edgar", "forename": "Example", "birth": "1990"}, "person"),
        ({**CASE_ONLY, "agency": "example-city-police", "agency_case": "2026-17"}, "case"),
        ({**CASE_ONLY, "document": "US X1234567"}, "document"),
        ({**CASE_ONLY, "fbi_number": "123456aa1"}, "fbi_number"),
    ],
)
def test_the_filer_learns_by_what_it_was_found_and_not_what_that_is(
    floor: Floor, changes: dict[str, str], sign: str
) -> None:
    floor.file(document="X1234567", fbi_number="123456AA1")
    filed = floor.file(REQUESTER, key="2", **{"agency_case": "EX-9", **changes})

    assert [each.signs for each in filed.alike] == [(sign,)]


def test_the_same_case_number_of_another_agency_is_no_sign(floor: Floor) -> None:
    floor.file_request()

    assert _file_from_elsewhere(floor, agency_case="2026/17", **CASE_ONLY).alike == ()


def test_the_desk_is_told_once_when_nobody_has_either(floor: Floor) -> None:
    first = floor.file_request(key="1")
    floor.told()
    second = floor.file(key="2").request

    assert floor.told_by(RecordsAlike) == [
        RecordsAlike(
            record_kind=RecordKind.REQUEST,
            record_id=second.id,
            reference=second.reference,
            other=first.reference,
        )
    ]


def test_the_owner_of_the_first_is_told_and_the_desk_of_the_new_one(floor: Floor) -> None:
    floor.desk.requests.claim(OFFICER, floor.file_request().id)
    floor.told()
    _file_from_elsewhere(floor)

    assert [each for each in floor.told() if each.startswith("RecordsAlike")] == [
        "RecordsAlike -> desk",
        "RecordsAlike -> dm:UOFFICER",
    ]


def test_the_desk_is_told_instead_of_an_owner_who_has_left(floor: Floor) -> None:
    floor.desk.requests.claim(OFFICER, floor.file_request().id)
    floor.desk.people.revoke(OFFICER.id, by=OPERATOR)
    floor.told()
    _file_from_elsewhere(floor)

    assert [each for each in floor.told() if each.startswith("RecordsAlike")] == ["RecordsAlike -> desk"]


def test_the_same_form_again_tells_nobody_again(floor: Floor) -> None:
    floor.file_request(key="1")
    _file_from_elsewhere(floor)
    floor.told()
    _file_from_elsewhere(floor)

    assert floor.told() == []


def test_a_pair_is_told_once_whichever_of_the_two_changes_later(floor: Floor) -> None:
    first = floor.file_request(key="1")
    second = floor.file_request(key="2")
    floor.told()
    floor.desk.requests.add(OFFICER, second.id, "wanted", {"charge": "Invented charge"})
    floor.desk.requests.add(OFFICER, first.id, "wanted", {"charge": "Invented charge"})

    assert floor.told_by(RecordsAlike) == []


def test_an_officer_reads_what_is_alike_in_the_details_of_either(floor: Floor) -> None:
    first = floor.file_request(key="1")
    second = floor.file_request(key="2")

    assert floor.desk.requests.details(OFFICER, first.id).alike == (second.reference,)
    assert floor.desk.requests.details(SECOND, second.id).alike == (first.reference,)
    assert floor.desk.requests.details(REQUESTER, second.id).alike == ()


def test_a_notice_on_the_same_person_is_told(floor: Floor) -> None:
    request = floor.file_request()
    floor.told()
    notice = floor.file_notice(OFFICER)

    assert [each.other for each in floor.told_by(RecordsAlike)] == [request.reference]
    assert floor.desk.requests.details(OFFICER, request.id).alike == (notice.reference,)


def test_a_notice_that_comes_from_the_request_is_no_duplicate(floor: Floor) -> None:
    request = floor.file_request()
    floor.told()
    for colour in (Colour.RED, Colour.BLUE):
        floor.file_notice(OFFICER, colour, key=colour, request_reference=request.reference)

    assert floor.told_by(RecordsAlike) == []
    assert floor.desk.requests.details(OFFICER, request.id).alike == ()


@both_databases
def test_of_two_who_file_the_same_at_once_one_learns_of_the_other(floor: Floor) -> None:
    askers = [REQUESTER, ADMITTED]

    def file(index: int) -> Filed:
        return floor.file(askers[index], key=f"k{index}", agency="harbor-city-police")

    filed = all_at_once(2, file)

    assert sorted(len(each.alike) for each in filed) == [0, 1]
    assert len(floor.told_by(RecordsAlike)) == 1


@both_databases
def test_of_eight_who_file_the_same_at_once_each_learns_of_those_before(floor: Floor) -> None:
    people = [Person(id=PersonId(f"U{index}"), role=REQUESTER.role) for index in range(8)]
    for person in people:
        floor.change(person)
    filed = all_at_once(8, lambda index: floor.file(people[index], key="k"))

    assert sorted(len(each.alike) for each in filed) == list(range(8))
    assert all(one.reference is None for each in filed for one in each.alike)


@both_databases
def test_a_request_and_a_notice_filed_at_once_find_each_other(floor: Floor) -> None:
    def file(index: int) -> None:
        if index % 2:
            floor.file_notice(OFFICER, key=f"k{index}")
        else:
            floor.file_request(OFFICER, key=f"k{index}")

    all_at_once(8, file)

    assert len(floor.told_by(RecordsAlike)) == 8 * 7 // 2


@both_databases
def test_of_eight_who_add_the_same_document_at_once_every_pair_is_told_once(floor: Floor) -> None:
    requests = [floor.file_another(key=str(number)) for number in range(8)]
    floor.told()
    all_at_once(
        8,
        lambda index: floor.desk.requests.add(
            OFFICER, requests[index].id, "identity", {"document": "X1234567"}
        ),
    )

    told = floor.told_by(RecordsAlike)
    assert len(told) == len({frozenset((each.reference, each.other)) for each in told}) == 8 * 7 // 2
