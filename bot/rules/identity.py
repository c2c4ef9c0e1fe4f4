"""Identity: the least that must be known of a notice's subject, and birth dates of any precision."""

import re
from dataclasses import replace
from datetime import date

from bot.rules.fields import found, kept, text_error
from storage.records.notices import Identity

_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
"""Month, day and year, as people write them in the United States."""
_BIRTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_OLDEST = 130


def errors(identity: Identity, *, today: date, limit: int) -> dict[str, str]:
    """What is missing of the minimum (RPD article 83: names, sex, birth, one identifier), by field."""
    return found(
        {
            "family_name": text_error(identity.family_name, limit=limit),
            "forename": text_error(identity.forename, limit=limit),
            "birth": birth_error(identity.birth, today=today),
            "identifier": text_error(identity.identifier, limit=limit),
        }
    )


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


def tidy(identity: Identity) -> Identity:
    """The same identity without stray spaces, its birth date spelled `1990-05-17` as far as it is known."""
    return replace(
        identity,
        family_name=kept(identity.family_name),
        forename=kept(identity.forename),
        birth=spelled(identity.birth),
        identifier=kept(identity.identifier),
    )


def spelled(birth: str) -> str:
    """A birth date as it is kept; empty for one that cannot be read."""
    return "-".join(f"{part:02d}" for part in _parts(birth) or ())


def _parts(text: str) -> tuple[int, ...] | None:
    if american := _AMERICAN.fullmatch(text.strip()):
        month, day, year = (int(part) for part in american.groups())
        return year, month, day
    match = _BIRTH.fullmatch(text.strip())
    return tuple(int(part) for part in match.groups() if part is not None) if match else None
