"""Spans of time: months and days as the calendar of a zone counts them, hours as they pass.

A day later is the same time by the clock, even when the day between has 23 or 25 hours. A month whose last
day is earlier ends with its last day, so that nothing is counted longer than it may be: a month after
31 January is 28 February, and a year after 29 February is 28 February.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_MONTHS = 12
_SOME_DAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    months: int = 0
    days: int = 0
    time: timedelta = timedelta()

    def after(self, at: datetime, zone: ZoneInfo) -> datetime:
        return _moved(at, self, zone, 1)

    def before(self, at: datetime, zone: ZoneInfo) -> datetime:
        return _moved(at, self, zone, -1)

    def after_day(self, day: date) -> date:
        """Hours do not count."""
        return _months_later(day, self.months) + timedelta(days=self.days)

    def is_shorter_than(self, other: "Span") -> bool:
        """As they are when both begin with the year."""
        return self.length < other.length

    @property
    def length(self) -> timedelta:
        """When it begins with the year."""
        return self.after_day(_SOME_DAY) - _SOME_DAY + self.time


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """When a day begins there, in UTC."""
    return clock(day, time(), zone)


def clock(day: date, at: time, zone: ZoneInfo) -> datetime:
    """When the clock shows this time on that day, in UTC.

    A time that the clock jumps over comes as much later; one that it shows twice is the first of both.
    """
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def _moved(at: datetime, span: Span, zone: ZoneInfo, sign: int) -> datetime:
    if span.months or span.days:
        local = at.astimezone(zone)
        day = _months_later(local.date(), sign * span.months) + timedelta(days=sign * span.days)
        at = clock(day, local.time(), zone)
    return at + sign * span.time


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
