"""Conditions: what INTERPOL's rules demand of a colour beyond a filled-in form."""

import re
from collections.abc import Mapping
from typing import assert_never

from bot.rules.colours import ADULT_NOT_ALLOWED, SENTENCE
from storage.records.notices import Colour

_LENGTH = re.compile(r"(\d{1,4})\s*(years?|y|months?|m)", re.IGNORECASE)
_ENDLESS = frozenset({"life", "life imprisonment", "death"})
_LONGEST_PENALTY = 24
_SENTENCE_LEFT = 6


def errors(colour: Colour, block: Mapping[str, str]) -> dict[str, str]:
    """What stands against this notice, by field of its block."""
    match colour:
        case Colour.RED:
            return _red(block)
        case Colour.YELLOW:
            return _yellow(block)
        case Colour.BLUE | Colour.GREEN:
            return {}
        case _:
            assert_never(colour)


def _red(block: Mapping[str, str]) -> dict[str, str]:
    """RPD article 83: a longest possible penalty of two years, or six months of a sentence."""
    months = _months(block["penalty"])
    if months is None:
        return {"penalty": "Say how long in years or months: 10 years, 6 months, life."}
    sentenced = block["basis"] == SENTENCE
    if months >= (_SENTENCE_LEFT if sentenced else _LONGEST_PENALTY):
        return {}
    least = "a sentence of at least six months" if sentenced else "a longest possible penalty of two years"
    return {"penalty": f"A Red Notice needs {least} (RPD article 83). A Blue Notice may be the right one."}


def _yellow(block: Mapping[str, str]) -> dict[str, str]:
    """RPD article 90(2)(c): national privacy law must not prevent the search for an adult."""
    if block["age_group"] != ADULT_NOT_ALLOWED:
        return {}
    return {"age_group": "A Yellow Notice on an adult needs a law that allows it (RPD article 90)."}


def _months(text: str) -> int | None:
    if text.strip().lower() in _ENDLESS:
        return 12 * 100
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        return None
    return int(found[1]) * (12 if found[2].lower().startswith("y") else 1)
