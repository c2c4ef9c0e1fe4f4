"""The roster, kept."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from storage.records.roster import Shift
from storage.rows import fact_of, values_of
from storage.work_tables import shifts


class RosterStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, shift: Shift) -> None:
        self._connection.execute(insert(shifts), values_of(shift))

    def on_duty(self, moment: datetime) -> Shift | None:
        """Of shifts that overlap at the moment, the one entered last."""
        return self._first(
            select(shifts)
            .where(shifts.c.starts_at <= moment, shifts.c.ends_at > moment)
            .order_by(shifts.c.entered_at.desc(), shifts.c.id.desc())
        )

    def next_after(self, moment: datetime) -> Shift | None:
        """The next shift of somebody else than who is on duty; of the same person when there is no other."""
        holder = self.on_duty(moment)
        later = select(shifts).where(shifts.c.starts_at > moment).order_by(shifts.c.starts_at, shifts.c.id)
        if holder is not None:
            relief = self._first(later.where(shifts.c.person != holder.person))
            if relief is not None:
                return relief
        return self._first(later)

    def between(self, start: datetime, end: datetime) -> list[Shift]:
        """Shifts that touch the span, by their start."""
        rows = self._connection.execute(
            select(shifts)
            .where(shifts.c.starts_at < end, shifts.c.ends_at > start)
            .order_by(shifts.c.starts_at, shifts.c.id)
        )
        return [fact_of(Shift, row) for row in rows]

    def _first(self, statement: Select[*tuple[Any, ...]]) -> Shift | None:
        row = self._connection.execute(statement.limit(1)).one_or_none()
        return None if row is None else fact_of(Shift, row)
