"""How well a name fits what is asked for: words in any order, joined or apart, initials, half a surname."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from bot.rules.naming.likeness import LEAST, are_comparable, likeness_of
from bot.rules.naming.names import Name
from bot.rules.naming.spans import Span, spans, weight
from bot.rules.naming.words import Word

SAME, SIMILAR = 0.9, 0.66
"""From here on it is the same name, or a similar one; found by the open half of the test set."""
_TURNED, _FIRST, _ABSENT = 0.1, 0.1, 0.5
_TOO_MUCH = 0.1
"""What a word that nobody asked for costs, beside one that was asked for and is not there."""

_Pairs = Sequence[tuple[float, Span, Span]]
"""How like, what was asked for, what the name has."""


class Fitting:
    """What is asked for, ready to be compared with many names."""

    def __init__(self, asked: Name) -> None:
        self._spans = spans(asked.parts)
        self._words = asked.words
        self._fragments = asked.fragments
        self._weight = sum(weight(word) for word in asked.words)
        self._known = dict[tuple[Word, bool], Sequence[tuple[float, Span]]]()
        """By word, alone or joined, which own spans it is like: the same names come again and again."""

    def of(self, names: Sequence[Name]) -> float:
        """From 0 to 1: of everything that somebody is called what fits best."""
        return max((self._fit(name) for name in names), default=0.0)

    def _fit(self, name: Name) -> float:
        pairs = self._best_pairs(spans(name.parts))
        matched = sum(likeness * own.weight for likeness, own, _ in pairs) - _TURNED * self._wrong(pairs)
        found = sum(own.weight for _, own, _ in pairs)
        covered = {place for _, _, other in pairs for place in other.places}
        left = _left(name, covered)
        missing = self._weight - found
        # Of two surnames people use the first.
        too_much = _TOO_MUCH * (sum(left) + (0 if 0 in covered else _FIRST))
        best = matched / (found + _ABSENT * missing + too_much)
        if best < SIMILAR:
            return best  # What is against it makes it only worse: most of those who are compared.
        against = self._against(pairs, left)
        return matched / (found + against + _ABSENT * (missing - against) + too_much)

    def _wrong(self, pairs: _Pairs) -> int:
        """How often words stand otherwise than in the question: turned, or one word of it in two parts."""
        parts = {other.part for _, own, other in pairs if own.word.letters in self._fragments}
        return _turned(pairs) + max(0, len(parts) - 1)

    def _against(self, pairs: _Pairs, left: Sequence[float]) -> float:
        """How much was asked for where the name has something else.

        A word that is not there at all may only not be recorded; and somebody's second forename is nothing
        against a second surname.
        """
        part_of = {place: other.part for _, own, other in pairs for place in own.places}
        beside = next(iter(part_of.values()), 0)
        missing = defaultdict[int, float](float)
        for place, word in enumerate(self._words):
            beside = part_of.get(place, beside)
            missing[beside] += 0.0 if place in part_of else weight(word)
        parts = set(part_of.values())
        strange = sum(each for part, each in enumerate(left) if part not in parts)
        beside_it = sum(min(each, left[part]) for part, each in missing.items() if part in parts)
        return min(sum(missing.values()), beside_it + strange)

    def _best_pairs(self, others: Sequence[Span]) -> _Pairs:
        """The likest words first, each used once."""
        pairs = [(likeness, own, other) for other in others for likeness, own in self._like(other)]
        pairs.sort(key=lambda pair: -pair[0])
        best, used, covered = list[tuple[float, Span, Span]](), set[int](), set[int]()
        for pair in pairs:
            _, own, other = pair
            if used.isdisjoint(own.places) and covered.isdisjoint(other.places):
                best.append(pair)
                used.update(own.places)
                covered.update(other.places)
        return best

    def _like(self, other: Span) -> Sequence[tuple[float, Span]]:
        key = other.word, other.is_joined
        found = self._known.get(key)
        if found is None:
            each = ((likeness_of(own, other), own) for own in self._spans if are_comparable(own, other))
            found = self._known[key] = [like for like in each if like[0] >= LEAST]
        return found


def _left(name: Name, covered: set[int]) -> Sequence[float]:
    """How much of each part of a name nobody asked for."""
    found: list[float] = []
    first = 0
    for part in name.parts:
        places = range(first, first + len(part))
        found.append(
            sum(weight(word) for place, word in zip(places, part, strict=True) if place not in covered)
        )
        first += len(part)
    return found


def _turned(pairs: _Pairs) -> int:
    """How many neighbours in one part of the name were asked for the other way round."""
    by_place = sorted((other.part, other.places[0], own.places[0]) for _, own, other in pairs)
    return sum(one[0] == next_[0] and one[2] > next_[2] for one, next_ in pairwise(by_place))
