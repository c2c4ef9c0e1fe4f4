"""Which US agencies were alerted to what came in, and which have acknowledged it."""

from sqlalchemy import Connection, select, update

from storage.failures import StaleRecord
from storage.records.alerts import Alert
from storage.rows import fact_of, insert_into, values_of
from storage.tables import alerts


class AlertStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, alert: Alert) -> bool:
        """False: this agency was alerted to this record before."""
        added = self._connection.execute(
            insert_into(self._connection, alerts)
            .values(values_of(alert))
            .on_conflict_do_nothing(index_elements=["record_id", "agency_id"])
            .returning(alerts.c.id)
        )
        return added.one_or_none() is not None

    def get(self, alert_id: str) -> Alert | None:
        row = self._connection.execute(select(alerts).where(alerts.c.id == alert_id)).one_or_none()
        return None if row is None else fact_of(Alert, row)

    def of(self, record_id: str) -> list[Alert]:
        """Oldest first."""
        rows = self._connection.execute(
            select(alerts).where(alerts.c.record_id == record_id).order_by(alerts.c.told_at, alerts.c.id)
        )
        return [fact_of(Alert, row) for row in rows]

    def save(self, alert: Alert) -> None:
        """Raises StaleRecord when somebody else saved in between."""
        saved = self._connection.execute(
            update(alerts).where(alerts.c.id == alert.id, alerts.c.version == alert.version - 1),
            values_of(alert),
        )
        if saved.rowcount != 1:
            raise StaleRecord(alert.id)
