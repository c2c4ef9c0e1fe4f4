"""Queries: reads `red pending france older:30d mine robin 1990` as a question to the stores.

A word may stand with its field, `country:france`, or bare. What no field and no list of words knows is taken
for a number when it has digits, and for a name when it has none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches

from bot.rules import births
from bot.rules.query_fields import FIELDS, Reader, slug, vocabulary
from bot.rules.query_words import Word, split
from storage.records.people import Person
from storage.records.queries import RecordQuery
from storage.records.reminders import RecordKind

_LONGEST_NAME = 6
"""Words of a country's name, or of a state's."""
_LONG = frozenset({"", "country", "state"})
"""Fields whose words may be several; a bare word has none."""
_BETWEEN = frozenset({"about", "and", "at", "by", "for", "from", "in", "of", "the", "to", "with"})
"""Say nothing by themselves in small letters; in capitals some of them are countries."""
_CODE = 2
_ALIKE, _GUESSED = 0.8, 4
"""How near a word must be to one of the desk's, and how long, to be taken for a slip of the keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    query: RecordQuery
    name: str = ""
    """Somebody's name, with a year of birth perhaps, as `bot.rules.naming` reads it."""
    agencies: tuple[str, ...] = ()
    """Words for agencies, which only the registry knows."""
    readings: tuple[str, ...] = ()
    """How words were read that could mean something else."""
    not_understood: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()
    """What may have been meant by a word that was read as a name, or not at all."""


def parse(
    words: str, *, kind: RecordKind, asker: Person, now: datetime, countries: Mapping[str, str]
) -> Parsed:
    """The question that the words ask of notices or requests, and the words that say nothing to the desk."""
    reader = Reader(kind=kind, asker=asker, now=now, countries=_by_slug(countries))
    open_words: list[Word] = []
    agencies: list[str] = []
    missed: list[Word] = []
    for group in _grouped(split(words), reader):
        first, value = group[0], " ".join(word.value for word in group)
        if value in _BETWEEN and first.is_bare:
            continue
        if (query := _read(reader, first, value)) is not None:
            reader = replace(reader, query=query)
        elif first.field == "agency" and value.strip():
            agencies.append(value)
        else:
            (open_words if _may_be_name(first) else missed).append(first)
    parsed = Parsed(query=reader.query, agencies=tuple(agencies))
    return _settled(parsed, reader, open_words, missed, countries)


def _by_slug(countries: Mapping[str, str]) -> Mapping[str, str]:
    names = {slug(name): code for code, name in countries.items()}
    return names | {slug(code): code for code in countries}


def _grouped(words: Sequence[Word], reader: Reader) -> Iterator[Sequence[Word]]:
    """Words that mean something together: the name of a country, a state in the words of a list."""
    at = 0
    while at < len(words):
        together = _together(words[at : at + _LONGEST_NAME], reader)
        yield words[at : at + together]
        at += together


def _together(words: Sequence[Word], reader: Reader) -> int:
    """How many of the first ones belong together."""
    first = words[0]
    if first.quoted or first.field not in _LONG:
        return 1
    for count in range(len(words), 1, -1):
        value = " ".join(word.value for word in words[:count])
        if all(word.is_bare for word in words[1:count]) and _read(reader, first, value) is not None:
            return count
    return 1


def _read(reader: Reader, first: Word, value: str) -> RecordQuery | None:
    """None for what may be a name: in quotes, or `Li`, which is a country only as `LI` or `li`."""
    if first.field:
        return reader.read(first.field, value)
    may_be_name = first.quoted or (len(value) == _CODE and value.istitle())
    return None if may_be_name else reader.bare(value)


def _may_be_name(word: Word) -> bool:
    """A word of the desk that says nothing of this kind of record is none, unless somebody says so."""
    if word.is_bare and slug(word.value) in _DESKS:
        return False
    return word.field in {"", "name"} and re.search(r"[^\W_]", word.value) is not None


_DESKS = frozenset(slug(word) for kind in RecordKind for word in vocabulary(kind))


def _settled(
    parsed: Parsed,
    reader: Reader,
    open_words: Sequence[Word],
    missed: Sequence[Word],
    countries: Mapping[str, str],
) -> Parsed:
    """Digits beside a name are a year of birth when they look like one, and else a number."""
    named = any(not word.has_digit for word in open_words)
    name, numbers, short = list[str](), list[str](), list[Word]()
    for word in open_words:
        if not word.has_digit or (named and births.spelled(word.value)):
            name.append(word.value)
        elif (query := reader.by_number(word.value)) is not None:
            reader = replace(reader, query=query)
            numbers.append(word.value)
        else:
            short.append(word)
    in_countries = (f"country {countries[code]}" for code in sorted(reader.query.countries))
    return replace(
        parsed,
        query=reader.query,
        name=" ".join(name),
        readings=(*in_countries, *(f"number {each}" for each in numbers), *_called(name)),
        not_understood=tuple(word.typed for word in (*missed, *short)),
        guesses=tuple(_guesses(reader.kind, [*open_words, *missed])),
    )


def _called(name: Sequence[str]) -> tuple[str, ...]:
    return (f"name “{' '.join(name)}”",) if name else ()


def _guesses(kind: RecordKind, words: Sequence[Word]) -> Iterator[str]:
    """Nearest words of the desk's own to those that may have been meant for them."""
    for word in words:
        said, known = (word.field, FIELDS) if word.field else (word.value, vocabulary(kind))
        if word.quoted or len(said) < _GUESSED or said in FIELDS:
            continue
        for near in get_close_matches(said.casefold(), known, n=1, cutoff=_ALIKE):
            yield f"{near}:" if word.field else near
