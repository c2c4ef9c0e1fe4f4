"""What lasts is logged when it begins and once a minute, not at every look."""

import threading
import time
from collections.abc import Callable

AGAIN_AFTER_SECONDS = 60.0


class Lasting:
    """One condition that is looked at again and again. Thread-safe."""

    def __init__(self, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._state: str | None = "not looked at yet"
        self._said_at = float("-inf")

    def is_news(self, state: str | None) -> bool:
        """Whether this state deserves a line in the log: it is another one, or a minute has passed.

        None is the state in which all is well; it is never repeated.
        """
        with self._lock:
            now = self._monotonic()
            again = state is not None and now - self._said_at >= AGAIN_AFTER_SECONDS
            if state == self._state and not again:
                return False
            self._state, self._said_at = state, now
            return True
