"""Keys by which a record's names are found: the consonants of each word, however it is spelled."""

from collections.abc import Mapping, Sequence

from bot.rules.naming import names
from bot.rules.naming.names import Name
from bot.rules.naming.sounds import skeleton, sounds
from bot.rules.naming.spans import Span, spans
from bot.rules.naming.words import Word
from storage.records.names import UNKNOWN, Named, NameKeys

RULE = 2
"""Goes up with each change of what a word's keys are: every record is then read anew."""
_TELLING, _SHORT = 2, 3
"""Consonants of a word that tell something without vowels, and so few that vowels tell more."""
_BY_CHANCE = 0.5
"""Of words that only stand together, and of parts of one: they make keys, and mean less than a word."""
_LONGEST = 12
_MOST = 48
"""Keys of one record; nobody has so many names."""


def of_record(named: Named) -> NameKeys:
    """Whoever is called nothing has no keys."""
    birth = named.answers.get("birth", "")[:4]
    return NameKeys(
        record_id=named.record_id,
        record_kind=named.record_kind,
        keys=_of_names(names.of_answers(named.answers)),
        birth_year=int(birth) if birth.isdecimal() else UNKNOWN,
    )


def _of_names(called: Sequence[Name]) -> frozenset[str]:
    """The keys of everything that somebody is called."""
    found = dict.fromkeys(key for name in called for span in _telling(name) for key in _of_word(span.word))
    return frozenset(list(found)[:_MOST])


def of_question(asked: Name) -> Mapping[str, float]:
    """The keys of each word that is asked for, any of which may be a record's, and what they are worth."""
    worth: dict[str, float] = {}
    for span in _telling(asked):
        for key in _of_word(span.word):
            worth[key] = max(worth.get(key, 0.0), _worth(span, asked))
    return worth


def _worth(span: Span, asked: Name) -> float:
    letters = span.word.letters
    if letters in asked.units:
        return 1.0
    return _BY_CHANCE if span.is_joined or letters in asked.fragments else 1.0


def _of_word(word: Word) -> tuple[str, ...]:
    """The consonants of each reading; those of a short word are many people's: it has a key with vowels, too.

    A word with hardly a consonant has only that: Li, Wu, Oh.
    """
    found = dict.fromkeys(key[:_LONGEST] for sound in sounds(word) for key in _keys(sound, bare=word.bare))
    return tuple(key for key in found if key)


def _keys(sound: str, *, bare: bool) -> tuple[str, ...]:
    consonants = skeleton(sound)
    if bare or len(consonants) > _SHORT:
        return (consonants,)
    return (sound,) if len(consonants) < _TELLING else (consonants, sound)


def _telling(name: Name) -> Sequence[Span]:
    """Without articles and initials, unless there is nothing else."""
    every = spans(name.parts)
    telling = [
        each for each in every if each.is_joined or not (each.word.is_particle or each.word.is_initial)
    ]
    return telling or every
