"""Hours of the desk's day: when nothing is said that can wait, and when the digest comes."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.spans import clock, midnight

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """From one time by the desk's clock to another, usually of the next morning; equal times: never."""

    begins: time
    ends: time

    def covers(self, at: time) -> bool:
        if self.begins <= self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends


def awake(at: datetime, quiet: Quiet, zone: ZoneInfo) -> datetime:
    """The same moment, or the end of the quiet hours in which it lies."""
    local = at.astimezone(zone)
    if not quiet.covers(local.time()):
        return at
    past_midnight = local.time() < quiet.ends
    return clock(local.date() if past_midnight else local.date() + _A_DAY, quiet.ends, zone)


class Snooze(StrEnum):
    """Until when somebody does not want to hear of something."""

    A_WHILE = "a_while"
    """As long as the policy says."""
    TOMORROW = "tomorrow"
    """Until the time of the digest."""
    A_WEEK = "a_week"


def today_begins(now: datetime, zone: ZoneInfo) -> datetime:
    return midnight(now.astimezone(zone).date(), zone)


def tomorrow_at(now: datetime, at: time, zone: ZoneInfo) -> datetime:
    return clock(now.astimezone(zone).date() + _A_DAY, at, zone)


def last_at(now: datetime, at: time, zone: ZoneInfo) -> datetime:
    """When the clock last showed this time."""
    today = clock(now.astimezone(zone).date(), at, zone)
    return today if today <= now else clock(now.astimezone(zone).date() - _A_DAY, at, zone)
