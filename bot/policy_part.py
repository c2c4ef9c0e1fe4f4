"""Parts of the policy file: each value is read with its place, so that a mistake is named with its line."""

import re
from collections.abc import Mapping
from datetime import time, timedelta
from enum import StrEnum
from typing import Any, TypeVar

Place = tuple[str | int, ...]
"""Names and, inside a list of tables, numbers that lead to a value: `("ladder", "flash", 1, "wait")`."""

_DURATION = re.compile(r"(\d{1,6})([smhdy])")
_UNITS = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "y": timedelta(days=365),
}
_LONGEST = timedelta(days=36500)
_HEADING = re.compile(r"\s*(?P<open>\[\[?)\s*(?P<name>[\w.\-\"' ]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"\s*(?P<key>[\w.\-\"']+?)\s*=")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
Key = TypeVar("Key", bound=StrEnum)


class InvalidPolicy(Exception):
    """The policy file cannot be used; the message names the file, the place and what would be right."""

    def __init__(self, message: str, *, place: Place = ()) -> None:
        super().__init__(message)
        self.place = place


class Part:
    """One table of the policy."""

    def __init__(self, table: object, *place: str | int) -> None:
        """Raises InvalidPolicy when it is no table."""
        self.place: Place = place
        if not isinstance(table, Mapping):
            raise InvalidPolicy(f"[{self._heading}] is a table: write its lines below a heading", place=place)
        self.table: Mapping[str, Any] = table

    def only(self, *known: str) -> None:
        """Raises InvalidPolicy for any other name."""
        for name in self.table:
            if name not in known:
                raise self.wrong(
                    name, f"[{self._heading}] has no {name!r}; it has {', '.join(sorted(known))}"
                )

    def part(self, name: str) -> "Part":
        return Part(self.table.get(name, {}), *self.place, name)

    def duration(self, name: str, *, at_most: timedelta | None = None) -> timedelta:
        """A whole number above zero, then s, m, h, d or y (365 days). Raises InvalidPolicy."""
        text = self.table.get(name)
        try:
            read = duration(text)
        except InvalidPolicy as error:
            raise self.wrong(name, f"{self.named(name)}: {error}") from None
        if at_most is not None and read > at_most:
            hours = int(at_most / timedelta(hours=1))
            raise self.wrong(name, f"{self.named(name)}: {text!r} is too long; {hours}h is the most")
        return read

    def durations(self, keys: type[Key]) -> dict[Key, timedelta]:
        """One for each member that is named."""
        self.only(*(key.value for key in keys))
        return {keys(name): self.duration(name) for name in self.table}

    def count(self, name: str, *, at_most: int) -> int:
        value = self.table.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= at_most:
            raise self.wrong(name, f"{self.named(name)}: {value!r} is not a whole number from 1 to {at_most}")
        return value

    def words(self, name: str) -> str:
        value = self.table.get(name)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(name, f"{self.named(name)}: write it as text in quotation marks")
        return value

    def clock(self, name: str) -> time:
        value = self.table.get(name)
        match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            raise self.wrong(name, f"{self.named(name)}: {value!r} is not a time of day: write it like 08:00")
        return time(int(match[1]), int(match[2]))

    def flag(self, name: str) -> bool:
        """False when it is left out."""
        value = self.table.get(name, False)
        if not isinstance(value, bool):
            raise self.wrong(name, f"{self.named(name)}: {value!r} is neither true nor false")
        return value

    def wrong(self, name: str, message: str) -> InvalidPolicy:
        return InvalidPolicy(message, place=(*self.place, name))

    @property
    def _heading(self) -> str:
        return ".".join(str(each) for each in self.place)

    def named(self, name: str) -> str:
        return f"{self._heading}.{name}"


def duration(text: object) -> timedelta:
    """`15m` as a timedelta. Raises InvalidPolicy."""
    match = _DURATION.fullmatch(text) if isinstance(text, str) else None
    if not match or int(match[1]) == 0:
        raise InvalidPolicy(f"{text!r} is not a duration: write it like 2s, 15m, 24h, 10d or 5y, above zero")
    read = int(match[1]) * _UNITS[match[2]]
    if read > _LONGEST:
        raise InvalidPolicy(f"{text!r} is longer than a hundred years, which no calendar here reaches")
    return read


def line_of(text: str, place: Place) -> int | None:
    """Where a value, or else its table, stands in a TOML text, counted from 1; None: not in there."""
    heading: Place = ()
    found = None
    seen: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if opened := _HEADING.match(line):
            heading = _of_heading(opened, seen)
            if heading[: len(place)] == place[: len(heading)]:
                found = number
        elif key := _KEY.match(line):
            named = (*heading, *_dotted(key["key"]))
            if named == place:
                return number
            if named == place[: len(named)]:
                found = number
    return found


def _dotted(name: str) -> Place:
    return tuple(part.strip(" \"'") for part in name.split("."))


def _of_heading(opened: re.Match[str], seen: dict[str, int]) -> Place:
    name, parts = opened["name"], _dotted(opened["name"])
    if opened["open"] == "[":
        return parts
    seen[name] = seen.get(name, -1) + 1
    return (*parts, seen[name])
