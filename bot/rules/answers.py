"""Answers: checks what somebody filled in for a step or a form against what it asks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import assert_never

from bot.rules import births, web_addresses
from bot.rules.errors import InvalidForm
from bot.rules.fields import HOME_COUNTRY, country_error, date_error, found, future_error, kept, text_error
from bot.rules.steps import Ask, AskKind, asks_after
from storage.records.countries import Country

CHOOSE = "Choose one of the list."
LINE_LIMIT = 300
"""Characters of an answer in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What answers are measured by at this moment."""

    earliest: date
    """The oldest date that is today on any calendar."""
    latest: date
    """The newest."""
    limit: int
    """Longest free text in characters."""
    countries: Mapping[str, Country] = field(default_factory=dict)
    """By code; former members and sub-bureaus among them."""


def check(asks: Sequence[Ask], answers: Mapping[str, str], bounds: Bounds) -> dict[str, str]:
    """The answers that were asked for, as they are kept, without empty ones.

    `answers` may hold those of other parts of the form, too: what is asked may depend on them. Raises
    InvalidForm with a sentence for each wrong field.
    """
    said = {name: answer.strip() for name, answer in answers.items()}
    given = {ask.name: said.get(ask.name, "") for ask in asks}
    asked = asks_after(asks, said)
    if wrong := found({ask.name: _error(ask, given[ask.name], bounds) for ask in asked}):
        raise InvalidForm(wrong)
    return {ask.name: _kept(ask, given[ask.name]) for ask in asked if given[ask.name]}


def several(answer: str) -> tuple[str, ...]:
    """The values of an answer that may have more than one."""
    return tuple(filter(None, (each.strip() for each in answer.split(","))))


def spoken(ask: Ask, answer: str) -> str:
    """One answer as people read it."""
    labels = dict(ask.choices)
    if ask.kind is AskKind.CHOICES:
        return "; ".join(labels.get(each, each) for each in several(answer))
    return labels.get(answer, answer)


def _error(ask: Ask, answer: str, bounds: Bounds) -> str | None:
    limit = bounds.limit if ask.kind is AskKind.TEXT else min(bounds.limit, LINE_LIMIT)
    if error := text_error(answer, limit=limit, required=ask.required):
        return error
    if not answer:
        return None
    return _shape_error(ask, answer) or _kind_error(ask, answer, bounds)


def _shape_error(ask: Ask, answer: str) -> str | None:
    if ask.shape is None or re.fullmatch(ask.shape.pattern, answer):
        return None
    return ask.shape.sentence


def _kind_error(ask: Ask, answer: str, bounds: Bounds) -> str | None:  # noqa: PLR0911  One return for each kind.
    match ask.kind:
        case AskKind.DATE if ask.future:
            return future_error(answer, earliest=bounds.earliest)
        case AskKind.DATE:
            return date_error(answer, latest=bounds.latest)
        case AskKind.BIRTH:
            return births.birth_error(answer, today=bounds.latest)
        case AskKind.CHOICE | AskKind.CHOICES:
            return _choice_error(ask, answer)
        case AskKind.COUNTRY | AskKind.COUNTRIES | AskKind.NATIONS:
            return _country_error(ask, answer, bounds)
        case AskKind.WEB_ADDRESS:
            return web_addresses.error(answer)
        case AskKind.LINE | AskKind.TEXT | AskKind.AGENCY | AskKind.AGENCIES:
            return None
        case AskKind.OFFICER | AskKind.OFFENCE | AskKind.PROGRAMME:
            return None
        case _:
            assert_never(ask.kind)


def _choice_error(ask: Ask, answer: str) -> str | None:
    offered = {value for value, _ in ask.choices}
    chosen = several(answer) if ask.kind is AskKind.CHOICES else (answer,)
    return None if offered.issuperset(chosen) else CHOOSE


def _country_error(ask: Ask, answer: str, bounds: Bounds) -> str | None:
    named = (answer,) if ask.kind is AskKind.COUNTRY else several(answer)
    codes = [each for each in named if ask.kind is not AskKind.NATIONS or each != HOME_COUNTRY]
    return next(filter(None, (country_error(each, bounds.countries) for each in codes)), None)


def _kept(ask: Ask, answer: str) -> str:
    match ask.kind:
        case AskKind.BIRTH:
            return births.spelled(answer)
        case AskKind.DATE:
            return date.fromisoformat(answer).isoformat()
        case AskKind.WEB_ADDRESS:
            return web_addresses.kept(answer)
        case _:
            return kept(answer)
