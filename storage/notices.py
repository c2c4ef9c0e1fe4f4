"""Notices, kept."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select

from storage import tables
from storage.finding import counted, found
from storage.records.notices import Notice
from storage.records.queries import RecordQuery, case_key, entity_key
from storage.rows import values_of
from storage.versioned import VersionedStore


class NoticeStore(VersionedStore[Notice]):
    table = tables.notices
    kind = Notice

    def by_control_number(self, control_number: str) -> Notice | None:
        """The notice that the General Secretariat knows by this number, written exactly so."""
        return self._one(self.table.c.control_number == control_number)

    def references_by_control_number(self, control_numbers: Collection[str]) -> Mapping[str, str]:
        """Of those numbers that a notice has, written exactly so, its reference."""
        rows = self._connection.execute(
            select(self.table.c.control_number, self.table.c.reference).where(
                self.table.c.control_number.in_(sorted(control_numbers))
            )
        )
        return {row.control_number: row.reference for row in rows}

    def _values(self, record: Notice) -> dict[str, Any]:
        entity = entity_key(record.answers.get("entity_id", ""))
        return values_of(record) | {"case_key": case_key(record.agency_case), "entity_id": entity}

    def find(self, query: RecordQuery) -> list[Notice]:
        return self._all(found(self.table, query))

    def count(self, query: RecordQuery, *, most: int | None = None) -> int:
        """How many there are on all pages, counted up to `most`."""
        return self._connection.execute(counted(self.table, query, most)).scalar_one()
