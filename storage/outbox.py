"""The outbox: what is still to be told, who is telling it, and how that ended."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, insert, or_, select, update

from storage.announcement_json import encode
from storage.outbox_report import OutboxReport, claimable
from storage.outbox_rows import new_row, waiting_of
from storage.records.announcements import Announcement, Place, Surface
from storage.records.outbox import DeliveryState, Lane, Posted, Waiting
from storage.rows import insert_into
from storage.work_tables import outbox, surfaces

BUNDLE_FROM = 5
"""With the one in hand, more than five."""
BUNDLE_MOST = 29

IN_NO_CHANNEL = Posted(channel="", ts="")
"""Where a Home stands. That it was shown is kept all the same: from then on it is brought up to date."""

_UNSETTLED = outbox.c.settled_at.is_(None)


class OutboxStore(OutboxReport):
    """Order is kept among rows of one `record_key` and place; everything else may overtake."""

    def say(
        self,
        announcement: Announcement,
        *,
        place: Place,
        lane: Lane,
        once_key: str,
        record_key: str,
        now: datetime,
        id: str,  # noqa: A002  # The row's own word for it.
    ) -> bool:
        """Tell a fact once. False: something with this `once_key` was said already."""
        row = new_row(announcement, place=place, lane=lane, record_key=record_key, now=now, id=id)
        said = self._connection.execute(
            insert_into(self._connection, outbox)
            .values(row | {"once_key": once_key})
            .on_conflict_do_nothing(index_elements=["once_key"])
            .returning(outbox.c.seq)
        ).one_or_none()
        if said is None:
            return False
        self._hurry(record_key, place, lane)
        return True

    def show(
        self,
        surface: Surface,
        *,
        lane: Lane,
        record_key: str,
        now: datetime,
        id: str,  # noqa: A002  # The row's own word for it.
    ) -> None:
        """Bring a surface up to date.

        A row that waits for the same surface already is enough, unless somebody has it in hand.
        """
        self._hurry(record_key, surface.place, lane)
        # The row is touched even when nothing changes: a claim then waits for this transaction's record.
        coalesced = self._connection.execute(
            update(outbox)
            .where(outbox.c.surface_key == surface.key, _UNSETTLED, outbox.c.lease_until.is_(None))
            .values(lane=outbox.c.lane)
        )
        if coalesced.rowcount == 0:
            row = new_row(surface, place=surface.place, lane=lane, record_key=record_key, now=now, id=id)
            self._connection.execute(
                insert(outbox).values(
                    row | {"surface_key": surface.key, "surface_record_id": surface.record_id}
                )
            )

    def claim(
        self,
        *,
        now: datetime,
        lease_until: datetime,
        lanes: Sequence[Lane],
        held: frozenset[Place],
        limit: int,
    ) -> list[Waiting]:
        """Take what may be sent now, the most urgent first, and keep it from others until `lease_until`."""
        conditions: list[ColumnElement[bool]] = [outbox.c.lane.in_(lanes)]
        if held:
            conditions.append(outbox.c.place.not_in(held))
        return self._claim(conditions, now=now, lease_until=lease_until, limit=limit)

    def claim_bundle(self, first: Waiting, *, now: datetime, lease_until: datetime) -> list[Waiting]:
        """The other facts for the place and lane of one in hand, when more than `BUNDLE_FROM` wait there."""
        same = [
            outbox.c.place == first.place,
            outbox.c.lane == first.lane,
            outbox.c.surface_key.is_(None),
            # What may have been sent already has a message of its own to look for.
            outbox.c.maybe_sent.is_(False),
            outbox.c.lease_until.is_(None),
        ]
        waiting = self._connection.execute(
            select(func.count()).select_from(outbox).where(*same, claimable(now))
        ).scalar_one()
        if waiting < BUNDLE_FROM:
            return []
        return self._claim(same, now=now, lease_until=lease_until, limit=BUNDLE_MOST)

    def end_leases(self, *, now: datetime) -> None:
        """For the only process, at its start: whatever is leased was in the hands of one that died."""
        self._connection.execute(
            update(outbox).where(_UNSETTLED, outbox.c.lease_until.is_not(None)).values(lease_until=now)
        )

    def settle(self, waiting: Waiting, *, now: datetime, posted: Posted | None) -> bool:
        """It has been told; `posted` is None for a Home. False: the lease was lost, somebody else has it."""
        where = {} if posted is None else {"channel": posted.channel, "ts": posted.ts}
        held = self._if_still_held(
            waiting, state=DeliveryState.SENT, settled_at=now, lease_until=None, error=None, **where
        )
        if held and isinstance(waiting.what, Surface):
            self._stands(waiting.what, posted or IN_NO_CHANNEL, now)
        return held

    def postpone(self, waiting: Waiting, *, until: datetime, maybe_sent: bool, error: str) -> bool:
        """Try again later. False: the lease was lost."""
        return self._if_still_held(
            waiting,
            not_before=until,
            lease_until=None,
            maybe_sent=waiting.maybe_sent or maybe_sent,
            error=error,
        )

    def bury(self, waiting: Waiting, *, now: datetime, error: str) -> bool:
        """Give up; what waited behind it may pass. False: the lease was lost."""
        return self._if_still_held(
            waiting, state=DeliveryState.DEAD, settled_at=now, lease_until=None, error=error
        )

    def _claim(
        self, conditions: list[ColumnElement[bool]], *, now: datetime, lease_until: datetime, limit: int
    ) -> list[Waiting]:
        rows = self._connection.execute(
            select(outbox)
            .where(*conditions, claimable(now))
            .order_by(outbox.c.lane, outbox.c.seq)
            .limit(limit)
            # SQLite knows no row locks and needs none: `transaction()` is its only writer from the start.
            .with_for_update(skip_locked=True)
        ).all()
        if rows:
            self._connection.execute(
                update(outbox)
                .where(outbox.c.seq.in_([row.seq for row in rows]))
                .values(
                    lease_until=lease_until,
                    fence=outbox.c.fence + 1,
                    attempts=outbox.c.attempts + 1,
                    maybe_sent=or_(outbox.c.maybe_sent, outbox.c.lease_until.is_not(None)),
                )
            )
        return [waiting_of(row, self.posted(row.surface_key) if row.surface_key else None) for row in rows]

    def _if_still_held(self, waiting: Waiting, **changes: object) -> bool:
        changed = self._connection.execute(
            update(outbox)
            .where(outbox.c.id == waiting.id, outbox.c.fence == waiting.fence, _UNSETTLED)
            .values(**changes)
        )
        return changed.rowcount == 1

    def _hurry(self, record_key: str, place: Place, lane: Lane) -> None:
        """Whatever stands in the way of something urgent becomes as urgent."""
        self._connection.execute(
            update(outbox)
            .where(
                outbox.c.record_key == record_key, outbox.c.place == place, outbox.c.lane > lane, _UNSETTLED
            )
            .values(lane=lane)
        )

    def _stands(self, surface: Surface, posted: Posted, now: datetime) -> None:
        where = {"channel": posted.channel, "ts": posted.ts, "posted_at": now}
        self._connection.execute(
            insert_into(self._connection, surfaces)
            .values(key=surface.key, record_id=surface.record_id, payload=encode(surface), **where)
            .on_conflict_do_update(index_elements=["key"], set_=where)
        )
