"""Addresses beyond Slack, and which of them are still to be used for a page."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from storage.records.reach import Contact, Owner, Reach, Way
from storage.rows import fact_of, insert_into, values_of
from storage.work_tables import contacts, reaches

_PENDING = reaches.c.ended_at.is_(None)


class ReachStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Addresses.

    def set_contact(self, contact: Contact) -> None:
        """In the place of what the owner had for this way."""
        facts = values_of(contact)
        self._connection.execute(
            insert_into(self._connection, contacts)
            .values(facts)
            .on_conflict_do_update(index_elements=["owner", "way"], set_=facts)
        )

    def remove_contact(self, owner: Owner, way: Way) -> bool:
        """False: there was none."""
        removed = self._connection.execute(
            delete(contacts).where(contacts.c.owner == owner, contacts.c.way == way)
        )
        return removed.rowcount == 1

    def contact(self, owner: Owner, way: Way) -> Contact | None:
        row = self._connection.execute(
            select(contacts).where(contacts.c.owner == owner, contacts.c.way == way)
        ).one_or_none()
        return None if row is None else fact_of(Contact, row)

    def contacts(self, owners: Collection[Owner] | None = None) -> list[Contact]:
        """By owner and way; of these owners, or of all."""
        wanted = [] if owners is None else [contacts.c.owner.in_(sorted(owners))]
        rows = self._connection.execute(
            select(contacts).where(*wanted).order_by(contacts.c.owner, contacts.c.way)
        )
        return [fact_of(Contact, row) for row in rows]

    # What is to be used for a page.

    def add_all(self, planned: Sequence[Reach]) -> None:
        if planned:
            self._connection.execute(insert(reaches), [values_of(each) for each in planned])

    def claim(
        self, now: datetime, *, lease_until: datetime, ways: Collection[Way], limit: int
    ) -> list[Reach]:
        """What is due by these ways, under a lease that ends an attempt that never comes back."""
        rows = self._connection.execute(
            select(reaches)
            .where(
                _PENDING,
                reaches.c.due_at <= now,
                reaches.c.way.in_(sorted(ways)),
                or_(reaches.c.lease_until.is_(None), reaches.c.lease_until <= now),
            )
            .order_by(reaches.c.due_at, reaches.c.id)
            .limit(limit)
            # SQLite knows no row locks and needs none: `transaction()` is its only writer from the start.
            .with_for_update(skip_locked=True)
        ).all()
        if rows:
            self._connection.execute(
                update(reaches)
                .where(reaches.c.id.in_([row.id for row in rows]))
                .values(lease_until=lease_until, fence=reaches.c.fence + 1, tries=reaches.c.tries + 1)
            )
        return [_claimed(fact_of(Reach, row), lease_until) for row in rows]

    def settle(self, reach: Reach, **changes: object) -> bool:
        """Writes what became of an attempt. False: its lease was lost, so somebody else has it."""
        changed = self._connection.execute(
            update(reaches)
            .where(reaches.c.id == reach.id, reaches.c.fence == reach.fence, _PENDING)
            .values(lease_until=None, **changes)
        )
        return changed.rowcount == 1

    def hurry(self, escalation_id: str, owner: Owner, now: datetime) -> None:
        """Slack shows this person nothing, so it is not waited for."""
        self._connection.execute(
            update(reaches)
            .where(
                _PENDING,
                reaches.c.escalation_id == escalation_id,
                reaches.c.owner == owner,
                reaches.c.due_at > now,
            )
            .values(due_at=now)
        )

    def of(self, escalation_id: str) -> list[Reach]:
        """Every use of an address for a page, by when it was planned."""
        rows = self._connection.execute(
            select(reaches)
            .where(reaches.c.escalation_id == escalation_id)
            .order_by(reaches.c.told_at, reaches.c.owner, reaches.c.way)
        )
        return [fact_of(Reach, row) for row in rows]

    def next_due(self) -> datetime | None:
        ready_at = func.coalesce(reaches.c.lease_until, reaches.c.due_at)
        earliest: datetime | None = self._connection.execute(
            select(func.min(ready_at)).where(_PENDING)
        ).scalar_one()
        return earliest


def _claimed(reach: Reach, lease_until: datetime) -> Reach:
    return Reach(
        **(
            values_of(reach)
            | {"lease_until": lease_until, "fence": reach.fence + 1, "tries": reach.tries + 1}
        )
    )
