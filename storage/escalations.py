"""Escalations, and which of them owe a step of the ladder."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, case, func, select

from storage import work_tables
from storage.failures import StaleRecord
from storage.locks import hold
from storage.records.escalations import Escalation, EscalationState
from storage.records.requests import Priority
from storage.rows import values_of
from storage.versioned import VersionedStore

_table = work_tables.escalations
_BY_IMPORTANCE = case({each.value: rank for rank, each in enumerate(Priority)}, value=_table.c.priority)
_SAVE = _table.update().where(
    _table.c.id == bindparam("its_id"), _table.c.version == bindparam("version_before")
)


class EscalationStore(VersionedStore[Escalation]):
    table = _table
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

    def unresolved_by_state(self) -> dict[EscalationState, int]:
        """How many there are of each."""
        rows = self._connection.execute(
            select(self.table.c.state, func.count())
            .where(self.table.c.resolved_at.is_(None))
            .group_by(self.table.c.state)
        )
        return dict.fromkeys(EscalationState, 0) | {EscalationState(state): number for state, number in rows}

    def due(self, now: datetime, limit: int) -> list[Escalation]:
        """Those that owe a step, the most important first.

        They are locked until the end of this transaction; another sweep passes them by.
        """
        return self._all(
            select(self.table)
            .where(self.table.c.next_step_at <= now)
            .order_by(_BY_IMPORTANCE, self.table.c.next_step_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )

    def save_all(self, escalations: Sequence[Escalation]) -> None:
        """As `save`, many at once. Raises StaleRecord when somebody else saved one of them in between."""
        if not escalations:
            return
        rows = [
            values_of(each) | {"its_id": each.id, "version_before": each.version - 1} for each in escalations
        ]
        if self._connection.execute(_SAVE, rows).rowcount != len(rows):
            raise StaleRecord("one of several escalations")

    def next_due(self) -> datetime | None:
        earliest: datetime | None = self._connection.execute(
            select(func.min(self.table.c.next_step_at))
        ).scalar_one()
        return earliest

    def opened_between(self, start: datetime, end: datetime) -> list[Escalation]:
        """From `start` on and before `end`, oldest first."""
        return self._all(
            select(self.table)
            .where(self.table.c.opened_at >= start, self.table.c.opened_at < end)
            .order_by(self.table.c.opened_at)
        )

    def latest(self, limit: int) -> list[Escalation]:
        """Newest first."""
        return self._all(select(self.table).order_by(self.table.c.opened_at.desc()).limit(limit))
