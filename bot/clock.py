"""The one file that reads the clock and invents ids; everybody else is given them."""

import json
import secrets
import threading
import time
import urllib.request
from datetime import UTC, datetime, timedelta

_REREAD_AFTER_SECONDS = 0.05


def new_id() -> str:
    """A new id that sorts after all earlier ones of this machine; 32 hexadecimal digits."""
    return f"{time.time_ns():016x}{secrets.token_hex(8)}"


def real_now() -> datetime:
    """The machine's own time, for what keeps real time whatever the desk's clock shows."""
    return datetime.now(UTC)


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def seconds_until(self, moment: datetime) -> float:
        return (moment - self.now()).total_seconds()


class TurnedClock:
    """The time that a local address tells (`DESK_CLOCK`), which a visitor or a test may turn.

    Between two readings it runs on at the rate it was told. While the address does not answer, the last
    answer is continued; before the first one it is the machine's time.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._lock = threading.Lock()
        self._told = datetime.now(UTC)
        self._rate = 1.0
        self._read_at = float("-inf")
        self._told_at = time.monotonic()

    def now(self) -> datetime:
        with self._lock:
            if time.monotonic() - self._read_at > _REREAD_AFTER_SECONDS:
                self._read()
            return self._told + timedelta(seconds=(time.monotonic() - self._told_at) * self._rate)

    def seconds_until(self, moment: datetime) -> float:
        behind = (moment - self.now()).total_seconds()
        return behind / self._rate if self._rate > 0 else behind

    def _read(self) -> None:
        self._read_at = time.monotonic()
        try:
            with urllib.request.urlopen(self._address, timeout=0.5) as answer:  # noqa: S310 — settings allow loopback http only
                told = json.load(answer)
        except (OSError, ValueError):
            return
        self._told = datetime.fromisoformat(told["now"])
        self._rate = 0.0 if told["paused"] else float(told["rate"])
        self._told_at = time.monotonic()
