"""Places: reads `FR`, `france`, `from mexico` or `in` behind a command as a country and a direction."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from storage.records.requests import Direction

_DIRECTIONS: Mapping[str, Direction] = {
    "in": Direction.INCOMING,
    "incoming": Direction.INCOMING,
    "from": Direction.INCOMING,
    "out": Direction.OUTGOING,
    "outgoing": Direction.OUTGOING,
    "to": Direction.OUTGOING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPlace:
    country: str
    """A member's code; empty when none was understood."""
    direction: Direction | None


def read_place(words: str, countries: Mapping[str, str]) -> ReadPlace:
    """What the words say of country and direction; words that say nothing are passed over."""
    direction: Direction | None = None
    rest: list[str] = []
    for word in words.split():
        if (found := _DIRECTIONS.get(word.casefold())) and word not in countries:
            direction = found
        else:
            rest.append(word)
    return ReadPlace(country=country(" ".join(rest), countries), direction=direction)


def country(words: str, countries: Mapping[str, str]) -> str:
    """The member that is meant by a code or a name; empty when it is none."""
    if words.upper() in countries:
        return words.upper()
    asked = _slug(words)
    return next((code for code, name in countries.items() if asked and _slug(name) == asked), "")


def _slug(name: str) -> str:
    """A country's name as one typed word: `South Africa` is found as `south-africa`."""
    return re.sub(r"\W+", "-", name.casefold()).strip("-")
