"""Notices, kept."""

from storage import tables
from storage.finding import counted, found
from storage.records.notices import Notice
from storage.records.queries import RecordQuery
from storage.versioned import VersionedStore


class NoticeStore(VersionedStore[Notice]):
    table = tables.notices
    kind = Notice

    def by_control_number(self, control_number: str) -> Notice | None:
        """The notice that the General Secretariat knows by this number, written exactly so."""
        return self._one(self.table.c.control_number == control_number)

    def find(self, query: RecordQuery) -> list[Notice]:
        return self._all(found(self.table, query))

    def count(self, query: RecordQuery) -> int:
        return self._connection.execute(counted(self.table, query)).scalar_one()
