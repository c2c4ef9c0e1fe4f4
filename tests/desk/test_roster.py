"""The roster: who has the desk, and taking it over."""

from datetime import timedelta

import pytest

from bot.desk.facts import OnCall
from bot.rules.errors import DeskError, InvalidForm, Refusal
from storage.records.people import Person
from tests.desk.around import both_databases
from tests.desk.floor import (
    AUDITOR,
    LEFT,
    NEWCOMER,
    OFFICER,
    OPERATOR,
    REQUESTER,
    SECOND,
    STRANGER,
    SUPERVISOR,
    Floor,
)


@both_databases
def test_at_first_nobody_has_the_desk(floor: Floor) -> None:
    assert floor.desk.roster.now(OFFICER) == OnCall(
        on_duty=None, until=None, next_person=None, next_from=None
    )


def test_an_officer_takes_the_desk_for_eight_hours(floor: Floor) -> None:
    now = floor.clock.now()
    taken = floor.desk.roster.take(OFFICER, OFFICER.id)

    assert (taken.on_duty, taken.until) == (OFFICER.id, now + timedelta(hours=8))
    assert floor.desk.roster.now(NEWCOMER) == taken
    assert floor.audited(OFFICER.id) == [("UOFFICER", "roster.take")]


def test_who_takes_over_in_between_has_it_and_then_the_first_again(floor: Floor) -> None:
    now = floor.clock.now()
    floor.desk.roster.take(OFFICER, OFFICER.id)
    floor.clock.advance(hours=1)
    taken = floor.desk.roster.take(SECOND, SECOND.id, 2)

    assert taken == OnCall(
        on_duty=SECOND.id,
        until=now + timedelta(hours=3),
        next_person=OFFICER.id,
        next_from=now + timedelta(hours=3),
    )


@pytest.mark.parametrize("asker", [SUPERVISOR, OPERATOR])
def test_a_supervisor_or_operator_gives_the_desk_to_somebody(floor: Floor, asker: Person) -> None:
    assert floor.desk.roster.take(asker, OFFICER.id).on_duty == OFFICER.id


@pytest.mark.parametrize(
    ("asker", "person"),
    [(OFFICER, SECOND), (REQUESTER, REQUESTER), (AUDITOR, AUDITOR), (NEWCOMER, NEWCOMER), (LEFT, LEFT)],
)
def test_nobody_else_gives_or_takes_it(floor: Floor, asker: Person, person: Person) -> None:
    with pytest.raises(Refusal):
        floor.desk.roster.take(asker, person.id)

    assert floor.refused(person.id) == [(asker.id, "roster.take")]


@pytest.mark.parametrize("person", [REQUESTER, LEFT, STRANGER])
def test_only_somebody_of_the_desk_can_have_it(floor: Floor, person: Person) -> None:
    with pytest.raises(DeskError, match="Only officers and supervisors"):
        floor.desk.roster.take(OPERATOR, person.id)


def test_hours_that_make_no_shift_are_refused(floor: Floor) -> None:
    with pytest.raises(InvalidForm):
        floor.desk.roster.take(OFFICER, OFFICER.id, 0)


def test_who_left_the_desk_no_longer_has_it(floor: Floor) -> None:
    floor.desk.roster.take(OFFICER, OFFICER.id)
    floor.change(OFFICER, deactivated=True)

    assert floor.desk.roster.now(SECOND).on_duty is None


def test_from_outside_nobody_learns_who_is_on_call(floor: Floor) -> None:
    with pytest.raises(Refusal):
        floor.desk.roster.now(STRANGER)
