"""Due moments, and which of them have not been seen to."""

from datetime import datetime

from sqlalchemy import Connection, case, delete, func, insert, select, update

from storage.records.reminders import Reminder, ReminderRule
from storage.rows import fact_of, values_of
from storage.work_tables import reminders

_PENDING = reminders.c.done_at.is_(None)
_BY_IMPORTANCE = case((reminders.c.rule == ReminderRule.CRITICAL, 0), else_=1)


class ReminderStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, *added: Reminder) -> None:
        if added:
            self._connection.execute(insert(reminders), [values_of(each) for each in added])

    def cancel_for(self, record_id: str, *, but: frozenset[ReminderRule] = frozenset()) -> None:
        """The record has changed: what was not said yet is not said any more, except by these rules."""
        self._connection.execute(
            delete(reminders).where(
                reminders.c.record_id == record_id, reminders.c.rule.not_in(sorted(but)), _PENDING
            )
        )

    def take_due(self, now: datetime, limit: int) -> list[Reminder]:
        """Those that are due: what pages somebody first, then the oldest.

        This transaction has them; no other sweep takes them.
        """
        rows = self._connection.execute(
            select(reminders)
            .where(reminders.c.due_at <= now, _PENDING)
            .order_by(_BY_IMPORTANCE, reminders.c.due_at, reminders.c.id)
            .limit(limit)
            # SQLite knows no row locks and needs none: `transaction()` is its only writer from the start.
            .with_for_update(skip_locked=True)
        ).all()
        self._connection.execute(
            update(reminders).where(reminders.c.id.in_([row.id for row in rows])).values(done_at=now)
        )
        return [fact_of(Reminder, row) for row in rows]

    def next_due(self) -> datetime | None:
        earliest: datetime | None = self._connection.execute(
            select(func.min(reminders.c.due_at)).where(_PENDING)
        ).scalar_one()
        return earliest

    def was_done(self, record_id: str, rule: ReminderRule, due_at: datetime) -> bool:
        """Whether this very moment of a record was seen to before."""
        found = select(reminders.c.id).where(
            reminders.c.record_id == record_id,
            reminders.c.rule == rule,
            reminders.c.due_at == due_at,
            reminders.c.done_at.is_not(None),
        )
        return self._connection.execute(found.limit(1)).first() is not None

    def pending(self, record_id: str) -> list[Reminder]:
        rows = self._connection.execute(
            select(reminders)
            .where(reminders.c.record_id == record_id, _PENDING)
            .order_by(reminders.c.due_at, reminders.c.id)
        )
        return [fact_of(Reminder, row) for row in rows]
