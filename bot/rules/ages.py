"""Ages, as far as a birth date of any precision can say: `2015`, `2015-05` or `2015-05-17`."""

from datetime import date, timedelta

OF_AGE = 18
_DECEMBER = 12


def first_day(birth: str) -> date:
    """The earliest day that a birth date may mean."""
    year, month, day = (*(int(part) for part in birth.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(birth: str) -> date:
    """The latest day that a birth date may mean."""
    parts = [int(part) for part in birth.split("-")]
    if len(parts) == len(("year", "month", "day")):
        return date(*parts)
    year, month = (*parts, _DECEMBER)[:2]
    after = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
    return after - timedelta(days=1)


def is_surely_of_age(birth: str, on: date) -> bool:
    """Whether whoever was born then is 18 on that day, whatever the day that is not known."""
    return _birthday(last_day(birth), OF_AGE) <= on


def is_surely_minor(birth: str, on: date) -> bool:
    return on < _birthday(first_day(birth), OF_AGE)


def comes_of_age(birth: str) -> date:
    """The first day on which they may be 18, whatever the day that is not known."""
    return _birthday(first_day(birth), OF_AGE)


def _birthday(born: date, years: int) -> date:
    """Born on 29 February, somebody is a year older on 1 March of a year that has none."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)
