"""Which notices somebody has said belong to one case."""

from sqlalchemy import Connection, select, union

from storage.records.links import Link
from storage.records.notices import NoticeId
from storage.rows import insert_into, values_of
from storage.tables import links


class LinkStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, link: Link) -> None:
        """A link that is there already stays."""
        self._connection.execute(
            insert_into(self._connection, links).values(values_of(link)).on_conflict_do_nothing()
        )

    def of(self, notice_id: NoticeId) -> list[NoticeId]:
        """Whatever way round a link was made."""
        there = select(links.c.other.label("id")).where(links.c.one == notice_id)
        back = select(links.c.one.label("id")).where(links.c.other == notice_id)
        return sorted(NoticeId(row.id) for row in self._connection.execute(union(there, back)))
