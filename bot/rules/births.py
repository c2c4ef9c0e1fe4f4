"""Birth dates of any precision, as somebody types them and as they are kept."""

import re
from datetime import date

_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
"""Month, day and year, as people write them in the United States."""
_BIRTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_IN_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2}))?,?\s+(\d{4})", re.IGNORECASE)
"""The month by its English name or how that begins; its day before it, or after it, or not known."""
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_OLDEST = 130


def birth_error(text: str, *, today: date) -> str | None:
    """What is wrong with a birth date: a year, a year and month, or a full date, real and past."""
    parts = _parts(text)
    if parts is None:
        return "Write it as 1990, 1990-05, 1990-05-17 or 05/17/1990."
    try:
        earliest = date(*(*parts, 1, 1)[:3])
    except ValueError:
        return "There is no such date. Check the month and the day."
    if earliest > today:
        return "This date is in the future."
    if earliest.year < today.year - _OLDEST:
        return "This is too long ago. Check the year."
    return None


def spelled(birth: str) -> str:
    """A birth date as it is kept; empty for one that cannot be read."""
    return "-".join(f"{part:02d}" for part in _parts(birth) or ())


def _parts(text: str) -> tuple[int, ...] | None:
    if american := _AMERICAN.fullmatch(text.strip()):
        month, day, year = (int(part) for part in american.groups())
        return year, month, day
    if in_words := _IN_WORDS.fullmatch(text.strip()):
        return _in_words(*in_words.groups())
    match = _BIRTH.fullmatch(text.strip())
    return tuple(int(part) for part in match.groups() if part is not None) if match else None


def _in_words(before: str | None, word: str, after: str | None, year: str) -> tuple[int, ...] | None:
    month = next((at for at, name in enumerate(_MONTHS, 1) if name.startswith(word.lower())), None)
    if month is None or (before and after):
        return None
    day = before or after
    return (int(year), month, int(day)) if day else (int(year), month)
