"""Single fields of a form: what is missing, what is too long, which country cannot be asked."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from bot.rules import images
from storage.records.countries import Country

HOME_COUNTRY = "US"
PASTED_IMAGE = (
    "This looks like an image or file pasted as text. It was not kept. Images never go through this desk: "
    "describe it in words, and give its reference in your evidence system."
)
_EASTERNMOST = timedelta(hours=14)
_WESTERNMOST = timedelta(hours=12)
_ADDRESS = re.compile(r"(?P<scheme>https?|ftp)://(?P<host>[^\s/<>|]*)", re.IGNORECASE)
_DEFANGED = {"http": "hxxp", "https": "hxxps", "ftp": "fxp"}


def kept(text: str) -> str:
    """What is kept of a text: no stray spaces at its ends, and web addresses that nothing can open."""
    return _ADDRESS.sub(_defanged, text.strip())


def _defanged(found: re.Match[str]) -> str:
    return f"{_DEFANGED[found['scheme'].lower()]}://{found['host'].replace('.', '[.]')}"


def text_error(text: str, *, limit: int, required: bool = True) -> str | None:
    """What is wrong with a text; `limit` counts characters."""
    if required and not text.strip():
        return "Please fill this in."
    if len(text) > limit:
        return f"This has {len(text):,} characters; at most {limit:,} fit. Shorten it."
    return PASTED_IMAGE if images.is_pasted(text) else None


def country_error(code: str, countries: Mapping[str, Country]) -> str | None:
    """What is wrong with the country asked; `countries` has it, and its parent, as far as they are known."""
    country = countries.get(code)
    if HOME_COUNTRY in {code, country and country.parent}:
        return "The desk is the United States' own bureau. Name the other country."
    if country is None:
        return "This is not a member country. Choose one from the list."
    if country.left_on is not None:
        return f"{country.name} has not been a member since {country.left_on}, so its bureau cannot be asked."
    if country.parent is not None:
        parent = countries[country.parent].name
        return f"{country.name} is a sub-bureau of {parent} and no member itself. Choose {parent}."
    return None


def date_error(text: str, *, latest: date) -> str | None:
    """What is wrong with a full date, which must be real and no later than `latest`."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return "Give a real date as year-month-day, such as 2026-05-17."
    return "This date is in the future." if day > latest else None


def future_error(text: str, *, earliest: date) -> str | None:
    """What is wrong with a full date, which must be real and not before `earliest`."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return "Give a real date as year-month-day, such as 2026-05-17."
    return "This day is past." if day < earliest else None


def earliest_today(now: datetime) -> date:
    """The oldest date on any calendar at this moment: a reader west of the desk is not in the past."""
    return (now - _WESTERNMOST).date()


def latest_today(now: datetime) -> date:
    """The newest date on any calendar at this moment: a reader east of the desk is not in the future."""
    return (now + _EASTERNMOST).date()


def found(errors: Mapping[str, str | None]) -> dict[str, str]:
    """Only the fields that have something wrong."""
    return {field: error for field, error in errors.items() if error is not None}
