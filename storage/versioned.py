"""Records with a version: whoever saves must have seen the newest one."""

from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, insert, select, update

from storage.failures import StaleRecord
from storage.rows import fact_of, values_of


class Versioned(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def reference(self) -> str: ...
    @property
    def version(self) -> int: ...


Kept = TypeVar("Kept", bound=Versioned)


class VersionedStore(Generic[Kept]):
    """What requests, notices and escalations have in common."""

    table: ClassVar[Table]
    kind: type[Kept]

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, record_id: str) -> Kept | None:
        return self._one(self.table.c.id == record_id)

    def by_reference(self, reference: str) -> Kept | None:
        return self._one(self.table.c.reference == reference)

    def add(self, *records: Kept) -> None:
        if records:
            self._connection.execute(insert(self.table), [self._values(each) for each in records])

    def save(self, record: Kept) -> None:
        """Write a record whose version is one above the one that was read.

        Raises StaleRecord when somebody else saved in between.
        """
        saved = self._connection.execute(
            update(self.table).where(
                self.table.c.id == record.id, self.table.c.version == record.version - 1
            ),
            self._values(record),
        )
        if saved.rowcount != 1:
            raise StaleRecord(record.reference)

    def _values(self, record: Kept) -> dict[str, Any]:
        """What stands in its row."""
        return values_of(record)

    def _one(self, condition: ColumnElement[bool]) -> Kept | None:
        row = self._connection.execute(select(self.table).where(condition).limit(1)).one_or_none()
        return None if row is None else fact_of(self.kind, row)

    def _all(self, statement: Any) -> list[Kept]:
        return [fact_of(self.kind, row) for row in self._connection.execute(statement)]


def save_over(connection: Connection, table: Table, fact: Any, *key: str, **beside: object) -> None:
    """Write a fact whose version is one above the one that was read; `key` names its columns.

    `beside` is what columns hold that are no fields of it.

    Raises StaleRecord when somebody else saved in between.
    """
    facts = values_of(fact) | beside
    same = [table.c[name] == facts[name] for name in key]
    saved = connection.execute(
        update(table).where(*same, table.c.version == facts["version"] - 1).values(facts)
    )
    if saved.rowcount != 1:
        raise StaleRecord(" ".join(str(facts[name]) for name in key))
