"""How like one word of a name is to another: by its sound most, by its spelling, by its letters."""

from collections.abc import Callable

from rapidfuzz.distance import Indel

from bot.rules.naming.same_names import are_one
from bot.rules.naming.sounds import skeletons, sounds
from bot.rules.naming.spans import Span
from bot.rules.naming.spelling import spelling
from bot.rules.naming.words import Word

_SOUND, _SPELLING, _LETTERS = 0.85, 0.1, 0.05
LEAST = 0.68
"""With less a word is another word."""
_LEAST_SOUND = 0.6
"""With less a word is not like another, however it is spelled."""
_SAME_NAME = 0.97
_BARE, _INITIAL, _LEAST_JOINED = 0.93, 0.9, 0.78
_LONGER, _JOINED, _ARTICLE = 1.8, 0.98, 2


def are_comparable(own: Span, other: Span) -> bool:
    """Two joined words are compared one by one as well; one is like a single word of about its length.

    Articles are like articles only.
    """
    one, two = own.word, other.word
    if not own.is_joined and not other.is_joined:
        return one.is_particle == two.is_particle or one.letters == two.letters or _are_short(one, two)
    if own.is_joined and other.is_joined:
        return False
    return len(one.letters) < _LONGER * len(two.letters) and len(two.letters) < _LONGER * len(one.letters)


def _are_short(one: Word, other: Word) -> bool:
    """Do is an article and a surname."""
    return max(len(one.letters), len(other.letters)) <= _ARTICLE


def likeness_of(own: Span, other: Span) -> float:
    """From 0 to 1; joined words that are hardly alike are not alike at all: they were joined by chance."""
    found = _likeness(own.word, other.word)
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
    sound = _best(one, other, sounds)
    if sound < _LEAST_SOUND:
        return 0.0
    spelled = Indel.normalized_similarity(spelling(one.letters), spelling(other.letters))
    letters = Indel.normalized_similarity(one.letters, other.letters)
    return _SOUND * sound + _SPELLING * spelled + _LETTERS * letters


def _best(one: Word, other: Word, read: Callable[[Word], tuple[str, ...]]) -> float:
    """Of the readings of both those that are likest."""
    mine, theirs = read(one), read(other)
    if len(mine) == len(theirs) == 1:
        return Indel.normalized_similarity(mine[0], theirs[0])
    return max(Indel.normalized_similarity(each, its) for each in mine for its in theirs)
