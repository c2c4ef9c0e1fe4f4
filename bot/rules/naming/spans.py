"""A name as its words, and as they may be joined: `Jian Guo` is also `Jianguo`, `Al Sayed` also `Alsayed`."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.rules.naming.words import Word, joined

_PARTICLE, _INITIAL, _WORD = 0.2, 0.5, 1.0
_MOST_WORDS = 8
"""Of each part of a name; what stands behind is not compared."""


class Span(NamedTuple):
    word: Word
    part: int
    """Of which part of the name."""
    places: tuple[int, ...]
    """Which words of the name it is made of."""
    weight: float
    """How much of a name it is."""
    is_joined: bool


def spans(parts: Sequence[Sequence[Word]]) -> tuple[Span, ...]:
    """Single words, neighbours of one part joined, also across a particle, and each part as a whole."""
    found: list[Span] = []
    first = 0
    for number, part in enumerate(parts):
        found += _spans_of(tuple(part[:_MOST_WORDS]), number, first)
        first += len(part)
    return tuple(found)


@lru_cache(maxsize=2048)
def _spans_of(part: tuple[Word, ...], number: int, first: int) -> list[Span]:
    return [_span(part, number, run, first) for run in _runs(part)]


def _runs(part: Sequence[Word]) -> dict[tuple[int, ...], None]:
    """Places of words that may be one word, each run once."""
    count = len(part)
    neighbours = [(place, place + 1) for place in range(count - 1)]
    across = [(place, place + 2) for place in range(count - 2) if part[place + 1].is_particle]
    return dict.fromkeys([*((place,) for place in range(count)), *neighbours, *across, tuple(range(count))])


def _span(part: Sequence[Word], number: int, run: Sequence[int], first: int) -> Span:
    chosen = tuple(part[place] for place in run)
    word = chosen[0] if len(chosen) == 1 else joined(chosen)
    places = tuple(first + place for place in run)
    return Span(word, number, places, sum(weight(each) for each in chosen), len(run) > 1)


def weight(word: Word) -> float:
    if word.is_particle:
        return _PARTICLE
    return _INITIAL if word.is_initial else _WORD
