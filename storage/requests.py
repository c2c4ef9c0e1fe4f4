"""Liaison requests, kept."""

from storage import tables
from storage.finding import counted, found
from storage.records.queries import RecordQuery
from storage.records.requests import LiaisonRequest
from storage.versioned import VersionedStore


class RequestStore(VersionedStore[LiaisonRequest]):
    table = tables.requests
    kind = LiaisonRequest

    def find(self, query: RecordQuery) -> list[LiaisonRequest]:
        return self._all(found(self.table, query))

    def count(self, query: RecordQuery) -> int:
        return self._connection.execute(counted(self.table, query)).scalar_one()
