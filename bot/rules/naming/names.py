"""Names as they are compared: that of a record in its parts, and that in a question as it was typed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.rules.naming.words import Word, is_ideographic, joined, words

FIELDS = ("family_name", "forename", "aliases")
"""What of a record's answers is searched; other people's names in it are not."""


_ALIASES = re.compile(r"[,;]")


@dataclass(frozen=True, slots=True)
class Name:
    parts: tuple[tuple[Word, ...], ...]
    """Family name and forename apart, or all in one; words of one part may be written together."""
    units: frozenset[str] = frozenset()
    """What was typed as one word of several, such as Hsiao-ming, in letters without a hyphen."""
    fragments: frozenset[str] = frozenset()
    """The words of which those are made."""

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for part in self.parts for word in part)


def of_answers(answers: Mapping[str, str]) -> tuple[Name, ...]:
    """Everything that somebody is called; an alias of one word goes with the forename, too."""
    family, forename = words(answers.get("family_name", "")), words(answers.get("forename", ""))
    found: list[Sequence[tuple[Word, ...]]] = [(family, forename)]
    others = map(words, _ALIASES.split(answers["aliases"])) if answers.get("aliases") else ()
    found += [(alias, forename) if len(alias) == 1 else (alias,) for alias in others if alias]
    return tuple(Name(tuple(part for part in each if part)) for each in found if any(each))


def asked(text: str) -> Name:
    units = [unit for unit in map(_unit, text.split()) if len(unit) > 1]
    return Name(
        (words(text),),
        units=frozenset(joined(unit).letters for unit in units),
        fragments=frozenset(word.letters for unit in units for word in unit),
    )


def _unit(chunk: str) -> tuple[Word, ...]:
    """Written in Chinese or Korean, the family name stands before the others."""
    made_of = words(chunk)
    return made_of[1:] if is_ideographic(chunk) else made_of
