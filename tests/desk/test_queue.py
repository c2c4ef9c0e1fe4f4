"""The queue: what is worked next, by priority, due moment and age; and who has how much."""

import pytest

from bot.rules.errors import Refusal
from storage.records.people import Person
from storage.records.requests import Priority, RequestKind, RequestState
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, AUDITOR, OFFICER, OPERATOR, REQUESTER, SECOND, SUPERVISOR, Floor
from tests.storage.examples import all_at_once


@both_databases
def test_the_most_pressing_is_next_and_then_the_oldest(floor: Floor) -> None:
    filed: dict[str, str] = {}
    for priority in (Priority.ROUTINE, Priority.NORMAL, Priority.URGENT, Priority.FLASH, Priority.NORMAL):
        key = f"{priority}-{len(filed)}"
        filed[floor.file_another(key=key, priority=priority).id] = key
        floor.clock.advance(minutes=1)
    taken = [floor.desk.requests.take_next(OFFICER) for _ in range(5)]

    assert [filed[each.id] for each in taken if each] == [
        "flash-3",
        "urgent-2",
        "normal-1",
        "normal-4",
        "routine-0",
    ]
    assert floor.desk.requests.take_next(OFFICER) is None


def test_of_the_same_priority_what_is_due_first_goes_before_what_is_older(floor: Floor) -> None:
    older = floor.file_another(key="1", priority="normal", kind=RequestKind.TRAVEL, departs_on="2026-04-20")
    floor.clock.advance(minutes=1)
    sooner = floor.file_another(key="2", priority="normal", kind=RequestKind.TRAVEL, departs_on="2026-03-10")

    assert older.due_at is not None
    assert sooner.due_at is not None
    assert sooner.due_at < older.due_at
    assert [floor.desk.requests.take_next(OFFICER), floor.desk.requests.take_next(OFFICER)] == [
        floor.request(sooner.id),
        floor.request(older.id),
    ]


def test_what_is_taken_next_is_claimed_and_audited(floor: Floor) -> None:
    request = floor.file_request()
    taken = floor.desk.requests.take_next(OFFICER)

    assert taken is not None
    assert (taken.id, taken.owner, taken.state) == (request.id, OFFICER.id, RequestState.INTAKE_REVIEW)
    assert floor.audited(request.reference)[0] == ("UOFFICER", "request.next")


def test_what_somebody_has_or_what_is_over_is_not_next(floor: Floor) -> None:
    floor.claimed(key="1")
    floor.take(REQUESTER, floor.file_another(key="2"), "withdraw")
    floor.take(
        OFFICER,
        floor.file_another(key="3"),
        "merge",
        into=floor.file_another(key="4").reference,
        reason="The same.",
    )
    left = floor.desk.requests.take_next(SECOND)

    assert left is not None
    assert left.answers["family_name"] == "Example-4"
    assert floor.desk.requests.take_next(SECOND) is None


@both_databases
def test_eight_who_ask_at_once_get_eight_different_ones(floor: Floor) -> None:
    for number in range(8):
        floor.file_another(key=str(number))
    taken = all_at_once(
        8, lambda index: floor.desk.requests.take_next((OFFICER, SECOND, SUPERVISOR)[index % 3])
    )

    assert len({each.id for each in taken if each}) == 8


@both_databases
def test_of_eight_who_ask_for_the_last_one_seven_get_nothing(floor: Floor) -> None:
    floor.file_request()
    taken = all_at_once(8, lambda index: floor.desk.requests.take_next((OFFICER, SECOND)[index % 2]))

    assert sum(each is not None for each in taken) == 1


@pytest.mark.parametrize("asker", [REQUESTER, ADMITTED, AUDITOR])
def test_only_the_desk_takes_the_next(floor: Floor, asker: Person) -> None:
    floor.file_request()

    with pytest.raises(Refusal):
        floor.desk.requests.take_next(asker)


@both_databases
def test_a_supervisor_sees_who_has_how_many_and_how_many_are_overdue(floor: Floor) -> None:
    floor.claimed(key="1", priority=Priority.URGENT)
    floor.claimed(key="2")
    floor.close(OFFICER, floor.claimed(key="3"))
    floor.desk.requests.claim(SECOND, floor.file_another(key="4").id)
    floor.file_another(key="5")
    floor.clock.advance(hours=25)

    assert floor.desk.requests.load(SUPERVISOR) == {OFFICER.id: (2, 1), SECOND.id: (1, 0), None: (1, 1)}


def test_of_an_empty_desk_the_load_is_empty(floor: Floor) -> None:
    assert floor.desk.requests.load(SUPERVISOR) == {}


def test_what_an_officer_left_behind_still_counts_as_theirs(floor: Floor) -> None:
    floor.claimed()
    floor.desk.people.revoke(OFFICER.id, by=OPERATOR)

    assert floor.desk.requests.load(SUPERVISOR) == {OFFICER.id: (1, 0)}


@pytest.mark.parametrize("asker", [OFFICER, REQUESTER, AUDITOR])
def test_only_a_supervisor_sees_the_load(floor: Floor, asker: Person) -> None:
    with pytest.raises(Refusal, match=r"Only a supervisor|only reads"):
        floor.desk.requests.load(asker)

    assert floor.refused("") == [(asker.id, "request.load")]
