"""How well the search does: at which place stands what was meant."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from anyascii import anyascii

from bot.desk.search import Search
from bot.rules.errors import DeskError
from storage.records.people import Person
from tests.names.filled import reference
from tests.names.namesakes import Pair, Who

FAR = 1000
"""The place of what is not found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    first: float
    """Share of questions whose record stands first."""
    in_ten: float
    missed: Sequence[str]
    """Scripts of the questions whose record does not stand first, with its place."""


def is_recorded(pair: Pair, who: Who) -> bool:
    """The very record, or another of the same name and year."""
    return _words(pair.who) == _words(who)


def answers(pair: Pair, who: Who) -> bool:
    """Or one in which every word of the question stands as it was typed, or as the initial that was typed."""
    recorded = _words(who)
    asked = _ascii(pair.asked)
    return is_recorded(pair, who) or all(
        any(word == each or (len(word) == 1 and each.startswith(word)) for each in recorded) for word in asked
    )


def _words(who: Who) -> list[str]:
    return sorted(_ascii(f"{who.family_name} {who.forename}"))


def _ascii(text: str) -> list[str]:
    """Without accents: nothing of the rules that are measured here."""
    return re.findall(r"[a-z]+", anyascii(text).lower())


def measured(search: Search, asker: Person, meant: Mapping[Pair, frozenset[str]]) -> Quality:
    """By pair the references of the records that are meant."""
    places = {pair: place(search, asker, pair, references) for pair, references in meant.items()}
    return Quality(
        first=sum(each == 1 for each in places.values()) / len(places),
        in_ten=sum(each <= 10 for each in places.values()) / len(places),
        missed=[f"{pair.who.script}: {each}" for pair, each in places.items() if each > 1],
    )


def place(search: Search, asker: Person, pair: Pair, references: frozenset[str]) -> int:
    try:
        found = search.find(asker, f"{pair.asked} {pair.who.born}")
    except DeskError:
        return FAR
    numbered = enumerate((each.row.reference for each in found.rows), start=1)
    return next((number for number, reference in numbered if reference in references), FAR)


def references(
    people: Sequence[Who], wanted: Sequence[Pair], is_it: Callable[[Pair, Who], bool]
) -> Mapping[Pair, frozenset[str]]:
    """Which of these people, by the references of their records, are meant by each question."""
    born = defaultdict[int, list[tuple[str, Who]]](list)
    for number, who in enumerate(people):
        born[who.born].append((reference(number), who))
    return {pair: frozenset(each for each, who in born[pair.who.born] if is_it(pair, who)) for pair in wanted}
