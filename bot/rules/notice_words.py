"""What is typed behind `/notice new`: `yellow FR`, `red diffusion mexico`, `green in TH`."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules.places import ReadPlace, read_place
from storage.records.notices import Colour, Means
from storage.records.requests import Direction

_NOWHERE = ReadPlace(country="", direction=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadNotice:
    colour: Colour | None
    means: Means
    direction: Direction
    country: str
    """A member's code; empty when none was understood."""
    rest: str
    """Words that may have been meant for a colour."""


def read_notice(words: str, countries: Mapping[str, str]) -> ReadNotice:
    """What the words say; what they leave out is a notice that goes out."""
    said = words.lower().split()
    colour = next((Colour(each) for each in said if each in set(Colour)), None)
    others = [each for each in words.split() if each.lower() not in {colour, *Means}]
    place = read_place(" ".join(others), countries)
    unread = (each for each in others if read_place(each, countries) == _NOWHERE)
    return ReadNotice(
        colour=colour,
        means=Means.DIFFUSION if Means.DIFFUSION in said else Means.NOTICE,
        direction=place.direction or Direction.OUTGOING,
        country=place.country,
        # A country of several words is read as a whole only.
        rest="" if place.country else next(unread, ""),
    )
