"""How often Slack takes a method that is counted for the whole workspace, such as `chat.update`."""

import sys
import threading
import time
from collections import deque
from collections.abc import Callable

WINDOW_SECONDS = 60.0


class Budget:
    """A sliding window of real time, and the wait that Slack asked for. Thread-safe."""

    def __init__(self, calls: int, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._calls = calls
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._spent: deque[float] = deque()
        self._asked_to_wait_until = 0.0

    def take(self) -> float:
        """Takes one call and answers 0.0; or, when none is left, the seconds until one is."""
        with self._lock:
            now = self._monotonic()
            if now < self._asked_to_wait_until:
                return self._asked_to_wait_until - now
            while self._spent and self._spent[0] <= now - WINDOW_SECONDS:
                self._spent.popleft()
            if len(self._spent) >= self._calls:
                return self._spent[0] + WINDOW_SECONDS - now
            self._spent.append(now)
            return 0.0

    def give_back(self) -> None:
        """The call that was taken last never got an answer; an outage must not use up the time after it."""
        with self._lock:
            if self._spent:
                self._spent.pop()

    def asked_to_wait(self, seconds: float) -> None:
        """Slack said `Retry-After`."""
        with self._lock:
            self._asked_to_wait_until = self._monotonic() + seconds


def unlimited() -> dict[str, Budget]:
    """For a workspace whose limits are lifted."""
    return {method: Budget(sys.maxsize) for method in budgets()}


def budgets() -> dict[str, Budget]:
    """Somewhat less than Slack's tiers allow in a minute: fifty in the third, a hundred in the fourth."""
    third = (
        "chat.update",
        "chat.delete",
        "conversations.history",
        "conversations.open",
        "conversations.replies",
        "dnd.info",
    )
    return {method: Budget(45) for method in third} | {"views.publish": Budget(90)}
