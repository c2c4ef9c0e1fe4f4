"""Which records come first: how well the name fits, then how well the birth does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log

from bot.rules.naming import names
from bot.rules.naming.asking import Question
from bot.rules.naming.fitting import SAME, SIMILAR, Fitting
from bot.rules.naming.sounds import skeleton
from storage.records.names import Named

COUNTED = 8_000
"""A key that so many records have tells nothing by itself."""
FIRST_YEAR = 2.0
"""What the very year of birth tells beside the keys of a name, as the logarithm of how few have it."""
COMPARED = 200
"""Records whose names are compared letter by letter."""
LEAST = 0.35
"""What their keys weigh at least, as a share of those of the first: with less they share hardly a word."""
SHOWN = 50
_MOST_ROWS = 2 * COUNTED
"""Of the index, for one question: two words of a name always narrow it together."""


class Fit(StrEnum):
    SAME = "same"
    SIMILAR = "similar"


class Birth(StrEnum):
    """How what is recorded of a birth fits what was asked."""

    NOT_ASKED = "not_asked"
    FITS = "fits"
    SAME_YEAR = "same_year"
    NEAR = "near"
    UNKNOWN = "unknown"


_WORTH = {Birth.FITS: 0.1, Birth.SAME_YEAR: 0.08, Birth.UNKNOWN: 0.03, Birth.NEAR: 0.0, Birth.NOT_ASKED: 0.0}
"""Beside the fit of a name, from 0 to 1: enough to tell namesakes apart, too little to hide another name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    named: Named
    points: float
    fit: Fit
    birth: Birth


def telling(worth: Mapping[str, float], sizes: Mapping[str, int]) -> Mapping[str, float]:
    """What each key of a question tells, by how many records have it: the rarest most.

    Those that too many have are left out. None is left: the name is too common. A key with vowels tells only
    what the one without does not, because whoever has it has both.
    """
    chosen: dict[str, float] = {}
    rows = 0
    for key, size in sorted(sizes.items(), key=lambda each: (each[1], each[0])):
        rows += size
        if size >= COUNTED or rows > _MOST_ROWS:
            break
        chosen[key] = worth[key] * log(COUNTED / size)
    return {key: told - _told_already(key, chosen) for key, told in chosen.items()}


def _told_already(key: str, chosen: Mapping[str, float]) -> float:
    without_vowels = skeleton(key)
    return 0.0 if key == without_vowels else min(chosen[key], chosen.get(without_vowels, 0.0))


def ranked(question: Question, found: Sequence[Named]) -> tuple[Hit, ...]:
    """The best first; among equals the order of `found`."""
    fitting = Fitting(question.name)
    fits: dict[tuple[str, ...], float] = {}  # Namesakes fit alike.
    hits: list[Hit] = []
    for named in found:
        called = tuple(named.answers.get(field, "") for field in names.FIELDS)
        if called not in fits:
            fits[called] = fitting.of(names.of_answers(named.answers))
        hits.append(_hit(question, fits[called], named))
    hits.sort(key=lambda hit: -hit.points)
    return tuple(hit for hit in hits if hit.points - _WORTH[hit.birth] >= SIMILAR)[:SHOWN]


def _hit(question: Question, fit: float, named: Named) -> Hit:
    birth = _birth(question.birth, named.answers.get("birth", ""))
    return Hit(
        named=named,
        points=fit + _WORTH[birth],
        fit=Fit.SAME if fit >= SAME else Fit.SIMILAR,
        birth=birth,
    )


def _birth(asked: str, recorded: str) -> Birth:
    if not asked:
        return Birth.NOT_ASKED
    if not recorded:
        return Birth.UNKNOWN
    if asked.startswith(recorded) or recorded.startswith(asked):
        return Birth.FITS
    return Birth.SAME_YEAR if asked[:4] == recorded[:4] else Birth.NEAR
