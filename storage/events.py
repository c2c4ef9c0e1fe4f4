"""The steps in the life of each request and notice."""

from sqlalchemy import Connection, insert, select

from storage.records.notices import RecordEvent
from storage.rows import fact_of, values_of
from storage.tables import events


class EventStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, *added: RecordEvent) -> None:
        """In this order."""
        if added:
            self._connection.execute(insert(events), [values_of(each) for each in added])

    def latest(self, record_id: str, limit: int) -> list[RecordEvent]:
        """Newest first."""
        rows = self._connection.execute(
            select(events).where(events.c.record_id == record_id).order_by(events.c.seq.desc()).limit(limit)
        )
        return [fact_of(RecordEvent, row) for row in rows]
