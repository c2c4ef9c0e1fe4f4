"""Handing a request to another officer, and merging it into one that asks the same."""

from datetime import timedelta

import pytest

from bot.rules.errors import InvalidForm, NotYet
from storage.records.announcements import RecordHanded, RecordMoved
from storage.records.people import Actor, Person
from storage.records.requests import RequestState
from tests.desk.floor import (
    AUDITOR,
    LEFT,
    OFFICER,
    OPERATOR,
    REQUESTER,
    ROBOT,
    SECOND,
    STRANGER,
    SUPERVISOR,
    Floor,
)


def test_a_request_is_handed_to_an_officer_who_is_told(floor: Floor) -> None:
    request = floor.claimed()
    floor.told()
    handed = floor.take(OFFICER, request, "hand", officer=SECOND.id)
    waiting = floor.waiting()

    assert (handed.owner, handed.state, handed.due_at) == (SECOND.id, request.state, request.due_at)
    assert [row.what for row in waiting if row.place == "dm:USECOND"] == [
        RecordHanded(record_id=request.id, reference=request.reference, by=Actor(OFFICER.id))
    ]
    assert not [row for row in waiting if isinstance(row.what, RecordMoved)]


def test_who_takes_a_request_over_is_not_told_so(floor: Floor) -> None:
    request = floor.claimed()
    floor.told()
    taken = floor.take(SECOND, request, "hand", officer=SECOND.id)

    assert taken.owner == SECOND.id
    assert floor.told_by(RecordHanded) == []


def test_handed_back_it_is_told_again(floor: Floor) -> None:
    request = floor.claimed()
    floor.take(OFFICER, request, "hand", officer=SECOND.id)
    floor.take(SECOND, request, "hand", officer=OFFICER.id)
    floor.take(OFFICER, request, "hand", officer=SECOND.id)

    assert len(floor.told_by(RecordHanded)) == 3


def test_the_reminders_go_with_it(floor: Floor) -> None:
    request = floor.claimed()
    floor.take(OFFICER, request, "hand", officer=SECOND.id)
    floor.told()
    floor.clock.advance(days=3)
    floor.desk.reminders.sweep()

    assert floor.told() == ["RecordDue -> dm:USECOND"]


@pytest.mark.parametrize("person", [REQUESTER, AUDITOR, LEFT, ROBOT, STRANGER])
def test_it_is_handed_to_officers_only(floor: Floor, person: Person) -> None:
    request = floor.claimed()
    with pytest.raises(InvalidForm) as invalid:
        floor.take(OFFICER, request, "hand", officer=person.id)

    assert set(invalid.value.errors) == {"officer"}
    assert floor.request(request.id).owner == OFFICER.id


def test_it_is_not_handed_to_who_has_it_or_to_nobody(floor: Floor) -> None:
    request = floor.claimed()

    with pytest.raises(InvalidForm, match="They have it already"):
        floor.take(SECOND, request, "hand", officer=OFFICER.id)
    with pytest.raises(InvalidForm, match="Please fill this in"):
        floor.take(SECOND, request, "hand", officer="")


def test_what_an_officer_left_behind_is_handed_on_by_another(floor: Floor) -> None:
    request = floor.claimed()
    floor.desk.people.revoke(OFFICER.id, by=OPERATOR)

    assert floor.take(SUPERVISOR, request, "hand", officer=SECOND.id).owner == SECOND.id


def test_what_nobody_has_claimed_is_claimed_and_not_handed(floor: Floor) -> None:
    with pytest.raises(NotYet):
        floor.take(OFFICER, floor.file_request(), "hand", officer=SECOND.id)


def test_a_request_is_merged_into_another_that_goes_on(floor: Floor) -> None:
    one = floor.file_another(key="1")
    other = floor.file_another(key="2")
    merged = floor.take(OFFICER, one, "merge", into=other.reference.lower().replace("-", " "))

    assert (merged.state, merged.outcome, merged.merged_into, merged.due_at) == (
        RequestState.CLOSED,
        "duplicate",
        other.id,
        None,
    )
    assert floor.request(other.id) == other


def test_who_filed_the_merged_one_hears_that_it_is_over(floor: Floor) -> None:
    one, other = floor.file_another(key="1"), floor.file_another(key="2")
    floor.told()
    floor.take(OFFICER, one, "merge", into=other.reference)

    assert [each.record_id for each in floor.told_by(RecordMoved)] == [one.id]


@pytest.mark.parametrize("words", ["", "LR-2026-00099", "somebody", "NT-2026-00001"])
def test_it_is_merged_into_a_request_that_is_there(floor: Floor, words: str) -> None:
    one = floor.file_request()
    floor.file_notice()
    with pytest.raises(InvalidForm) as invalid:
        floor.take(OFFICER, one, "merge", into=words)

    assert set(invalid.value.errors) == {"into"}
    assert floor.request(one.id) == one


def test_it_is_not_merged_into_itself(floor: Floor) -> None:
    one = floor.file_request()

    with pytest.raises(InvalidForm, match="the same request"):
        floor.take(OFFICER, one, "merge", into=one.reference)


def test_it_is_not_merged_into_what_is_over_so_that_two_never_end_in_each_other(floor: Floor) -> None:
    one, other = floor.file_another(key="1"), floor.file_another(key="2")
    floor.take(OFFICER, one, "merge", into=other.reference)

    with pytest.raises(InvalidForm, match="is over"):
        floor.take(OFFICER, other, "merge", into=one.reference)


def test_a_supervisor_takes_a_merge_back(floor: Floor) -> None:
    one, other = floor.file_another(key="1"), floor.file_another(key="2")
    floor.desk.requests.claim(OFFICER, one.id)
    floor.take(OFFICER, one, "merge", into=other.reference)
    floor.clock.advance(hours=1)
    reopened = floor.take(SUPERVISOR, one, "reopen", reason="They are two.")

    assert (reopened.state, reopened.merged_into, reopened.outcome) == (
        RequestState.INTAKE_REVIEW,
        None,
        None,
    )
    assert reopened.due_at == floor.clock.now() + timedelta(days=3)
