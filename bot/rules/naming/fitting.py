"""How well a name fits what is asked for: words in any order, joined or apart, initials, half a surname."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from bot.rules.naming.names import Name
from bot.rules.naming.same_names import are_one
from bot.rules.naming.sounds import skeletons, sounds
from bot.rules.naming.spans import Span, spans, weight
from bot.rules.naming.words import Word

SAME, SIMILAR = 0.9, 0.66
"""From here on it is the same name, or a similar one; found by the open half of the test set."""
_SOUND, _LETTERS = 0.85, 0.15
_SAME_NAME = 0.97
_BARE, _INITIAL, _LEAST, _LEAST_JOINED = 0.93, 0.9, 0.68, 0.78
_LONGER, _JOINED, _ARTICLE = 1.8, 0.98, 2
_TURNED, _FIRST, _ABSENT = 0.1, 0.1, 0.5
_TOO_MUCH = 0.1
"""What a word that nobody asked for costs, beside one that was asked for and is not there."""


class Fitting:
    """What is asked for, ready to be compared with many names."""

    def __init__(self, asked: Name) -> None:
        self._spans = spans(asked.parts)
        self._fragments = asked.fragments
        self._weight = sum(weight(word) for word in asked.words)
        self._likeness = [dict[Word, float]() for _ in self._spans]
        """By each own span and other word: the same names come again and again."""

    def of(self, names: Sequence[Name]) -> float:
        """From 0 to 1: of everything that somebody is called what fits best."""
        return max((self._fit(name) for name in names), default=0.0)

    def _fit(self, name: Name) -> float:
        pairs = self._best_pairs(spans(name.parts))
        matched = sum(likeness * own.weight for likeness, own, _ in pairs) - _TURNED * self._wrong(pairs)
        found = sum(own.weight for _, own, _ in pairs)
        covered = {place for _, _, other in pairs for place in other.places}
        left = sum(weight(word) for place, word in enumerate(name.words) if place not in covered)
        # A word against another is another name; one that is not there at all may only not be recorded.
        missing = self._weight - found
        against = min(missing, left)
        # Of two surnames people use the first.
        left += 0 if 0 in covered else _FIRST
        return matched / (found + against + _ABSENT * (missing - against) + _TOO_MUCH * left)

    def _wrong(self, pairs: Sequence[tuple[float, Span, Span]]) -> int:
        """How often words stand otherwise than in the question: turned, or one word of it in two parts."""
        parts = {other.part for _, own, other in pairs if own.word.letters in self._fragments}
        return _turned(pairs) + max(0, len(parts) - 1)

    def _best_pairs(self, others: Sequence[Span]) -> list[tuple[float, Span, Span]]:
        """The likest words first, each used once: how like, what was asked for, what the name has."""
        pairs = [
            (likeness, own, other)
            for own, known in zip(self._spans, self._likeness, strict=True)
            for other in others
            if _are_comparable(own, other) and (likeness := _known(known, own, other)) >= _LEAST
        ]
        pairs.sort(key=lambda pair: -pair[0])
        best, used, covered = list[tuple[float, Span, Span]](), set[int](), set[int]()
        for pair in pairs:
            _, own, other = pair
            if used.isdisjoint(own.places) and covered.isdisjoint(other.places):
                best.append(pair)
                used.update(own.places)
                covered.update(other.places)
        return best


def _are_comparable(own: Span, other: Span) -> bool:
    """Two joined words are compared one by one as well; one is like a single word of about its length.

    Articles are like articles only.
    """
    if not own.is_joined and not other.is_joined:
        return own.word.is_particle == other.word.is_particle or _are_short(own.word, other.word)
    if own.is_joined and other.is_joined:
        return False
    one, two = len(own.word.letters), len(other.word.letters)
    return one < _LONGER * two and two < _LONGER * one


def _turned(pairs: Sequence[tuple[float, Span, Span]]) -> int:
    """How many neighbours in one part of the name were asked for the other way round."""
    by_place = sorted((other.part, other.places[0], own.places[0]) for _, own, other in pairs)
    return sum(one[0] == next_[0] and one[2] > next_[2] for one, next_ in pairwise(by_place))


def _are_short(one: Word, other: Word) -> bool:
    """Do is an article and a surname."""
    return max(len(one.letters), len(other.letters)) <= _ARTICLE


def _known(known: dict[Word, float], own: Span, other: Span) -> float:
    found = known.get(other.word)
    if found is None:
        found = known[other.word] = _likeness(own.word, other.word)
    if own.is_joined or other.is_joined:
        return found * _JOINED if found >= _LEAST_JOINED else 0.0
    return found


def _likeness(one: Word, other: Word) -> float:
    """From 0 to 1, of two words."""
    if one.letters == other.letters:
        return 1.0
    if are_one(one.letters, other.letters):
        return _SAME_NAME
    if one.bare or other.bare:
        return _BARE * _best(one, other, skeletons)
    if one.is_initial or other.is_initial:
        return _INITIAL if one.letters[0] == other.letters[0] else 0.0
    letters = Indel.normalized_similarity(one.letters, other.letters)
    return _SOUND * _best(one, other, sounds) + _LETTERS * letters


def _best(one: Word, other: Word, read: Callable[[Word], tuple[str, ...]]) -> float:
    """Of the readings of both those that are likest."""
    return max(Indel.normalized_similarity(mine, theirs) for mine in read(one) for theirs in read(other))
