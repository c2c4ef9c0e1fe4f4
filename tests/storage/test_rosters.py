"""Rotations, swaps, handovers and calendars come back as they were kept, and nobody's change is lost."""

from dataclasses import replace
from datetime import date, time

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storage.database import Database, StaleRecord
from storage.records.calendars import Calendar
from storage.records.handovers import BriefPart, BriefRow, Handover
from storage.records.people import SYSTEM, Actor
from storage.records.reminders import RecordKind, Reminder, ReminderRule
from storage.records.roster import Rotation, Shift, ShiftKind, Swap, SwapState, Tier
from storage.upgrade import upgrade
from tests.storage.examples import ADA, BORIS, NOW, after, new_id
from tests.storage.older import as_of, kept_moment

WEEKLY = Rotation(
    id="R1",
    tier=Tier.FIRST,
    people=(ADA, BORIS),
    starts_on=date(2026, 3, 2),
    handover_at=time(8, 30),
    days=7,
    entered_at=NOW,
    entered_by=Actor("USAM"),
    turns_a_day=1,
)
SWAP = Swap(id="W1", rotation_id="R1", turn=3, offered_by=ADA, offered_to=BORIS, offered_at=NOW)
HANDOVER = Handover(
    id="H1",
    at=NOW,
    outgoing=ADA,
    incoming=BORIS,
    until=after(hours=8),
    rows=(
        BriefRow(part=BriefPart.PAGE, record_id="E1", reference="ES-2026-00001", state="open", at=NOW),
        BriefRow(
            part=BriefPart.DUE,
            record_id="N1",
            reference="NT-2026-00001",
            state="review",
            record_kind=RecordKind.NOTICE,
            owner=ADA,
            at=NOW,
            rule=ReminderRule.REVIEW,
        ),
    ),
    more=2,
    acknowledge_by=after(hours=1),
)
CALENDAR = Calendar(
    name="nights",
    url="https://calendar.example/private.ics",
    tier=Tier.SECOND,
    added_at=NOW,
    added_by=SYSTEM,
    read_at=None,
    next_at=NOW,
)


def test_a_rotation_comes_back_as_it_was_kept_and_there_is_one_of_a_tier(database: Database) -> None:
    with database.transaction() as tx:
        tx.roster.add_rotation(WEEKLY)
    with pytest.raises(IntegrityError), database.transaction() as tx:
        tx.roster.add_rotation(replace(WEEKLY, id="R2"))

    with database.reading() as tx:
        assert tx.roster.rotation_of(Tier.FIRST) == WEEKLY
        assert tx.roster.rotation_of(Tier.SECOND) is None
        assert tx.roster.rotations(NOW) == [WEEKLY]


def test_a_rotation_that_has_ended_makes_room_for_another(database: Database) -> None:
    ended = replace(WEEKLY, ends_at=after(hours=1), version=2)
    with database.transaction() as tx:
        tx.roster.add_rotation(WEEKLY)
        tx.roster.save_rotation(ended)
        tx.roster.add_rotation(replace(WEEKLY, id="R2"))

    with database.reading() as tx:
        assert [each.id for each in tx.roster.rotations(NOW)] == ["R1", "R2"]
        assert [each.id for each in tx.roster.rotations(after(hours=1))] == ["R2"]


def test_whoever_saves_what_somebody_changed_meanwhile_is_told(database: Database) -> None:
    with database.transaction() as tx:
        tx.roster.add_rotation(WEEKLY)
        tx.roster.add_swap(SWAP)
        tx.handovers.add(HANDOVER)

    with database.transaction() as tx:
        tx.roster.save_rotation(replace(WEEKLY, version=2))
        tx.roster.save_swap(replace(SWAP, version=2))
        tx.handovers.save(replace(HANDOVER, version=2))
        with pytest.raises(StaleRecord):
            tx.roster.save_rotation(replace(WEEKLY, version=2))
        with pytest.raises(StaleRecord):
            tx.roster.save_swap(replace(SWAP, version=2))
        with pytest.raises(StaleRecord):
            tx.handovers.save(replace(HANDOVER, version=2))


def test_swaps_are_found_by_what_became_of_them(database: Database) -> None:
    accepted = replace(SWAP, id="W2", turn=4, state=SwapState.ACCEPTED, answered_at=after(hours=1))
    with database.transaction() as tx:
        tx.roster.add_swap(SWAP)
        tx.roster.add_swap(accepted)

    with database.reading() as tx:
        assert tx.roster.swap("W1") == SWAP
        assert tx.roster.offered(ADA) == [SWAP]
        assert tx.roster.accepted(["R1"]) == [accepted]
        assert tx.roster.accepted(["R2"]) == []


def test_a_change_of_shift_has_one_handover(database: Database) -> None:
    with database.transaction() as tx:
        added = tx.handovers.add(HANDOVER), tx.handovers.add(replace(HANDOVER, id="H2", outgoing=None))

    with database.reading() as tx:
        assert added == (True, False)
        assert tx.handovers.get("H1") == HANDOVER
        assert tx.handovers.latest(5) == [HANDOVER]


def test_a_calendar_is_taken_once_when_it_is_due(database: Database) -> None:
    with database.transaction() as tx:
        tx.calendars.save(replace(CALENDAR, error="It was away."))
        tx.calendars.save(CALENDAR)
        due = tx.calendars.next_due()
        taken = tx.calendars.take_due(NOW, after(hours=1)), tx.calendars.take_due(NOW, after(hours=1))

    with database.reading() as tx:
        assert due == NOW
        assert taken == (CALENDAR, None)
        assert tx.calendars.all() == [replace(CALENDAR, next_at=after(hours=1))]


def test_what_a_calendar_says_takes_the_place_of_what_it_said_of_times_to_come(database: Database) -> None:
    def written(hours: float, source: str = "nights") -> Shift:
        return Shift(
            id=new_id(),
            person=ADA,
            starts_at=after(hours=hours),
            ends_at=after(hours=hours + 1),
            entered_at=NOW,
            entered_by=SYSTEM,
            kind=ShiftKind.WRITTEN,
            tier=Tier.SECOND,
            source=source,
        )

    past, coming, others, anew = written(-5), written(5), written(6, "days"), written(7)
    with database.transaction() as tx:
        tx.roster.add(past, coming, others)
        tx.roster.replace_written("nights", [anew], since=NOW)

    with database.reading() as tx:
        assert tx.roster.between(after(hours=-10), after(hours=10)) == [past, others, anew]


def test_a_shift_is_taken_out_once(database: Database) -> None:
    shift = Shift(
        id="S1", person=ADA, starts_at=NOW, ends_at=after(hours=1), entered_at=NOW, entered_by=SYSTEM
    )
    with database.transaction() as tx:
        tx.roster.add(shift)

        assert tx.roster.remove("S1") == shift
        assert tx.roster.remove("S1") is None


def test_a_reminder_of_the_roster_is_of_no_record(database: Database) -> None:
    look = Reminder(
        id="M1", record_kind=None, record_id="roster", rule=ReminderRule.ROSTER, state="", due_at=NOW
    )
    with database.transaction() as tx:
        tx.reminders.add(look)

        assert tx.reminders.take_due(NOW, 10) == [look]


def test_who_had_taken_the_desk_before_the_upgrade_has_it_after_it(empty_url: str) -> None:
    with as_of(empty_url, "0011") as connection:
        connection.execute(
            text(
                "INSERT INTO shifts (id, person, starts_at, ends_at, entered_at, entered_by) "
                "VALUES ('S1', 'UADA', :starts, :ends, :starts, 'system')"
            ),
            {"starts": kept_moment(connection, NOW), "ends": kept_moment(connection, after(hours=8))},
        )
        connection.execute(
            text(
                "INSERT INTO reminders (id, record_kind, record_id, rule, state, due_at, stage) "
                "VALUES ('M1', 'notice', 'N1', 'due', 'review', :at, 'said')"
            ),
            {"at": kept_moment(connection, NOW)},
        )

    upgrade(empty_url)

    database = Database(empty_url)
    with database.transaction() as tx:
        [shift] = tx.roster.between(NOW, after(hours=1))
        [reminder] = tx.reminders.take_due(NOW, 10)
        assert (shift.kind, shift.tier, shift.person) == (ShiftKind.OVERRIDE, Tier.FIRST, ADA)
        assert (reminder.record_kind, reminder.record_id) == (RecordKind.NOTICE, "N1")
    database.close()
