"""What stands around the desk in a test: a clock that is turned by hand, ids that count, a count of wakes."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from bot.rules.spans import midnight

START = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
both_databases = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
"""For who comes first, what is locked, and one whole way through each part of the desk."""


class FrozenClock:
    def __init__(self) -> None:
        self._now = START

    def now(self) -> datetime:
        return self._now

    def seconds_until(self, moment: datetime) -> float:
        return (moment - self._now).total_seconds()

    def advance(self, **span: float) -> None:
        self._now += timedelta(**span)


class CountingIds:
    def __init__(self) -> None:
        self._numbers = count(1)

    def __call__(self) -> str:
        return f"id-{next(self._numbers):06}"


class CountingWake:
    def __init__(self) -> None:
        self.times = 0

    def soon(self) -> None:
        self.times += 1


def day(written: str) -> datetime:
    """When a day such as `2026-03-20` begins at the desk."""
    return midnight(date.fromisoformat(written), ZoneInfo("America/New_York"))
