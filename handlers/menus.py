"""What the searching menus offer for the letters typed so far."""

from collections.abc import Sequence

from handlers.forms.fields import option
from handlers.views.blocks import Block
from storage.records.agencies import Agency
from storage.records.countries import Country
from storage.records.folding import folded

OFFERED = 100
"""Slack shows no more."""


def countries(words: str, registry: Sequence[Country]) -> Sequence[Block]:
    """Members whose name contains the letters or whose code they are; names that begin so come first.

    A sub-bureau offers its country, and says so; a former member is not offered.
    """
    asked = folded(words)
    members = {each.code: each for each in registry if each.is_member}
    fit = [(each, each) for each in members.values() if _fits(each, asked)]
    if asked:
        fit += [
            (each, members[each.parent])
            for each in registry
            if each.left_on is None and each.parent in members and _fits(each, asked)
        ]
    fit.sort(key=lambda one: _order(one[0], asked))
    chosen: dict[str, str] = {}
    for found, country in fit:
        label = country.name if found is country else f"{country.name} (for {found.name})"
        chosen.setdefault(country.code, label)
    return [option(code, label) for code, label in list(chosen.items())[:OFFERED]]


def agencies(found: Sequence[Agency]) -> Sequence[Block]:
    """Each by its name, and its ORI or its state."""
    return [option(each.id, f"{each.name} ({each.ori or each.state})") for each in found[:OFFERED]]


def _fits(country: Country, asked: str) -> bool:
    return asked in folded(country.name) or asked == country.code.casefold()


def _order(country: Country, asked: str) -> tuple[bool, bool, str]:
    return country.code.casefold() != asked, not folded(country.name).startswith(asked), country.name
