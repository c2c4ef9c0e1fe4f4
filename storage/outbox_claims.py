"""Who has what waits in the outbox in hand, and how that ended."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Exists, Row, exists, func, or_, select, update

from storage.announcement_json import encode
from storage.outbox_report import OutboxReport, claimable
from storage.outbox_rows import waiting_of
from storage.records.announcements import TOGETHER, UNDER, Place, Surface, SurfaceKind
from storage.records.outbox import DeliveryState, Lane, Posted, Waiting
from storage.rows import insert_into
from storage.work_tables import outbox, surfaces

BUNDLE_FROM = 5
"""With the one in hand, more than five."""
BUNDLE_MOST = 29
SUSPECTS_MOST = 500

IN_NO_CHANNEL = Posted(channel="", ts="")
"""Where a Home stands. That it was shown is kept all the same: from then on it is brought up to date.

Also the thread of a page that shares its message with others: it has none.
"""

_UNSETTLED = outbox.c.settled_at.is_(None)


class OutboxClaims(OutboxReport):
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
        """The others that go with one in hand in one message.

        Facts and new pages when more than `BUNDLE_FROM` wait for the same place and lane; and whatever stands
        in the same message already.
        """
        if isinstance(first.what, Surface) and first.posted is not None:
            beside = [surface.key for surface in first.beside]
            return self._claim(
                [outbox.c.surface_key.in_(beside), outbox.c.lease_until.is_(None)],
                now=now,
                lease_until=lease_until,
                limit=len(beside),
            )
        same = _same(first)
        waiting = self._connection.execute(
            select(func.count()).select_from(outbox).where(*same, claimable(now))
        ).scalar_one()
        if waiting < BUNDLE_FROM:
            return []
        return self._claim(same, now=now, lease_until=lease_until, limit=BUNDLE_MOST)

    def claim_suspects(self, first: Waiting, *, now: datetime, lease_until: datetime) -> list[Waiting]:
        """The others that may have arrived at the same place: one look there answers for all of them."""
        if _has_a_thread(first):
            return []
        same = [
            outbox.c.place == first.place,
            outbox.c.maybe_sent.is_(True),
            outbox.c.lease_until.is_(None),
            outbox.c.kind.not_in([*UNDER, SurfaceKind.HOME]),
            ~_stands_somewhere(),
        ]
        return self._claim(same, now=now, lease_until=lease_until, limit=SUSPECTS_MOST)

    def end_leases(self, *, now: datetime) -> None:
        """For the only process, at its start: whatever is leased was in the hands of one that died."""
        self._connection.execute(
            update(outbox).where(_UNSETTLED, outbox.c.lease_until.is_not(None)).values(lease_until=now)
        )

    def settle(self, waiting: Waiting, *, now: datetime, posted: Posted | None) -> bool:
        """It has been told; `posted` is None for a Home, and for what does not stand anywhere any more.

        False: the lease was lost, somebody else has it.
        """
        where = {} if posted is None else {"channel": posted.channel, "ts": posted.ts}
        held = self._if_still_held(
            waiting, state=DeliveryState.SENT, settled_at=now, lease_until=None, error=None, **where
        )
        if held and isinstance(waiting.what, Surface):
            self._stands(waiting.what, posted or IN_NO_CHANNEL, now)
        return held

    def looked_for(self, waiting: Waiting, posted: Posted | None, *, now: datetime) -> bool:
        """An earlier try was looked for, and the row may be sent; where it had arrived, that one is edited.

        False: the lease was lost.
        """
        held = self._if_still_held(waiting, not_before=now, lease_until=None, maybe_sent=False)
        if held and posted is not None and isinstance(waiting.what, Surface):
            self._stands(waiting.what, posted, now)
        return held

    def postpone(
        self, waiting: Waiting, *, until: datetime, maybe_sent_at: datetime | None, error: str
    ) -> bool:
        """Try again later. False: the lease was lost.

        `maybe_sent_at` is when this try ended without an answer; None: it had no effect.
        """
        return self._if_still_held(
            waiting,
            not_before=until,
            lease_until=None,
            maybe_sent=waiting.maybe_sent or maybe_sent_at is not None,
            maybe_sent_at=maybe_sent_at or waiting.maybe_sent_at,
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
                    maybe_sent_at=func.coalesce(outbox.c.lease_until, outbox.c.maybe_sent_at),
                )
            )
        return [self._in_hand(row) for row in rows]

    def _in_hand(self, row: Row[Any]) -> Waiting:
        """With where it stands already, what stands beside it, and the message that it is a reply to."""
        waiting = waiting_of(row, self.posted(row.surface_key) if row.surface_key else None)
        if not isinstance(waiting.what, Surface):
            return waiting
        if waiting.what.kind in UNDER:
            return replace(waiting, thread=self._thread_of(waiting.what))
        if waiting.what.kind in TOGETHER and waiting.posted is not None:
            return replace(waiting, beside=self.standing_beside(waiting.what, waiting.posted))
        return waiting

    def _thread_of(self, reply: Surface) -> Posted:
        """The message above it; nothing to reply to when that was given up, or is shared with others."""
        above = Surface(kind=UNDER[reply.kind], record_id=reply.record_id, place=reply.place)
        thread = self.posted(above.key)
        return IN_NO_CHANNEL if thread is None or self.standing_beside(above, thread) else thread

    def _if_still_held(self, waiting: Waiting, **changes: object) -> bool:
        changed = self._connection.execute(
            update(outbox)
            .where(outbox.c.id == waiting.id, outbox.c.fence == waiting.fence, _UNSETTLED)
            .values(**changes)
        )
        return changed.rowcount == 1

    def _stands(self, surface: Surface, posted: Posted, now: datetime) -> None:
        where = {"channel": posted.channel, "ts": posted.ts, "posted_at": now}
        self._connection.execute(
            insert_into(self._connection, surfaces)
            .values(key=surface.key, record_id=surface.record_id, payload=encode(surface), **where)
            .on_conflict_do_update(index_elements=["key"], set_=where)
        )


def _same(first: Waiting) -> list[ColumnElement[bool]]:
    """What can go with one in hand that stands nowhere yet."""
    same = [
        outbox.c.place == first.place,
        outbox.c.lane == first.lane,
        # What may have been sent already has a message of its own to look for.
        outbox.c.maybe_sent.is_(False),
        outbox.c.lease_until.is_(None),
    ]
    if not isinstance(first.what, Surface):
        return [*same, outbox.c.surface_key.is_(None)]
    return [*same, outbox.c.kind == first.what.kind, ~_stands_somewhere()]


def _stands_somewhere() -> Exists:
    return exists().where(surfaces.c.key == outbox.c.surface_key, surfaces.c.ts != "")


def _has_a_thread(waiting: Waiting) -> bool:
    return isinstance(waiting.what, Surface) and waiting.what.kind in UNDER
