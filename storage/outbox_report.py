"""What can be asked of the outbox: what is due, what went wrong, and where things stand in Slack."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, or_, select, update

from storage.announcement_json import decode
from storage.records.announcements import ALARMS, UNDER, Place, Surface
from storage.records.outbox import DeadLetter, DeliveryState, Given, Lane, Posted, Taken
from storage.work_tables import outbox, surfaces

_UNSETTLED = outbox.c.settled_at.is_(None)

_earlier = outbox.alias("earlier")


def _nothing_earlier(record_key: ColumnElement[str]) -> ColumnElement[bool]:
    return ~exists().where(
        _earlier.c.settled_at.is_(None),
        _earlier.c.record_key == record_key,
        _earlier.c.place == outbox.c.place,
        _earlier.c.seq < outbox.c.seq,
    )


FIRST_IN_ORDER = and_(
    _nothing_earlier(outbox.c.record_key),
    # A reply waits for the message above it, and that one never for a reply.
    or_(outbox.c.kind.not_in(sorted(UNDER)), _nothing_earlier(outbox.c.surface_record_id)),
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

    def standing_beside(self, surface: Surface, posted: Posted) -> tuple[Surface, ...]:
        """The other surfaces that the same message shows, by key."""
        payloads = self._connection.execute(
            select(surfaces.c.payload)
            .where(
                surfaces.c.channel == posted.channel,
                surfaces.c.ts == posted.ts,
                surfaces.c.key != surface.key,
            )
            .order_by(surfaces.c.key)
        ).scalars()
        found = (decode(payload) for payload in payloads)
        return tuple(what for what in found if isinstance(what, Surface))

    def known(self, surface_keys: Collection[str]) -> set[str]:
        """Those of these surfaces that were shown before, or are on their way."""
        if not surface_keys:
            return set()
        wanted = sorted(surface_keys)
        standing = select(surfaces.c.key).where(surfaces.c.key.in_(wanted))
        coming = select(outbox.c.surface_key).where(outbox.c.surface_key.in_(wanted), _UNSETTLED)
        return set(self._connection.execute(standing.union(coming)).scalars())

    def alarms_of(self, record_ids: Collection[str]) -> list[Surface]:
        """The alarms of these pages that stand in Slack or are on their way there."""
        wanted = sorted(record_ids)
        standing = select(surfaces.c.payload).where(surfaces.c.record_id.in_(wanted), surfaces.c.ts != "")
        coming = select(outbox.c.payload).where(outbox.c.surface_record_id.in_(wanted), _UNSETTLED)
        payloads = self._connection.execute(standing.union(coming)).scalars()
        found = (decode(payload) for payload in payloads)
        alarms = (what for what in found if isinstance(what, Surface) and what.kind in ALARMS)
        return sorted(alarms, key=lambda what: what.key)

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

    def take_unnoticed(self, now: datetime, limit: int) -> list[Given]:
        """What was given up since this was asked last, oldest first; from now on it is noticed."""
        rows = self._connection.execute(
            select(outbox.c.seq, outbox.c.id, outbox.c.payload, outbox.c.error)
            .where(outbox.c.state == DeliveryState.DEAD, outbox.c.noticed_at.is_(None))
            .order_by(outbox.c.seq)
            .limit(limit)
            .with_for_update(skip_locked=True)
        ).all()
        if rows:
            self._connection.execute(
                update(outbox).where(outbox.c.seq.in_([row.seq for row in rows])).values(noticed_at=now)
            )
        return [Given(id=row.id, what=decode(row.payload), error=row.error) for row in rows]

    def has_unnoticed(self) -> bool:
        """Whether anything was given up of which nobody has taken notice."""
        unnoticed = exists().where(outbox.c.state == DeliveryState.DEAD, outbox.c.noticed_at.is_(None))
        return bool(self._connection.execute(select(unnoticed)).scalar_one())

    def dead_letter_count(self) -> int:
        return self._connection.execute(
            select(func.count()).select_from(outbox).where(outbox.c.state == DeliveryState.DEAD)
        ).scalar_one()

    def taken(self, record_id: str) -> dict[str, Taken]:
        """By key, when each surface of a record was first to be shown, and when Slack first took it."""
        rows = self._connection.execute(
            select(
                outbox.c.surface_key,
                func.min(outbox.c.payload).label("payload"),  # The same one in each of its rows.
                func.min(outbox.c.created_at).label("due_at"),
                func.min(case((outbox.c.state == DeliveryState.SENT, outbox.c.settled_at))).label("at"),
            )
            .where(outbox.c.surface_record_id == record_id)
            .group_by(outbox.c.surface_key)
        )
        found = ((row, decode(row.payload)) for row in rows)
        return {
            row.surface_key: Taken(surface=what, due_at=row.due_at, at=row.at)
            for row, what in found
            if isinstance(what, Surface)
        }

    def depth(self) -> dict[Lane, int]:
        """How much waits in each lane."""
        rows = self._connection.execute(
            select(outbox.c.lane, func.count()).where(_UNSETTLED).group_by(outbox.c.lane)
        )
        return dict.fromkeys(Lane, 0) | {Lane(lane): number for lane, number in rows}

    def oldest_by_lane(self, now: datetime) -> dict[Lane, datetime]:
        """When the oldest of what is due was written; lanes in which nothing is due are left out."""
        rows = self._connection.execute(
            select(outbox.c.lane, func.min(outbox.c.created_at))
            .where(_UNSETTLED, outbox.c.not_before <= now)
            .group_by(outbox.c.lane)
        )
        return {Lane(lane): oldest for lane, oldest in rows}

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
