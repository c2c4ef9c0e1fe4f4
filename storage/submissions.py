"""Keys of submitted forms: a lost answer and a second try make one record."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select

from storage.rows import insert_into
from storage.tables import submissions

_FOR_GOOD = datetime(9999, 1, 1, tzinfo=UTC)
"""No key of that moment is ever old."""


class Submissions:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def claim(self, key: str, record_id: str, at: datetime) -> str | None:
        """None when this key comes for the first time; else the record that it has made already."""
        first = self._connection.execute(
            insert_into(self._connection, submissions)
            .values(key=key, record_id=record_id, at=at)
            .on_conflict_do_nothing(index_elements=["key"])
            .returning(submissions.c.key)
        ).one_or_none()
        if first is not None:
            return None
        made: str = self._connection.execute(
            select(submissions.c.record_id).where(submissions.c.key == key)
        ).scalar_one()
        return made

    def made(self, keys: Collection[str]) -> Collection[str]:
        """Those of these keys that came before."""
        found = select(submissions.c.key).where(submissions.c.key.in_(sorted(keys)))
        return frozenset(self._connection.execute(found).scalars())

    def keep(self, made: Mapping[str, str]) -> None:
        """Remembers for good which record each key has made, as long as that record is kept."""
        rows = [{"key": key, "record_id": record_id, "at": _FOR_GOOD} for key, record_id in made.items()]
        if rows:
            self._connection.execute(insert(submissions), rows)

    def has(self, key: str) -> bool:
        found = select(submissions.c.key).where(submissions.c.key == key)
        return self._connection.execute(found).first() is not None

    def forget_before(self, moment: datetime) -> None:
        self._connection.execute(delete(submissions).where(submissions.c.at < moment))
