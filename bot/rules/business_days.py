"""Business days: Monday to Friday without the public holidays of a country.

For the United States these are the federal holidays. Of a country that the library does not know, only
weekends are free.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.rules.spans import clock

_SATURDAY = 5
_A_DAY = timedelta(days=1)


def later(at: datetime, days: int, country: str, zone: ZoneInfo) -> datetime:
    """The same time by the clock, so many business days later."""
    local = at.astimezone(zone)
    day = local.date()
    while days:
        day += _A_DAY
        days -= is_business_day(day, country)
    return clock(day, local.time(), zone)


def holidays_between(start: datetime, end: datetime, country: str, zone: ZoneInfo) -> tuple[str, ...]:
    """Names of the public holidays whose day begins, lasts or ends in the span, in order."""
    day, last = start.astimezone(zone).date(), (end - timedelta(microseconds=1)).astimezone(zone).date()
    found: list[str] = []
    while day <= last:
        if name := _holidays(country, day.year).get(day):
            found.append(name)
        day += _A_DAY
    return tuple(found)


def is_business_day(day: date, country: str) -> bool:
    return day.weekday() < _SATURDAY and day not in _holidays(country, day.year)


@lru_cache(maxsize=256)
def _holidays(country: str, year: int) -> Mapping[date, str]:
    """Names by day."""
    import holidays  # noqa: PLC0415  # Most commands never count business days.

    try:
        return dict(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return {}
