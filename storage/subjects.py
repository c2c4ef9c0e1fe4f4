"""Signs of subjects and who watches them, kept as digests."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from storage.locks import hold
from storage.records.people import PersonId
from storage.records.subjects import SubjectKey, Watch
from storage.rows import fact_of, insert_into, values_of
from storage.tables import subject_keys, watches


class SubjectStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hold(self, digest: str) -> None:
        """Nobody else keeps this sign until the end of this transaction."""
        hold(self._connection, digest)

    def of(self, record_id: str) -> list[SubjectKey]:
        rows = self._connection.execute(select(subject_keys).where(subject_keys.c.record_id == record_id))
        return [fact_of(SubjectKey, row) for row in rows]

    def add(self, *keys: SubjectKey) -> None:
        """Signs of records that have none yet."""
        if keys:
            self._connection.execute(insert(subject_keys), [values_of(key) for key in keys])

    def replace(self, record_id: str, keys: Iterable[SubjectKey]) -> None:
        """These are all the signs of this record from now on."""
        self._connection.execute(delete(subject_keys).where(subject_keys.c.record_id == record_id))
        self.add(*keys)

    def sharing(self, digests: Collection[str], *, but: str) -> list[SubjectKey]:
        """The same signs of other records than `but`."""
        rows = self._connection.execute(
            select(subject_keys)
            .where(subject_keys.c.digest.in_(sorted(digests)), subject_keys.c.record_id != but)
            .order_by(subject_keys.c.record_id, subject_keys.c.sign)
        )
        return [fact_of(SubjectKey, row) for row in rows]

    def watch(self, watch: Watch) -> None:
        """Who watches already goes on watching."""
        self._connection.execute(
            insert_into(self._connection, watches).values(values_of(watch)).on_conflict_do_nothing()
        )

    def unwatch(self, record_id: str, person: PersonId) -> None:
        self._connection.execute(
            delete(watches).where(watches.c.record_id == record_id, watches.c.person == person)
        )

    def watches(self, record_ids: Collection[str]) -> list[Watch]:
        rows = self._connection.execute(
            select(watches)
            .where(watches.c.record_id.in_(sorted(record_ids)))
            .order_by(watches.c.record_id, watches.c.person)
        )
        return [fact_of(Watch, row) for row in rows]

    def watched_since(self, record_id: str, person: PersonId) -> datetime | None:
        since: datetime | None = self._connection.execute(
            select(watches.c.since).where(watches.c.record_id == record_id, watches.c.person == person)
        ).scalar_one_or_none()
        return since
