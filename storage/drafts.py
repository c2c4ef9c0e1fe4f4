"""Forms that somebody has begun, kept until they are sent, thrown away or too old."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from storage.records.drafts import Draft, DraftId
from storage.records.people import PersonId
from storage.rows import fact_of, insert_into, values_of
from storage.tables import drafts


class DraftStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, draft_id: DraftId) -> Draft | None:
        row = self._connection.execute(select(drafts).where(drafts.c.id == draft_id)).one_or_none()
        return None if row is None else fact_of(Draft, row)

    def of(self, person: PersonId, limit: int) -> list[Draft]:
        """Newest first."""
        rows = self._connection.execute(
            select(drafts)
            .where(drafts.c.person == person)
            .order_by(drafts.c.saved_at.desc(), drafts.c.id)
            .limit(limit)
        )
        return [fact_of(Draft, row) for row in rows]

    def save(self, draft: Draft) -> None:
        """Write what is known now, whether or not there was one before; whose it is never changes."""
        facts = values_of(draft)
        changed = {name: facts[name] for name in ("form", "answers", "saved_at", "stamp")}
        self._connection.execute(
            insert_into(self._connection, drafts)
            .values(facts)
            .on_conflict_do_update(index_elements=["id"], set_=changed, where=drafts.c.person == draft.person)
        )

    def remove(self, draft_id: DraftId) -> None:
        self._connection.execute(delete(drafts).where(drafts.c.id == draft_id))

    def forget_before(self, moment: datetime) -> None:
        self._connection.execute(delete(drafts).where(drafts.c.saved_at < moment))
