"""Reminders are taken once, when they are due, and not after the record has moved on."""

from datetime import datetime

import pytest

from storage.database import Database
from storage.records.reminders import RecordKind, Reminder, ReminderRule, Stage
from tests.storage.examples import ADA, BORIS, Misfortune, after, all_at_once, new_id


def a_reminder(due_at: datetime, *, record_id: str = "N1", stage: Stage = Stage.SAID) -> Reminder:
    return Reminder(
        id=new_id(),
        record_kind=RecordKind.NOTICE,
        record_id=record_id,
        rule=ReminderRule.DUE,
        state="submitted",
        due_at=due_at,
        stage=stage,
    )


def keep(database: Database, *reminders: Reminder) -> None:
    with database.transaction() as tx:
        for reminder in reminders:
            tx.reminders.add(reminder)


def take(database: Database, now: datetime, *, limit: int = 50) -> list[Reminder]:
    with database.transaction() as tx:
        return tx.reminders.take_due(now, limit)


def test_a_reminder_is_taken_at_its_moment_and_once(database: Database) -> None:
    reminder = a_reminder(after(hours=1))
    keep(database, reminder)

    early, on_the_dot, again = (take(database, after(hours=hours)) for hours in (0.99, 1, 2))

    assert (early, on_the_dot, again) == ([], [reminder], [])


def test_reminders_come_by_their_moment_and_a_few_at_a_time(database: Database) -> None:
    late, later = a_reminder(after(hours=1)), a_reminder(after(hours=2))
    keep(database, later, late)

    assert take(database, after(hours=3), limit=1) == [late]
    assert take(database, after(hours=3), limit=1) == [later]


def test_sweeps_at_once_take_each_reminder_once(database: Database) -> None:
    keep(database, *(a_reminder(after(minutes=minute)) for minute in range(30)))

    taken = [
        reminder.id
        for sweep in all_at_once(8, lambda _: take(database, after(hours=1), limit=5))
        for reminder in sweep
    ]
    taken += [reminder.id for reminder in take(database, after(hours=1))]

    assert len(taken) == len(set(taken)) == 30


def test_a_sweep_that_fails_leaves_the_reminder_for_the_next(database: Database) -> None:
    reminder = a_reminder(after(hours=1))
    keep(database, reminder)

    def take_and_fail() -> None:
        with database.transaction() as tx:
            tx.reminders.take_due(after(hours=1), 50)
            raise Misfortune

    with pytest.raises(Misfortune):
        take_and_fail()

    assert take(database, after(hours=1)) == [reminder]


def test_what_is_cancelled_is_not_said_any_more_and_what_was_said_stays(database: Database) -> None:
    said, cancelled, other = (a_reminder(after(hours=hours)) for hours in (0, 1, 1))
    keep(database, said, cancelled, other)
    take(database, after(hours=0))

    with database.transaction() as tx:
        tx.reminders.cancel(said.id)
        tx.reminders.cancel(cancelled.id)
        assert tx.reminders.done_of("N1") == {(ReminderRule.DUE, None, after(hours=0))}

    assert take(database, after(hours=3)) == [other]


def test_the_next_moment_is_the_earliest_that_was_not_said(database: Database) -> None:
    keep(database, a_reminder(after(hours=2)), a_reminder(after(hours=1)))
    moments = []
    for hours in (0, 1, 2):
        take(database, after(hours=hours))
        with database.reading() as tx:
            moments.append(tx.reminders.next_due())

    assert moments == [after(hours=1), after(hours=2), None]


def test_what_is_pending_for_a_record_comes_by_its_moment(database: Database) -> None:
    first, second = a_reminder(after(hours=1)), a_reminder(after(hours=2))
    keep(database, second, first, a_reminder(after(hours=1), record_id="N2"))

    with database.reading() as tx:
        assert tx.reminders.pending("N1") == [first, second]


def test_what_stands_in_the_digest_or_in_lists_only_is_not_said_by_itself(database: Database) -> None:
    said, digest, limit = (a_reminder(after(hours=1), stage=stage) for stage in Stage)
    keep(database, said, digest, limit)

    with database.transaction() as tx:
        taken = tx.reminders.take_due(after(hours=2), 50), tx.reminders.take_for_digest(after(hours=2), 50)
        left = tx.reminders.pending("N1"), tx.reminders.next_due()

    assert taken == ([said], [digest])
    assert left == ([limit], None)


def test_it_is_counted_how_many_were_told_to_somebody_since_a_moment(database: Database) -> None:
    reminders = [a_reminder(after(hours=hours)) for hours in range(4)]
    keep(database, *reminders)
    with database.transaction() as tx:
        for hours, reminder in enumerate(reminders):
            tx.reminders.take_due(after(hours=hours), 1)
            tx.reminders.told(reminder.id, ADA if hours else BORIS)

    with database.reading() as tx:
        counts = [tx.reminders.told_since(person, after(hours=2)) for person in (ADA, BORIS)]

    assert counts == [2, 0]
