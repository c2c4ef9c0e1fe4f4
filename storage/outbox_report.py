"""What can be asked of the outbox: what is due, what went wrong, and where things stand in Slack."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select

from storage.announcement_json import decode
from storage.records.announcements import Place, Surface, SurfaceKind
from storage.records.outbox import DeadLetter, DeliveryState, Lane, Posted
from storage.records.people import PersonId
from storage.work_tables import outbox, surfaces

_UNSETTLED = outbox.c.settled_at.is_(None)

_earlier = outbox.alias("earlier")
FIRST_IN_ORDER = ~exists().where(
    _earlier.c.settled_at.is_(None),
    _earlier.c.record_key == outbox.c.record_key,
    _earlier.c.place == outbox.c.place,
    _earlier.c.seq < outbox.c.seq,
)
"""Nothing that was written earlier for the same record and place is still to be told."""


def claimable(now: datetime) -> ColumnElement[bool]:
    """Waiting, due, first in its order and in nobody's hands."""
    return and_(
        _UNSETTLED,
        outbox.c.not_before <= now,
        or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= now),
        FIRST_IN_ORDER,
    )


class OutboxReport:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def posted(self, surface_key: str) -> Posted | None:
        """Where a surface stands, so that it can be edited; None when it was never posted, or is a Home."""
        row = self._connection.execute(select(surfaces).where(surfaces.c.key == surface_key)).one_or_none()
        return Posted(channel=row.channel, ts=row.ts) if row is not None and row.ts else None

    def id_posted(self, outbox_id: str) -> Posted | None:
        """Where the message of one row was posted; None while it is not settled."""
        row = self._connection.execute(
            select(outbox.c.channel, outbox.c.ts).where(
                outbox.c.id == outbox_id, outbox.c.channel.is_not(None)
            )
        ).one_or_none()
        return None if row is None else Posted(channel=row.channel, ts=row.ts)

    def surfaces_of(self, record_id: str) -> list[Surface]:
        """Every surface of a record that stands in Slack or is on its way there."""
        standing = select(surfaces.c.payload).where(surfaces.c.record_id == record_id)
        coming = select(outbox.c.payload).where(outbox.c.surface_record_id == record_id, _UNSETTLED)
        payloads = self._connection.execute(standing.union(coming)).scalars()
        found = (decode(payload) for payload in payloads)
        return sorted((what for what in found if isinstance(what, Surface)), key=lambda what: what.key)

    def known_home(self, person: PersonId) -> bool:
        """Somebody whose Home was shown before; nobody else's is published."""
        return any(surface.kind is SurfaceKind.HOME for surface in self.surfaces_of(person))

    def dead_letters(self, limit: int) -> list[DeadLetter]:
        """What was given up, newest first."""
        rows = self._connection.execute(
            select(outbox)
            .where(outbox.c.state == DeliveryState.DEAD)
            .order_by(outbox.c.settled_at.desc(), outbox.c.seq.desc())
            .limit(limit)
        )
        return [
            DeadLetter(
                id=row.id,
                place=Place(row.place),
                what=row.kind,
                error=row.error,
                attempts=row.attempts,
                died_at=row.settled_at,
            )
            for row in rows
        ]

    def dead_letter_count(self) -> int:
        return self._connection.execute(
            select(func.count()).select_from(outbox).where(outbox.c.state == DeliveryState.DEAD)
        ).scalar_one()

    def depth(self) -> dict[Lane, int]:
        """How much waits in each lane."""
        rows = self._connection.execute(
            select(outbox.c.lane, func.count()).where(_UNSETTLED).group_by(outbox.c.lane)
        )
        return dict.fromkeys(Lane, 0) | {Lane(lane): number for lane, number in rows}

    def oldest(self, now: datetime) -> datetime | None:
        """When the oldest of what is due was written; what was put off until later does not count."""
        oldest: datetime | None = self._connection.execute(
            select(func.min(outbox.c.created_at)).where(_UNSETTLED, outbox.c.not_before <= now)
        ).scalar_one()
        return oldest

    def next_due(self, *, held: frozenset[Place] = frozenset()) -> datetime | None:
        """When the next claim can find something outside the places that are held."""
        ready_at = func.coalesce(outbox.c.lease_until, outbox.c.not_before)
        earliest: datetime | None = self._connection.execute(
            select(func.min(ready_at)).where(_UNSETTLED, outbox.c.place.not_in(held), FIRST_IN_ORDER)
        ).scalar_one()
        return earliest
