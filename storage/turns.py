"""Turns: the writers of one process one after the other, whoever came first goes first."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from storage.failures import DatabaseBusy


class Turns:
    """SQLite waits for its lock by sleeping and trying, and a plain lock lets a busy thread overtake."""

    def __init__(self) -> None:
        self._door = threading.Lock()
        self._taken = False
        self._queue: deque[threading.Lock] = deque()

    @contextmanager
    def mine(self, *, wait: float) -> Iterator[None]:
        """Raises DatabaseBusy when the turn does not come within `wait` seconds."""
        if not self._taken_within(wait):
            raise DatabaseBusy("too many writers")
        try:
            yield
        finally:
            self._pass_on()

    def _taken_within(self, wait: float) -> bool:
        with self._door:
            if not self._taken:
                self._taken = True
                return True
            called = threading.Lock()
            called.acquire()
            self._queue.append(called)
        if called.acquire(timeout=wait):
            return True
        with self._door:
            if called not in self._queue:
                # The call came while the wait ended.
                return True
            self._queue.remove(called)
            return False

    def _pass_on(self) -> None:
        with self._door:
            if self._queue:
                self._queue.popleft().release()
            else:
                self._taken = False
