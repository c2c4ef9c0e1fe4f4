"""Liaison requests, kept."""

from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select

from storage import tables
from storage.finding import counted, found
from storage.records.people import PersonId
from storage.records.queries import RecordQuery, case_key
from storage.records.requests import LiaisonRequest, Priority, RequestState
from storage.rows import values_of
from storage.versioned import VersionedStore


class RequestStore(VersionedStore[LiaisonRequest]):
    table = tables.requests
    kind = LiaisonRequest

    def _values(self, record: LiaisonRequest) -> dict[str, Any]:
        return values_of(record) | {"case_key": case_key(record.agency_case)}

    def find(self, query: RecordQuery) -> list[LiaisonRequest]:
        return self._all(found(self.table, query))

    def count(self, query: RecordQuery, *, most: int | None = None) -> int:
        """How many there are on all pages, counted up to `most`."""
        return self._connection.execute(counted(self.table, query, most)).scalar_one()

    def last_of(self, person: PersonId) -> LiaisonRequest | None:
        """What somebody filed last for themselves, and not for a caller."""
        found = self._all(
            select(self.table)
            .where(self.table.c.filed_by == person, self.table.c.on_behalf.is_(None))
            .order_by(self.table.c.created_at.desc(), self.table.c.id.desc())
            .limit(1)
        )
        return found[0] if found else None

    def next_unclaimed(self, states: frozenset[RequestState]) -> LiaisonRequest | None:
        """Of those that nobody has: by priority, then what is due first, then the oldest."""
        urgency = case(
            {priority: rank for rank, priority in enumerate(Priority)}, value=self.table.c.priority
        )
        found = self._all(
            select(self.table)
            .where(self.table.c.state.in_(sorted(states)), self.table.c.owner.is_(None))
            .order_by(urgency, self.table.c.due_at, self.table.c.created_at, self.table.c.id)
            .limit(1)
            # Whoever asks at the same moment gets the next one. SQLite knows no row locks and needs none.
            .with_for_update(skip_locked=True)
        )
        return found[0] if found else None

    def load(self, states: frozenset[RequestState], now: datetime) -> dict[PersonId | None, tuple[int, int]]:
        """By owner: how many are in these states, and how many of them are overdue."""
        overdue = func.sum(case((self.table.c.due_at <= now, 1), else_=0))
        rows = self._connection.execute(
            select(self.table.c.owner, func.count(), overdue)
            .where(self.table.c.state.in_(sorted(states)))
            .group_by(self.table.c.owner)
            .order_by(func.count().desc(), self.table.c.owner)
        )
        return {owner: (int(count), int(late)) for owner, count, late in rows}
