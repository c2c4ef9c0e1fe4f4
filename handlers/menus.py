"""What the searching menus offer for the letters typed so far."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from bot.rules.fields import HOME_COUNTRY
from handlers.forms.fields import option
from handlers.views.blocks import Block
from handlers.views.words import HOME
from storage.records.people import Agency

OFFERED = 100
"""Slack shows no more."""


def countries(words: str, names: Mapping[str, str]) -> Sequence[Block]:
    """Members whose name contains the letters or whose code they are; names that begin so come first."""
    asked = _folded(words)
    fit = [(code, name) for code, name in names.items() if asked in _folded(name) or asked == code.casefold()]
    fit.sort(key=lambda one: (one[0].casefold() != asked, not _folded(one[1]).startswith(asked), one[1]))
    return [option(code, name) for code, name in fit[:OFFERED]]


def nations(words: str, names: Mapping[str, str]) -> Sequence[Block]:
    """As `countries`, and the United States among them: somebody may be one of its nationals."""
    return countries(words, {**names, HOME_COUNTRY: HOME})


def agencies(words: str, registry: Sequence[Agency]) -> Sequence[Block]:
    """Agencies that fit each of the words by name, state or ORI."""
    asked = re.findall(r"\w+", _folded(words))
    fit = [each for each in registry if all(word in _words_of(each) for word in asked)]
    return [option(each.id, f"{each.name} ({each.ori})") for each in fit[:OFFERED]]


def _words_of(agency: Agency) -> str:
    return _folded(f"{agency.name} {agency.state} {agency.ori}")


def _folded(text: str) -> str:
    """Without accents and case, so that `cote` finds Côte d'Ivoire."""
    spread = unicodedata.normalize("NFKD", text.strip())
    return "".join(letter for letter in spread if not unicodedata.combining(letter)).casefold()
