"""Watches the desk itself: is anything past its time, and do the clocks agree?

It reads by itself what the sweeps should have done. Only when all is well it sends a heartbeat, so that
somebody outside hears of the silence when even the watcher is dead; and it alarms by the desk's own
addresses, which need neither Slack nor the sweeps.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.clock import real_now
from bot.desk.ports import Clock, OutcomeUnknown, Pager, Undeliverable, Unreachable
from bot.lasting import Lasting
from bot.rules.policy import Policy
from storage.database import Database, DatabaseBusy
from storage.records.reach import DESK_ITSELF, Contact

log = structlog.get_logger(__name__)

EVERY_SECONDS = 20.0
ALARM = "The liaison desk needs a look"
STEPS, REMINDERS, REACH = "a page's next step", "a reminder", "a message beyond Slack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lag:
    """By how many seconds the most overdue of each kind is past its time; 0: nothing is."""

    what: str
    seconds: float


def lags(database: Database, now: datetime) -> tuple[Lag, ...]:
    """Raises DatabaseBusy."""
    with database.reading() as stores:
        due = {
            STEPS: stores.escalations.next_due(),
            REMINDERS: stores.reminders.next_due(),
            REACH: stores.reach.next_due(),
        }
    return tuple(
        Lag(what=what, seconds=max(0.0, (now - moment).total_seconds()) if moment else 0.0)
        for what, moment in due.items()
    )


class Watcher:
    """Each process has its own; every one of them looks at the whole desk."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        pager: Pager,
        policy: Callable[[], Policy],
        heartbeat: Callable[[], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`heartbeat` tells somebody outside that all is well; it never raises and takes seconds at most."""
        self._database = database
        self._clock = clock
        self._pager = pager
        self._policy = policy
        self._heartbeat = heartbeat
        self._monotonic = monotonic
        self._lasting = Lasting()
        self._away_since: float | None = None
        self._alarmed_at: float | None = None
        self._addresses: Sequence[Contact] = ()
        self.troubles: tuple[str, ...] = ()
        """What the last look found, as sentences; empty: all is well."""

    def look(self) -> None:
        """Heartbeat or alarm."""
        self.troubles = tuple(self._found())
        if not self.troubles:
            self._alarmed_at = None
            self._lasting.is_news(None)
            if self._away_since is None:
                self._heartbeat()
            return
        if self._lasting.is_news(" ".join(self.troubles)):
            log.error("the desk is not well", why=list(self.troubles))
        self._alarm()

    def _found(self) -> list[str]:
        limits = self._policy().watch
        try:
            late = lags(self._database, self._clock.now())
            apart = abs(self._database.clock() - real_now())
            with self._database.reading() as stores:
                self._addresses = stores.reach.contacts({DESK_ITSELF})
        except DatabaseBusy as busy:
            return self._away(str(busy), limits.tolerance)
        self._away_since = None
        found = [
            f"{lag.what} is {lag.seconds:.0f} s past its time."
            for lag in late
            if lag.seconds > limits.tolerance.total_seconds()
        ]
        if apart > limits.clocks:
            seconds = apart.total_seconds()
            found.append(f"The database's clock and this machine's differ by {seconds:.0f} s: turn on NTP.")
        return found

    def _away(self, why: str, tolerance: timedelta) -> list[str]:
        """A database that is away for a moment sends no heartbeat and alarms nobody."""
        now = self._monotonic()
        self._away_since = now if self._away_since is None else self._away_since
        if now - self._away_since <= tolerance.total_seconds():
            return []
        return [f"The database does not answer ({why})."]

    def _alarm(self) -> None:
        """At most once in the policy's time, by every address of the desk that was known last."""
        now, again = self._monotonic(), self._policy().watch.alarm_again.total_seconds()
        if self._alarmed_at is not None and now - self._alarmed_at < again:
            return
        self._alarmed_at = now
        call = f"Pages may be late. Call the command center: {self._policy().telephone}."
        body = f"{' '.join(self.troubles)} {call}"
        for contact in self._addresses:
            try:
                self._pager.send(contact.way, contact.address, title=ALARM, body=body)
            except (Unreachable, OutcomeUnknown, Undeliverable) as why:
                log.warning("the alarm did not go out", way=contact.way, why=str(why))
