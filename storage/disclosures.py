"""Who was told what of a record, kept; nothing is ever changed or taken out."""

from sqlalchemy import Connection, insert, select

from storage.records.disclosures import Disclosure
from storage.rows import fact_of, values_of
from storage.tables import disclosures


class DisclosureStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, disclosure: Disclosure) -> None:
        self._connection.execute(insert(disclosures), values_of(disclosure))

    def of(self, record_id: str) -> list[Disclosure]:
        """Oldest first."""
        rows = self._connection.execute(
            select(disclosures)
            .where(disclosures.c.record_id == record_id)
            .order_by(disclosures.c.at, disclosures.c.id)
        )
        return [fact_of(Disclosure, row) for row in rows]
