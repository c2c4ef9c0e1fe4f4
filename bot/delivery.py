"""Takes what waits in the outbox to people: claim, send, settle, each in a short step of its own.

Claiming and settling are transactions; sending is in neither. Whoever dies between them leaves a lease that
runs out, and the next one looks whether the message arrived before it sends again.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

import structlog

from bot.desk.ports import (
    Clock,
    Later,
    Limited,
    Messenger,
    OutcomeUnknown,
    Undeliverable,
    Unreachable,
)
from bot.pacing import Pace
from storage.database import Database, DatabaseBusy, Stores
from storage.records.announcements import TOGETHER, Surface, SurfaceKind
from storage.records.outbox import Lane, Posted, TwinCheck, Waiting

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=30)
"""Longer than the messenger's slowest way through its calls, each of which has a timeout."""
LOOK_AFTER = timedelta(seconds=2)
"""An unknown outcome is looked up after this; what lands later still is removed as a twin."""
LOOKS_GROW_UNTIL = 10
"""Each further try of what is no page waits longer, up to so many times as long."""
TWIN_CHECKS = (timedelta(seconds=30), timedelta(minutes=5))
LANDS_WITHIN = timedelta(minutes=10)
"""A message whose sending ended without an answer turns up by then, or never."""
TWIN_CHECK_AGAIN = timedelta(minutes=1)
SILENCE_SECONDS = 2.0
URGENT = frozenset({Lane.FIRST, Lane.PAGE})


class Delivery:
    """One lane or several, in order of urgency. Any number of them may run, in any number of machines."""

    def __init__(
        self, *, database: Database, messenger: Messenger, clock: Clock, pace: Pace, lanes: tuple[Lane, ...]
    ) -> None:
        self._database = database
        self._messenger = messenger
        self._clock = clock
        self._pace = pace
        self._lanes = lanes

    def sweep(self) -> None:
        """Sends until nothing more is due or everything due has to wait."""
        while not self._pace.silent and (rows := self._claim()):
            with self._trouble_handled(rows):
                if _must_be_looked_for(rows[0]):
                    self._looked(rows, self._messenger.look_for(rows))
                else:
                    self._settle(rows, self._messenger.send(rows))

    def _claim(self) -> Sequence[Waiting]:
        now = self._clock.now()
        held = self._pace.waiting(urgent=set(self._lanes) <= URGENT)
        with self._database.transaction() as tx:
            rows = tx.outbox.claim(now=now, lease_until=now + LEASE, lanes=self._lanes, held=held, limit=1)
            if rows and _must_be_looked_for(rows[0]):
                rows += tx.outbox.claim_suspects(rows[0], now=now, lease_until=now + LEASE)
            elif rows and _goes_with_others(rows[0]):
                rows += tx.outbox.claim_bundle(rows[0], now=now, lease_until=now + LEASE)
        return rows

    @contextmanager
    def _trouble_handled(self, rows: Sequence[Waiting]) -> Iterator[None]:
        place = rows[0].place
        try:
            yield
        except Limited as limited:
            self._pace.asked_to_wait(place, limited.seconds)
            self._postpone(rows, str(limited))
        except Later as later:
            self._postpone(rows, str(later), wait=timedelta(seconds=later.seconds))
        except Unreachable as unreachable:
            self._pace.nobody_there(SILENCE_SECONDS)
            self._postpone(rows, str(unreachable))
        except OutcomeUnknown as unknown:
            self._postpone(rows, str(unknown), wait=_look_after(rows[0]), maybe_sent=True)
        except DatabaseBusy as busy:
            self._postpone(rows, str(busy), wait=LOOK_AFTER)
        except Undeliverable as undeliverable:
            self._bury(rows, str(undeliverable))

    def _settle(self, rows: Sequence[Waiting], posted: Posted | None) -> None:
        self._pace.spoke(rows[0].place)
        now = self._clock.now()
        with self._database.transaction() as tx:
            for row in rows:
                if not tx.outbox.settle(row, now=now, posted=posted):
                    log.warning("somebody else has taken over", outbox_id=row.id)
                if posted is not None and posted != rows[0].posted:
                    _watch(tx, row, posted, now)

    def _looked(self, rows: Sequence[Waiting], found: Mapping[str, Posted]) -> None:
        """What had arrived stands; what had not is sent, and may go with others."""
        now = self._clock.now()
        with self._database.transaction() as tx:
            for row in rows:
                posted = found.get(row.id)
                if posted is not None and not isinstance(row.what, Surface):
                    tx.outbox.settle(row, now=now, posted=posted)
                else:
                    tx.outbox.looked_for(row, posted, now=now)
                if posted is not None:
                    _watch(tx, row, posted, now)

    def _postpone(
        self,
        rows: Sequence[Waiting],
        why: str,
        *,
        wait: timedelta = timedelta(),
        maybe_sent: bool = False,
    ) -> None:
        until = self._clock.now() + wait
        with self._database.transaction() as tx:
            for row in rows:
                tx.outbox.postpone(
                    row, until=until, maybe_sent_at=self._clock.now() if maybe_sent else None, error=why
                )
        if rows[0].attempts == 1:
            kind = rows[0].place.partition(":")[0]
            log.info("delivery waits", outbox_id=rows[0].id, place_kind=kind, why=why)

    def _bury(self, rows: Sequence[Waiting], why: str) -> None:
        with self._database.transaction() as tx:
            for row in rows:
                tx.outbox.bury(row, now=self._clock.now(), error=why)
        log.error("dead letter", outbox_ids=[row.id for row in rows], why=why)


def _watch(tx: Stores, row: Waiting, posted: Posted, now: datetime) -> None:
    """An earlier try may land yet, unless it was so long ago that it would have."""
    if row.maybe_sent_at is not None and now - row.maybe_sent_at < LANDS_WITHIN:
        thread_ts = row.thread.ts if row.thread else None
        tx.twins.watch(row.id, posted, [now + wait for wait in TWIN_CHECKS], thread_ts=thread_ts)


def _must_be_looked_for(row: Waiting) -> bool:
    """An earlier try ended without an answer; an edit can simply be made again, and so can a Home."""
    is_home = isinstance(row.what, Surface) and row.what.kind is SurfaceKind.HOME
    return row.maybe_sent and row.posted is None and not is_home


def _goes_with_others(row: Waiting) -> bool:
    if not isinstance(row.what, Surface):
        return row.lane not in URGENT
    if row.posted is not None:
        return bool(row.beside)
    return row.what.kind in TOGETHER


def _look_after(row: Waiting) -> timedelta:
    return LOOK_AFTER if row.lane in URGENT else LOOK_AFTER * min(row.attempts, LOOKS_GROW_UNTIL)


class TwinRemoval:
    """Deletes messages that landed late, after their delivery had been given up and repeated."""

    def __init__(self, *, database: Database, messenger: Messenger, clock: Clock, pace: Pace) -> None:
        self._database = database
        self._messenger = messenger
        self._clock = clock
        self._pace = pace
        self.removed = 0

    def sweep(self) -> None:
        """Looks at what is due. What could not be looked at now is due again after a minute."""
        if self._pace.silent:
            return
        now = self._clock.now()
        with self._database.transaction() as tx:
            checks = tx.twins.take_due(now, again_at=now + TWIN_CHECK_AGAIN, limit=20)
        done = [check for check in checks if self._looked(check)]
        if done:
            with self._database.transaction() as tx:
                tx.twins.done(done)

    def _looked(self, check: TwinCheck) -> bool:
        try:
            self.removed += self._messenger.remove_twins(check.outbox_id, check.kept, check.thread_ts)
        except (Later, Unreachable) as why:
            log.info("looking for twins waits", outbox_id=check.outbox_id, why=str(why))
            return False
        except Undeliverable as why:
            log.warning("could not look for twins", outbox_id=check.outbox_id, why=str(why))
        return True
