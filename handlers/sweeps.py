"""What the scheduler runs: the desk's own sweeps, the deliveries, the reach beyond Slack, and the watcher."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.delivery import Delivery, TwinRemoval
from bot.desk.desk import Desk
from bot.desk.ports import Clock, Messenger, Pager
from bot.pacing import Pace
from bot.reaching import Reaching
from bot.scheduler import Sweep
from bot.watcher import EVERY_SECONDS, Watcher
from handlers.calendars import Refreshing
from handlers.heartbeat import Heartbeat
from storage.database import Database
from storage.records.outbox import Lane


@dataclass(kw_only=True)
class Sweeping:
    """Built from what is concrete; `sweeps` is the whole list."""

    database: Database
    desk: Desk
    messenger: Messenger
    pager: Pager
    clock: Clock
    pace: Pace
    heartbeat_url: str | None
    twins: TwinRemoval = field(init=False)
    watcher: Watcher = field(init=False)
    sweeps: tuple[Sweep, ...] = field(init=False)

    def __post_init__(self) -> None:
        ground = self.desk.ground
        self.twins = TwinRemoval(
            database=self.database, messenger=self.messenger, clock=self.clock, pace=self.pace
        )
        self.watcher = Watcher(
            database=self.database,
            clock=self.clock,
            pager=self.pager,
            policy=lambda: ground.policy,
            heartbeat=Heartbeat(self.heartbeat_url),
        )
        reaching = Reaching(
            database=self.database, pager=self.pager, clock=self.clock, policy=lambda: ground.policy
        )
        escalations, reminders = self.desk.escalations, self.desk.reminders
        reading = self.desk.name_reading
        self.sweeps = (
            Sweep(name="escalations", run=escalations.sweep, next_due=escalations.next_due),
            # First pages have a sender of their own, so that no edit of another one is ever before them.
            Sweep(name="first pages", run=self._delivery(Lane.FIRST)),
            Sweep(name="pages", run=self._delivery(Lane.PAGE)),
            Sweep(name="reach", run=reaching.sweep, next_due=reaching.next_due),
            Sweep(name="reminders", run=reminders.sweep, next_due=reminders.next_due),
            Sweep(name="digests", run=self.desk.digests.sweep, next_due=self.desk.digests.next_due),
            Sweep(
                name="calendars",
                run=Refreshing(self.desk).sweep,
                next_due=self.desk.calendars.next_due,
                nudged=False,
            ),
            Sweep(name="given up", run=self.desk.dead_letters.sweep),
            Sweep(name="messages", run=self._delivery(Lane.ANSWER, Lane.CARD, Lane.DIGEST)),
            Sweep(name="twins", run=self.twins.sweep, tick_seconds=5.0, nudged=False),
            Sweep(name="names", run=reading.sweep, next_due=reading.next_due, nudged=False),
            Sweep(name="old forms", run=self.desk.forget_old, tick_seconds=3600.0, nudged=False),
            Sweep(name="watch", run=self.watcher.look, tick_seconds=EVERY_SECONDS, nudged=False),
        )

    def _delivery(self, *lanes: Lane) -> Callable[[], None]:
        return Delivery(
            database=self.database,
            messenger=self.messenger,
            clock=self.clock,
            pace=self.pace,
            lanes=lanes,
        ).sweep
