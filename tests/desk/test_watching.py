"""Watching: an officer hears of each new record about a subject, until they stop or leave the desk."""

from datetime import timedelta

import pytest

from bot.rules.errors import Refusal
from storage.records.announcements import SubjectSeen
from storage.records.people import Person
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest, RequestKind
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, AUDITOR, OFFICER, OPERATOR, REQUESTER, SECOND, SUPERVISOR, Floor


def _watched(floor: Floor, *watchers: Person) -> LiaisonRequest:
    """A request whose subject these watch."""
    request = floor.file_request()
    for watcher in watchers or (OFFICER,):
        floor.take(watcher, request, "watch")
    floor.told()
    return request


def _travels(floor: Floor, asker: Person = REQUESTER, key: str = "travel", **changes: str) -> LiaisonRequest:
    departs_on = (floor.today + timedelta(days=30)).isoformat()
    answers = {"departs_on": departs_on, "agency_case": "EX-5", **changes}
    return floor.file_request(asker, key, kind=RequestKind.TRAVEL, **answers)


def _seen(floor: Floor) -> list[str]:
    return [each for each in floor.told() if each.startswith("SubjectSeen")]


@both_databases
def test_each_watcher_hears_when_the_subject_travels(floor: Floor) -> None:
    request = _watched(floor, OFFICER, SUPERVISOR)
    travel = _travels(floor)
    waiting = [row for row in floor.waiting() if isinstance(row.what, SubjectSeen)]

    assert sorted(row.place for row in waiting) == ["dm:UOFFICER", "dm:USUPER"]
    assert waiting[0].what == SubjectSeen(
        record_kind=RecordKind.REQUEST,
        record_id=travel.id,
        reference=travel.reference,
        watched=request.reference,
    )


def test_each_watcher_hears_of_a_new_notice_on_the_subject(floor: Floor) -> None:
    request = _watched(floor)
    notice = floor.file_notice()

    assert floor.told_by(SubjectSeen) == [
        SubjectSeen(
            record_kind=RecordKind.NOTICE,
            record_id=notice.id,
            reference=notice.reference,
            watched=request.reference,
        )
    ]


def test_a_notice_that_comes_from_the_watched_request_is_told_as_well(floor: Floor) -> None:
    request = _watched(floor)
    floor.file_notice(request_reference=request.reference)

    assert _seen(floor) == ["SubjectSeen -> dm:UOFFICER"]


def test_whoever_files_it_knows_already(floor: Floor) -> None:
    _watched(floor, OFFICER, SECOND)
    _travels(floor, OFFICER)

    assert _seen(floor) == ["SubjectSeen -> dm:USECOND"]


def test_what_is_about_somebody_else_tells_no_watcher(floor: Floor) -> None:
    _watched(floor)
    _travels(floor, family_name="Different")

    assert _seen(floor) == []


def test_the_same_case_number_alone_is_not_the_watched_subject(floor: Floor) -> None:
    _watched(floor)
    _travels(floor, family_name="Different", agency_case="2026/17")

    assert _seen(floor) == []


def test_by_a_document_the_subject_is_known_under_another_name(floor: Floor) -> None:
    request = floor.file_request(document="X1234567")
    floor.take(OFFICER, request, "watch")
    floor.told()
    _travels(floor, family_name="Different", document="us x1234567")

    assert _seen(floor) == ["SubjectSeen -> dm:UOFFICER"]


def test_a_document_that_is_added_later_tells_the_watcher_then(floor: Floor) -> None:
    request = floor.file_request(document="X1234567")
    floor.take(OFFICER, request, "watch")
    travel = _travels(floor, family_name="Different")
    before = _seen(floor)
    floor.desk.requests.add(REQUESTER, travel.id, "identity", {"document": "X1234567"})
    after = _seen(floor)
    floor.desk.requests.add(REQUESTER, travel.id, "journey", {"flight": "EX 1"})

    assert (before, after, _seen(floor)) == ([], ["SubjectSeen -> dm:UOFFICER"], [])


def test_who_stops_watching_hears_no_more(floor: Floor) -> None:
    request = _watched(floor, OFFICER, SECOND)
    floor.take(OFFICER, request, "unwatch")
    floor.told()
    _travels(floor)

    assert _seen(floor) == ["SubjectSeen -> dm:USECOND"]


def test_who_is_no_officer_any_more_is_not_told(floor: Floor) -> None:
    _watched(floor, OFFICER, SECOND)
    floor.desk.people.revoke(OFFICER.id, by=OPERATOR)
    floor.change(SECOND, deactivated=True)
    _travels(floor)

    assert _seen(floor) == []


def test_watching_twice_tells_once(floor: Floor) -> None:
    _watched(floor, OFFICER, OFFICER)
    _travels(floor)

    assert _seen(floor) == ["SubjectSeen -> dm:UOFFICER"]


def test_who_watches_two_records_of_a_subject_is_told_once_of_a_third(floor: Floor) -> None:
    _watched(floor)
    floor.take(OFFICER, _travels(floor), "watch")
    floor.told()
    _travels(floor, key="again", agency_case="EX-6")

    assert _seen(floor) == ["SubjectSeen -> dm:UOFFICER"]


def test_the_subject_of_what_is_over_is_watched_on(floor: Floor) -> None:
    request = floor.file_request()
    floor.take(OFFICER, request, "claim")
    floor.close(OFFICER, request)
    floor.take(SECOND, request, "watch")
    floor.told()
    _travels(floor)

    assert _seen(floor) == ["SubjectSeen -> dm:USECOND"]


@pytest.mark.parametrize("asker", [REQUESTER, AUDITOR])
def test_only_the_desk_watches(floor: Floor, asker: Person) -> None:
    request = floor.file_request()

    with pytest.raises(Refusal):
        floor.take(asker, request, "watch")


def test_the_details_say_whether_their_reader_watches(floor: Floor) -> None:
    request = _watched(floor)
    by = {person: floor.desk.requests.details(person, request.id) for person in (OFFICER, SECOND, REQUESTER)}

    assert [by[person].watched for person in (OFFICER, SECOND, REQUESTER)] == [True, False, False]


def test_a_watcher_from_the_desk_hears_of_another_agencys_filing(floor: Floor) -> None:
    _watched(floor)
    _travels(floor, ADMITTED, agency="harbor-city-police")

    assert _seen(floor) == ["SubjectSeen -> dm:UOFFICER"]
