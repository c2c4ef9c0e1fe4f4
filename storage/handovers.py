"""Handovers, kept."""

from sqlalchemy import Connection, select, update

from storage.failures import StaleRecord
from storage.records.handovers import Handover
from storage.roster_tables import handovers
from storage.rows import fact_of, insert_into, values_of


class HandoverStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, handover: Handover) -> bool:
        """False: that the desk went over to them at this moment is kept already."""
        added = self._connection.execute(
            insert_into(self._connection, handovers)
            .values(values_of(handover))
            .on_conflict_do_nothing(index_elements=["at", "incoming"])
            .returning(handovers.c.id)
        )
        return added.one_or_none() is not None

    def get(self, handover_id: str) -> Handover | None:
        row = self._connection.execute(select(handovers).where(handovers.c.id == handover_id)).one_or_none()
        return None if row is None else fact_of(Handover, row)

    def latest(self, limit: int) -> list[Handover]:
        """The newest first."""
        rows = self._connection.execute(
            select(handovers).order_by(handovers.c.at.desc(), handovers.c.id.desc()).limit(limit)
        )
        return [fact_of(Handover, row) for row in rows]

    def save(self, handover: Handover) -> None:
        """Raises StaleRecord when somebody else saved in between."""
        saved = self._connection.execute(
            update(handovers).where(
                handovers.c.id == handover.id, handovers.c.version == handover.version - 1
            ),
            values_of(handover),
        )
        if saved.rowcount != 1:
            raise StaleRecord(handover.id)
