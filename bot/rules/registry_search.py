"""Finds entries of the registries by what somebody typed: codes first, then names without accents or case."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from bot.rules.states import STATES
from storage.records.agencies import Agency
from storage.records.countries import Country


def folded(text: str) -> str:
    """Without accents and case, so that `cote` finds Côte d'Ivoire."""
    spread = unicodedata.normalize("NFKD", text.strip())
    return "".join(letter for letter in spread if not unicodedata.combining(letter)).casefold()


def countries(words: str, known: Iterable[Country]) -> list[Country]:
    """The one whose code or whole name was typed, or else all whose name contains it."""
    asked, everyone = folded(words), list(known)
    exact = [each for each in everyone if asked in {each.code.casefold(), folded(each.name)}]
    return exact or [each for each in everyone if asked and asked in folded(each.name)]


def state(words: str) -> str | None:
    """The letters of the state that was named, by its letters or its name."""
    asked = folded(words)
    return next((code for code, name in STATES.items() if asked in {code.casefold(), folded(name)}), None)


def agencies(words: str, known: Sequence[Agency]) -> list[Agency]:
    """Those that fit each of the words by name, state or ORI."""
    asked = re.findall(r"\w+", folded(words))
    return [each for each in known if all(word in _words_of(each) for word in asked)]


def _words_of(agency: Agency) -> str:
    return folded(f"{agency.name} {agency.state} {agency.ori or ''}")
