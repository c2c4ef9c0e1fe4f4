"""The calendars that the roster is read from, kept."""

from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from storage.records.calendars import Calendar
from storage.roster_tables import calendars
from storage.rows import fact_of, insert_into, values_of


class CalendarStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, calendar: Calendar) -> None:
        """Another one of the same name takes its place."""
        facts = values_of(calendar)
        self._connection.execute(
            insert_into(self._connection, calendars)
            .values(facts)
            .on_conflict_do_update(index_elements=["name"], set_=facts)
        )

    def remove(self, name: str) -> bool:
        """False: there was none of this name."""
        return self._connection.execute(delete(calendars).where(calendars.c.name == name)).rowcount > 0

    def get(self, name: str) -> Calendar | None:
        row = self._connection.execute(select(calendars).where(calendars.c.name == name)).one_or_none()
        return None if row is None else fact_of(Calendar, row)

    def all(self) -> list[Calendar]:
        rows = self._connection.execute(select(calendars).order_by(calendars.c.name))
        return [fact_of(Calendar, row) for row in rows]

    def next_due(self) -> datetime | None:
        """When one is to be read again."""
        earliest: datetime | None = self._connection.execute(
            select(func.min(calendars.c.next_at))
        ).scalar_one()
        return earliest

    def take_due(self, now: datetime, again_at: datetime) -> Calendar | None:
        """One that is to be read now; whatever becomes of it, it is read again then."""
        row = self._connection.execute(
            select(calendars)
            .where(calendars.c.next_at <= now)
            .order_by(calendars.c.next_at, calendars.c.name)
            .limit(1)
            .with_for_update(skip_locked=True)
        ).one_or_none()
        if row is None:
            return None
        self._connection.execute(
            calendars.update().where(calendars.c.name == row.name).values(next_at=again_at)
        )
        return fact_of(Calendar, row)
