"""Do not disturb: when a person's Slack keeps still, by a snooze and by a daily window."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

Hours = tuple[time, time]
"""When a daily window begins and ends by the person's own clock; it may run past midnight."""


@dataclass(frozen=True, slots=True)
class Span:
    begins_at: datetime
    ends_at: datetime

    def holds(self, now: datetime) -> bool:
        return self.begins_at <= now < self.ends_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """`ended_at` is when the person last ended it: a daily window that had begun by then is over."""

    snooze: Span | None = None
    daily: Hours | None = None
    ended_at: datetime | None = None

    def snoozing(self, now: datetime) -> Span | None:
        return self.snooze if self.snooze and self.snooze.holds(now) else None

    def span(self, now: datetime, zone: ZoneInfo) -> Span | None:
        """What runs now, snooze and window as one, else the next window; None where there is neither."""
        known = [each for each in (self.snoozing(now), self._window(now, zone)) if each]
        running = [each for each in known if each.holds(now)]
        if not running:
            return next(iter(known), None)
        return Span(min(each.begins_at for each in running), max(each.ends_at for each in running))

    def _window(self, now: datetime, zone: ZoneInfo) -> Span | None:
        if self.daily is None:
            return None
        today = now.astimezone(zone).date()
        windows = (_window_on(today + timedelta(days=days), self.daily, zone) for days in (-1, 0, 1))
        return next(each for each in windows if each.ends_at > now and not self._ended(each))

    def _ended(self, window: Span) -> bool:
        return self.ended_at is not None and window.begins_at <= self.ended_at


def _window_on(day: date, hours: Hours, zone: ZoneInfo) -> Span:
    begins, ends = hours
    last = day if begins < ends else day + timedelta(days=1)
    # Two times of one zone are compared by the hands of the clock, which lie twice a year.
    return Span(
        datetime.combine(day, begins, zone).astimezone(UTC),
        datetime.combine(last, ends, zone).astimezone(UTC),
    )
