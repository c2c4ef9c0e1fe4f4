"""How fast Slack lets us speak: about one message a second for a channel, with short bursts.

It keeps real time whatever the desk's clock shows, because Slack does.
"""

import threading
import time
from collections.abc import Callable

from storage.records.announcements import Place


class Pace:
    """Which places have to wait. Thread-safe; each process has its own."""

    def __init__(
        self, *, seconds: float = 1.0, burst: int = 3, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._seconds = seconds
        self._burst = burst
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._full_at: dict[Place, float] = {}
        self._asked_to_wait: dict[Place, float] = {}
        self._silent_until = 0.0

    def spoke(self, place: Place) -> None:
        """Counts one message against the place's allowance."""
        with self._lock:
            self._full_at[place] = max(self._full_at.get(place, 0.0), self._monotonic()) + self._seconds

    def asked_to_wait(self, place: Place, seconds: float) -> None:
        """Slack said `Retry-After` for this place."""
        with self._lock:
            self._asked_to_wait[place] = self._monotonic() + seconds

    def nobody_there(self, seconds: float) -> None:
        """Slack could not be reached at all; every place waits."""
        with self._lock:
            self._silent_until = self._monotonic() + seconds

    def reached(self) -> None:
        """Slack is there again."""
        with self._lock:
            self._silent_until = 0.0

    @property
    def silent(self) -> bool:
        with self._lock:
            return self._monotonic() < self._silent_until

    def waiting(self, *, urgent: bool = False) -> frozenset[Place]:
        """Places to leave alone now. What is urgent saves no breath, but it does obey `Retry-After`."""
        with self._lock:
            now = self._monotonic()
            asked = {place for place, until in self._asked_to_wait.items() if now < until}
            spent = {
                place for place, at in self._full_at.items() if at - now > self._seconds * (self._burst - 1)
            }
            return frozenset(asked if urgent else asked | spent)
