"""Due moments, and which of them have not been seen to."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, case, delete, func, insert, select, update

from storage.records.people import PersonId
from storage.records.reminders import Reminder, ReminderRule, Stage
from storage.rows import fact_of, values_of
from storage.work_tables import reminders

_PENDING = reminders.c.done_at.is_(None)
_BY_IMPORTANCE = case((reminders.c.rule == ReminderRule.CRITICAL, 0), else_=1)

Moment = tuple[ReminderRule, ReminderRule | None, datetime]


class ReminderStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, *added: Reminder) -> None:
        if added:
            self._connection.execute(insert(reminders), [values_of(each) for each in added])

    def cancel(self, reminder_id: str) -> None:
        """The record has changed: what was not said yet is not said any more."""
        self._connection.execute(delete(reminders).where(reminders.c.id == reminder_id, _PENDING))

    def take_due(self, now: datetime, limit: int) -> list[Reminder]:
        """Those that are to be said by themselves: what pages somebody first, then the oldest.

        This transaction has them; no other sweep takes them.
        """
        due = _is(Stage.SAID) & (reminders.c.due_at <= now)
        return self._take(now, due, limit)

    def take_for_digest(self, now: datetime, limit: int) -> list[Reminder]:
        """Those that stand in the digest of this moment."""
        due = _is(Stage.DIGEST) & (reminders.c.due_at <= now)
        return self._take(now, due, limit)

    def _take(self, now: datetime, due: ColumnElement[bool], limit: int) -> list[Reminder]:
        rows = self._connection.execute(
            select(reminders)
            .where(due)
            .order_by(_BY_IMPORTANCE, reminders.c.due_at, reminders.c.id)
            .limit(limit)
            # SQLite knows no row locks and needs none: `transaction()` is its only writer from the start.
            .with_for_update(skip_locked=True)
        ).all()
        self._connection.execute(
            update(reminders).where(reminders.c.id.in_([row.id for row in rows])).values(done_at=now)
        )
        return [fact_of(Reminder, row) for row in rows]

    def is_roster_due(self, now: datetime) -> bool:
        """Whether something is due that is of no record."""
        due = _is(Stage.SAID) & (reminders.c.due_at <= now) & reminders.c.record_kind.is_(None)
        return self._connection.execute(select(reminders.c.id).where(due).limit(1)).first() is not None

    def next_due(self) -> datetime | None:
        """When something is to be said by itself."""
        earliest: datetime | None = self._connection.execute(
            select(func.min(reminders.c.due_at)).where(_is(Stage.SAID))
        ).scalar_one()
        return earliest

    def done_of(self, record_id: str) -> set[Moment]:
        """Which moments of a record were seen to already."""
        rows = self._connection.execute(
            select(reminders.c.rule, reminders.c.about, reminders.c.due_at).where(
                reminders.c.record_id == record_id, reminders.c.done_at.is_not(None)
            )
        )
        return {(row.rule, row.about, row.due_at) for row in rows}

    def last_said(self, record_id: str, state: str) -> list[Reminder]:
        """What was said of a record while it stood in this state, the latest first."""
        return self._facts(
            reminders.c.record_id == record_id,
            reminders.c.state == state,
            reminders.c.stage == Stage.SAID,
            reminders.c.done_at.is_not(None),
        )[::-1]

    def pending(self, record_id: str) -> list[Reminder]:
        return self._facts(reminders.c.record_id == record_id, _PENDING)

    def pending_of(self, record_ids: Collection[str]) -> list[Reminder]:
        """Of several records at once."""
        return self._facts(reminders.c.record_id.in_(sorted(record_ids)), _PENDING)

    def told(self, reminder_id: str, person: PersonId) -> None:
        """It was said by itself to this person."""
        self._connection.execute(
            update(reminders).where(reminders.c.id == reminder_id).values(told_to=person)
        )

    def told_since(self, person: PersonId, moment: datetime) -> int:
        """How many were said by themselves to somebody since then."""
        found = select(func.count()).where(reminders.c.told_to == person, reminders.c.done_at >= moment)
        return self._connection.execute(found).scalar_one()

    def _facts(self, *conditions: ColumnElement[bool]) -> list[Reminder]:
        found = select(reminders).where(*conditions).order_by(reminders.c.due_at, reminders.c.id)
        return [fact_of(Reminder, row) for row in self._connection.execute(found)]


def _is(stage: Stage) -> ColumnElement[bool]:
    return (reminders.c.stage == stage) & _PENDING
