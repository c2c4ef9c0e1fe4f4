"""Handing a request to another officer, who is told and has it from then on."""

import pytest

from bot.rules.errors import InvalidForm, NotYet
from storage.records.announcements import RecordHanded, RecordMoved
from storage.records.people import Actor, Person
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
