"""Changes of shift: who gets the brief, who acknowledges it, and what is told when nobody follows."""

from datetime import timedelta

import pytest

from bot.rules.errors import DeskError, NotYet, Refusal
from bot.rules.rota.entries import OverrideForm, RotationForm
from storage.records.announcements import Ahead, HandoverUnanswered, RosterTrouble, ShiftsChanged
from storage.records.handovers import BriefPart, Handover
from storage.records.people import Actor, Person, PersonId
from storage.records.requests import Priority
from storage.records.roster import Tier, TroubleKind
from tests.desk.around import both_databases
from tests.desk.floor import AUDITOR, OFFICER, OPERATOR, REQUESTER, SECOND, SUPERVISOR, Floor

# The clock of a test begins on Monday, 2 March 2026, at 09:00 at the desk.


def planned(floor: Floor, *people: Person, days: int = 1, handover_at: str = "08:00") -> None:
    form = RotationForm(
        tier=Tier.FIRST,
        people=tuple(each.id for each in people),
        starts_on="2026-03-02",
        handover_at=handover_at,
        length=str(days),
    )
    floor.desk.planning.schedule(SUPERVISOR, form, 0)


def goes_on(floor: Floor, **span: float) -> None:
    """Time passes, and what is due is done."""
    floor.clock.advance(**span)
    while floor.desk.reminders.sweep():
        pass


def last(floor: Floor) -> Handover:
    found = floor.desk.handovers.latest(OFFICER)
    assert found is not None
    return found


def troubles(floor: Floor) -> list[tuple[TroubleKind, Ahead, PersonId | None]]:
    return [(each.kind, each.ahead, each.person) for each in floor.told_by(RosterTrouble)]


@both_databases
def test_the_desk_goes_over_at_the_time_of_the_handover_with_a_brief(floor: Floor) -> None:
    planned(floor, OFFICER, SECOND)
    request = floor.file_request(priority=Priority.FLASH)
    floor.waiting()

    goes_on(floor, hours=22, minutes=59)
    before = last(floor)
    goes_on(floor, minutes=1)
    handover = last(floor)

    assert (before.outgoing, before.incoming) == (None, OFFICER.id)
    assert (handover.outgoing, handover.incoming) == (OFFICER.id, SECOND.id)
    assert handover.at == floor.clock.now()
    assert handover.until == floor.clock.now() + timedelta(days=1)
    assert {each.part for each in handover.rows} == set(BriefPart)
    assert [each.reference for each in handover.rows if each.part is BriefPart.PRESSING] == [
        request.reference
    ]
    told = floor.told()
    assert (told.count("handover -> dm:UOFFICER"), told.count("handover -> dm:USECOND")) == (1, 1)


@both_databases
def test_the_incoming_officer_acknowledges_it_once_and_nobody_else_does(floor: Floor) -> None:
    planned(floor, OFFICER, SECOND)
    handover = last(floor)

    with pytest.raises(DeskError, match="Only the officer who takes over"):
        floor.desk.handovers.acknowledge(SECOND, handover.id)
    with pytest.raises(Refusal):
        floor.desk.handovers.acknowledge(REQUESTER, handover.id)
    with pytest.raises(DeskError, match="not there any more"):
        floor.desk.handovers.acknowledge(OFFICER, "nothing")
    acknowledged = floor.desk.handovers.acknowledge(OFFICER, handover.id)
    with pytest.raises(NotYet):
        floor.desk.handovers.acknowledge(OFFICER, handover.id)
    floor.waiting()
    goes_on(floor, minutes=20)

    assert acknowledged.acknowledged_by == Actor(OFFICER.id)
    assert floor.told_by(HandoverUnanswered) == []
    assert (OFFICER.id, "handover.acknowledge") in floor.audited(handover.id)


def test_without_an_answer_both_and_the_supervisors_are_told_once(floor: Floor) -> None:
    planned(floor, OFFICER, SECOND)
    floor.desk.handovers.acknowledge(OFFICER, last(floor).id)
    goes_on(floor, hours=23)
    floor.waiting()

    goes_on(floor, minutes=15)
    goes_on(floor, minutes=15)

    told = [each for each in floor.told() if each.startswith("HandoverUnanswered")]
    assert told == [f"HandoverUnanswered -> dm:{each}" for each in ("UOFFICER", "USECOND", "USUPER")]


def test_a_brief_that_is_overtaken_by_the_next_is_missed_by_nobody(floor: Floor) -> None:
    planned(floor, OFFICER, SECOND)
    floor.clock.advance(minutes=5)
    floor.desk.roster.take(SECOND, SECOND.id, 2)
    floor.desk.handovers.acknowledge(SECOND, last(floor).id)
    floor.waiting()

    goes_on(floor, minutes=30)

    assert floor.told_by(HandoverUnanswered) == []


@both_databases
def test_whoever_is_deactivated_on_duty_leaves_the_desk_at_once(floor: Floor) -> None:
    planned(floor, OFFICER, SECOND)
    floor.waiting()

    floor.desk.people.learn(
        person_id=OFFICER.id, outside=False, deactivated=True, is_bot=False, timezone="Europe/Paris"
    )

    now = floor.desk.roster.now(SECOND)
    assert (now.on_duty, now.gone, now.next_person) == (None, OFFICER.id, SECOND.id)
    assert (TroubleKind.GAP, Ahead.NOW, OFFICER.id) in troubles(floor)


def test_whoever_comes_back_has_it_again_and_gets_a_brief(floor: Floor) -> None:
    planned(floor, OFFICER, SECOND)
    floor.desk.people.revoke(OFFICER.id, by=OPERATOR)
    assert OFFICER.role is not None

    floor.clock.advance(minutes=5)
    floor.desk.people.grant(OFFICER.id, OFFICER.role, by=OPERATOR)

    assert floor.desk.roster.now(SECOND).on_duty == OFFICER.id
    assert (last(floor).outgoing, last(floor).incoming) == (None, OFFICER.id)


@both_databases
def test_a_change_that_nobody_saw_is_handed_over_before_the_next_one(floor: Floor) -> None:
    """The desk was down from before eight until ten, when somebody takes it at the command line."""
    planned(floor, OFFICER, SECOND)
    floor.clock.advance(hours=25)

    floor.desk.roster.take(OPERATOR, SUPERVISOR.id, 1)
    goes_on(floor)

    assert (last(floor).outgoing, last(floor).incoming) == (OFFICER.id, SUPERVISOR.id)
    goes_on(floor, hours=1)
    assert (last(floor).outgoing, last(floor).incoming) == (SUPERVISOR.id, SECOND.id)


def test_after_a_long_outage_only_whoever_has_the_desk_by_then_is_briefed(floor: Floor) -> None:
    planned(floor, OFFICER, SECOND, SUPERVISOR)

    goes_on(floor, days=2, hours=3)

    assert (last(floor).outgoing, last(floor).incoming) == (OFFICER.id, SUPERVISOR.id)
    with floor.database.reading() as stores:
        assert len(stores.handovers.latest(10)) == 2


def test_a_desk_that_is_only_taken_hands_nothing_over_and_misses_nobody(floor: Floor) -> None:
    floor.desk.roster.take(OFFICER, OFFICER.id, 2)
    floor.clock.advance(hours=1)
    floor.desk.roster.take(SECOND, SECOND.id, 1)
    goes_on(floor, days=2)

    assert floor.desk.handovers.latest(OFFICER) is None
    assert [each for each in floor.told() if not each.startswith("home")] == []


def test_an_officer_hears_of_their_own_changes_and_not_of_those_that_they_made(floor: Floor) -> None:
    planned(floor, OFFICER, SUPERVISOR, days=7)

    told = [each for each in floor.told() if each.startswith("ShiftsChanged")]
    assert told == ["ShiftsChanged -> dm:UOFFICER"]
    floor.desk.roster.take(OFFICER, OFFICER.id, 3)
    assert floor.told_by(ShiftsChanged) == [], "she has had the desk anyway"
    floor.desk.roster.take(SECOND, SECOND.id, 3)
    assert [each for each in floor.told() if each.startswith("ShiftsChanged")] == [
        "ShiftsChanged -> dm:UOFFICER"
    ]


def test_whoever_gets_hours_because_somebody_left_hears_of_it_and_so_does_who_stands_behind(
    floor: Floor,
) -> None:
    planned(floor, OFFICER, SUPERVISOR, days=7)
    put_in = OverrideForm(
        person=SECOND.id,
        tier=Tier.FIRST,
        from_day="2026-03-03",
        from_time="08:00",
        to_day="2026-03-04",
        to_time="08:00",
    )
    behind = RotationForm(
        tier=Tier.SECOND, people=(SECOND.id,), starts_on="2026-03-02", handover_at="08:00", length="7"
    )
    floor.desk.planning.override(SUPERVISOR, put_in)
    floor.desk.planning.schedule(SUPERVISOR, behind, 0)
    asked = [each.tier for each in floor.told_by(ShiftsChanged)]

    floor.desk.people.revoke(SECOND.id, by=OPERATOR)

    [told] = floor.told_by(ShiftsChanged)
    assert sorted(asked) == [Tier.FIRST, Tier.FIRST, Tier.FIRST, Tier.SECOND]
    assert (told.tier, len(told.gained), told.lost) == (Tier.FIRST, 1, ())


def test_only_the_desk_reads_handovers(floor: Floor) -> None:
    for person in (REQUESTER, AUDITOR):
        with pytest.raises(Refusal):
            floor.desk.handovers.latest(person)


def test_the_next_that_a_page_tells_is_whoever_stands_behind(floor: Floor) -> None:
    planned(floor, OFFICER, SECOND, days=7)
    behind = RotationForm(
        tier=Tier.SECOND, people=(SUPERVISOR.id,), starts_on="2026-03-02", handover_at="08:00", length="7"
    )
    floor.desk.planning.schedule(SUPERVISOR, behind, 0)
    page = floor.page(priority=Priority.URGENT).page

    goes_on(floor, minutes=5)
    floor.desk.escalations.sweep()

    told = floor.desk.escalations.status(OFFICER, page.reference).told
    assert told == (OFFICER.id, SUPERVISOR.id)
