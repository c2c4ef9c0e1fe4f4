"""The sandbox's two times: the workspace's virtual clock, and real seconds for what Slack itself limits."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def real_seconds() -> float:
    """Seconds that really pass: acks, triggers and response URLs are counted in these."""
    return time.monotonic()


def unix_timestamp() -> str:
    """The real time as Slack signs it: the bot compares it with its own real clock."""
    return str(int(time.time()))


class VirtualClock:
    """The time of the workspace. It runs from `start_at`, may run faster, stand still or jump forward."""

    def __init__(self, start_at: datetime | None = None) -> None:
        self._lock = threading.Lock()
        self._at = start_at or datetime.now(UTC)
        self._since = real_seconds()
        self._rate = 1.0
        self._paused = False
        self._watchers: list[Callable[[], None]] = []

    @property
    def rate(self) -> float:
        return self._rate

    @property
    def paused(self) -> bool:
        return self._paused

    def now(self) -> datetime:
        with self._lock:
            return self._now()

    def reading(self) -> dict[str, object]:
        """What GET /clock answers."""
        now = self.now().isoformat(timespec="microseconds")
        return {"now": now, "rate": self._rate, "paused": self._paused}

    def restart(self, start_at: datetime | None = None) -> None:
        """As a new clock: at `start_at`, one second a second."""
        with self._lock:
            self._at = start_at or datetime.now(UTC)
            self._since = real_seconds()
            self._rate, self._paused = 1.0, False

    def advance(self, step: timedelta) -> None:
        """Jump forward. Time never runs backwards: a negative step is a ValueError."""
        if step < timedelta():
            raise ValueError("The clock only goes forward.")
        self._settle(step=step)

    def set_rate(self, rate: float) -> None:
        """Let `rate` virtual seconds pass in each real one."""
        if rate <= 0:
            raise ValueError("A rate is above 0; pause the clock to stop it.")
        self._settle(rate=rate)

    def pause(self) -> None:
        self._settle(paused=True)

    def resume(self) -> None:
        self._settle(paused=False)

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` after each change of pace."""
        self._watchers.append(watcher)

    def _now(self) -> datetime:
        if self._paused:
            return self._at
        return self._at + timedelta(seconds=(real_seconds() - self._since) * self._rate)

    def _settle(
        self,
        *,
        step: timedelta = timedelta(),
        rate: float | None = None,
        paused: bool | None = None,
    ) -> None:
        with self._lock:
            self._at = self._now() + step
            self._since = real_seconds()
            self._rate = self._rate if rate is None else rate
            self._paused = self._paused if paused is None else paused
        for watcher in self._watchers:
            watcher()
