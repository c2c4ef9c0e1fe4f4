"""Keys of submitted forms: a lost answer and a second try make one record."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from storage.rows import insert_into
from storage.tables import submissions


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

    def has(self, key: str) -> bool:
        found = select(submissions.c.key).where(submissions.c.key == key)
        return self._connection.execute(found).first() is not None

    def forget_before(self, moment: datetime) -> None:
        self._connection.execute(delete(submissions).where(submissions.c.at < moment))
