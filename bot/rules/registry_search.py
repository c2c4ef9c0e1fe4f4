"""Finds entries of the registries by what somebody typed: codes first, then names without accents or case."""

import re
from collections.abc import Iterable

from bot.rules.states import STATES
from storage.records.countries import Country
from storage.records.folding import folded

LONGEST, MOST_WORDS = 200, 10
"""Characters and words; nobody who looks for an agency types more."""


def countries(words: str, known: Iterable[Country]) -> list[Country]:
    """The one whose code or whole name was typed, or else all whose name contains it."""
    asked, everyone = folded(words[:LONGEST]), list(known)
    exact = [each for each in everyone if asked in {each.code.casefold(), folded(each.name)}]
    return exact or [each for each in everyone if asked and asked in folded(each.name)]


def state(words: str) -> str | None:
    """The letters of the state that was named, by its letters or its name."""
    asked = folded(words[:LONGEST])
    return next((code for code, name in STATES.items() if asked in {code.casefold(), folded(name)}), None)


def words_of(text: str) -> tuple[str, ...]:
    """The words that an agency must have in its name, state or ORI; of many, the first."""
    return tuple(re.findall(r"\w+", folded(text[:LONGEST]))[:MOST_WORDS])
