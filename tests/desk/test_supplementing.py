"""Adding details to a filed request: by its agency or an officer, until it is over; its owner is told."""

import pytest

from bot.rules.errors import NoSuchRecord, NotYet, Refusal
from storage.records.announcements import RecordSupplemented
from storage.records.people import Actor, Person
from storage.records.requests import Direction, LiaisonRequest, RequestKind, RequestState
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, AUDITOR, OFFICER, OPERATOR, REQUESTER, SECOND, Floor
from tests.storage.examples import all_at_once

HARBOR = "harbor-city-police"


def _add(
    floor: Floor, asker: Person, request: LiaisonRequest, section: str = "identity", **answers: str
) -> LiaisonRequest:
    return floor.desk.requests.add(asker, request.id, section, answers)


@pytest.mark.parametrize("asker", [ADMITTED, OFFICER, SECOND])
def test_the_agency_and_the_desk_add_to_a_request(floor: Floor, asker: Person) -> None:
    request = floor.file_request(agency=HARBOR)
    begun = floor.desk.requests.begin_adding(asker, request.id)
    added = _add(floor, asker, request, sex="male", document="X1234567")

    assert begun == request
    assert (added.answers["sex"], added.answers["document"]) == ("male", "X1234567")
    assert (added.state, added.owner, added.due_at) == (request.state, None, request.due_at)
    assert floor.request(request.id) == added


@both_databases
def test_who_filed_it_adds_to_it(floor: Floor) -> None:
    assert _add(floor, REQUESTER, floor.file_request(), sex="male").answers["sex"] == "male"


def test_nobody_else_does(floor: Floor) -> None:
    request = floor.file_request(OFFICER)

    with pytest.raises(NoSuchRecord):
        _add(floor, ADMITTED, request, sex="male")
    with pytest.raises(NoSuchRecord):
        floor.desk.requests.begin_adding(ADMITTED, request.id)
    with pytest.raises(Refusal, match="only reads"):
        _add(floor, AUDITOR, request, sex="male")

    assert floor.request(request.id) == request


def test_an_agency_that_was_only_alerted_reads_and_adds_nothing(floor: Floor) -> None:
    request = floor.file_request(
        OFFICER, kind=RequestKind.TRAVEL, direction=Direction.INCOMING, agency="", offices=HARBOR
    )

    with pytest.raises(Refusal, match="Only the agency that asks"):
        _add(floor, ADMITTED, request, sex="male")
    with pytest.raises(Refusal, match="Only the agency that asks"):
        floor.desk.requests.begin_adding(ADMITTED, request.id)


def test_the_owner_is_told_that_something_was_added(floor: Floor) -> None:
    request = floor.claimed()
    floor.told()
    _add(floor, REQUESTER, request, sex="male")
    waiting = floor.waiting()

    assert [row.what for row in waiting if row.place == "dm:UOFFICER"] == [
        RecordSupplemented(record_id=request.id, reference=request.reference, by=Actor(REQUESTER.id))
    ]
    assert sorted(row.place for row in waiting) == ["desk", "dm:UOFFICER", "dm:UREQ"]


def test_an_owner_who_adds_themselves_or_has_left_is_not_told(floor: Floor) -> None:
    request = floor.claimed()
    _add(floor, OFFICER, request, sex="male")
    floor.desk.people.revoke(OFFICER.id, by=OPERATOR)
    _add(floor, REQUESTER, request, sex="female")

    assert floor.told_by(RecordSupplemented) == []


def test_the_history_and_the_trail_name_what_was_added_and_not_what_it_says(floor: Floor) -> None:
    request = floor.file_request()
    _add(floor, REQUESTER, request, sex="male", document="X1234567")
    event = floor.desk.requests.details(OFFICER, request.id).events[0]
    entry = next(each for each in floor.trail(request.reference) if each.action == "request.add")

    assert (event.step, event.evidence) == ("supplement", {"added": "document, sex"})
    assert set(entry.fields) == {"document", "sex"}
    assert "X1234567" not in str(event) + str(entry)


def test_the_reading_before_it_is_audited(floor: Floor) -> None:
    request = floor.file_request()
    floor.desk.requests.begin_adding(REQUESTER, request.id)

    assert floor.audited(request.reference)[0] == ("UREQ", "request.read")


def test_the_checklist_gets_shorter(floor: Floor) -> None:
    request = floor.file_request()

    def owed() -> int:
        own = floor.desk.requests.own(request.id)
        assert own is not None
        return len(own.missing["the agency"])

    before = owed()
    _add(floor, REQUESTER, request, sex="male", document="X1234567")

    assert owed() == before - 2


@pytest.mark.parametrize("state", [RequestState.CLOSED, RequestState.WITHDRAWN])
def test_nothing_is_added_to_what_is_over(floor: Floor, state: RequestState) -> None:
    request = floor.claimed()
    if state is RequestState.CLOSED:
        floor.close(OFFICER, request)
    else:
        floor.take(REQUESTER, request, "withdraw")

    with pytest.raises(NotYet, match=f"is now {state}"):
        floor.desk.requests.begin_adding(REQUESTER, request.id)
    with pytest.raises(NotYet, match=f"is now {state}"):
        _add(floor, REQUESTER, request, sex="male")


def test_a_section_that_was_opened_before_a_change_overwrites_nothing(floor: Floor) -> None:
    request = floor.file_request()
    added = _add(floor, OFFICER, request, sex="male")

    with pytest.raises(NotYet, match="It has changed since you looked"):
        floor.desk.requests.add(REQUESTER, request.id, "identity", {"sex": "female"}, request.version)

    assert floor.request(request.id) == added


@both_databases
def test_eight_who_add_at_once_lose_nothing_unsaid(floor: Floor) -> None:
    request = floor.file_request()

    def add(index: int) -> bool:
        try:
            floor.desk.requests.add(
                OFFICER, request.id, "identity", {"aliases": f"Alias {index}"}, request.version
            )
        except NotYet:
            return False
        return True

    assert sum(all_at_once(8, add)) == 1
    assert floor.request(request.id).version == request.version + 1
