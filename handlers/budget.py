"""How many edits Slack takes: `chat.update` allows about fifty a minute for the whole workspace."""

import threading
import time
from collections import deque
from collections.abc import Callable

WINDOW_SECONDS = 60.0


class Budget:
    """A sliding window of real time. Thread-safe."""

    def __init__(self, calls: int = 45, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._calls = calls
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._spent: deque[float] = deque()

    def take(self) -> float:
        """Takes one call and answers 0.0; or, when none is left, the seconds until one is."""
        with self._lock:
            now = self._monotonic()
            while self._spent and self._spent[0] <= now - WINDOW_SECONDS:
                self._spent.popleft()
            if len(self._spent) >= self._calls:
                return self._spent[0] + WINDOW_SECONDS - now
            self._spent.append(now)
            return 0.0
