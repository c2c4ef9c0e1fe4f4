"""Escalations, and which of them owe a step of the ladder."""

from datetime import datetime

from sqlalchemy import func, select

from storage import work_tables
from storage.locks import hold
from storage.records.escalations import Escalation, EscalationState
from storage.versioned import VersionedStore


class EscalationStore(VersionedStore[Escalation]):
    table = work_tables.escalations
    kind = Escalation

    def open_for(self, record_id: str) -> Escalation | None:
        """The page about this record that is not resolved yet.

        Two who ask in order to open one come one after the other.
        """
        hold(self._connection, record_id)
        return self._one((self.table.c.record_id == record_id) & self.table.c.resolved_at.is_(None))

    def unresolved(self) -> list[Escalation]:
        """Oldest first."""
        return self._all(
            select(self.table).where(self.table.c.resolved_at.is_(None)).order_by(self.table.c.opened_at)
        )

    def due(self, now: datetime, limit: int) -> list[Escalation]:
        """Those that owe a step, locked until the end of this transaction; another sweep passes them by."""
        return self._all(
            select(self.table)
            .where(self.table.c.next_step_at <= now, self.table.c.state == EscalationState.OPEN)
            .order_by(self.table.c.next_step_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )

    def next_due(self) -> datetime | None:
        earliest: datetime | None = self._connection.execute(
            select(func.min(self.table.c.next_step_at)).where(self.table.c.state == EscalationState.OPEN)
        ).scalar_one()
        return earliest
