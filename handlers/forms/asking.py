"""The field for anything that a rule asks, whatever asks it: a step of a record, a notice, a request."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import assert_never

from bot.rules.answers import several
from bot.rules.steps import Ask, AskKind
from handlers import action_ids
from handlers.forms.fields import LINE_LIMIT, Choices, Field, choice, date, person, search, text, ticks

MENUS = frozenset(
    {
        AskKind.CHOICE,
        AskKind.CHOICES,
        AskKind.COUNTRY,
        AskKind.COUNTRIES,
        AskKind.NATIONS,
        AskKind.AGENCY,
        AskKind.AGENCIES,
        AskKind.DATE,
        AskKind.OFFENCE,
        AskKind.PROGRAMME,
        AskKind.OFFICER,
    }
)
"""Kinds that are chosen and not typed."""
_WHILE_TYPING = {"dispatch_action_config": {"trigger_actions_on": ["on_character_entered"]}}
"""Slack keeps a text nowhere but in the form: a lost one would cost what was typed."""
_SEARCHED = frozenset({AskKind.COUNTRY, AskKind.COUNTRIES, AskKind.NATIONS, AskKind.AGENCY, AskKind.AGENCIES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What the menus of a form offer, and how a value that was chosen before is called."""

    limit: int
    """Longest free text in characters."""
    country: Callable[[str], str]
    """Name by code."""
    agency: Callable[[str], str | None]
    """Name by id; None for one that is not registered any more."""
    offences: Choices
    programmes: Choices

    @staticmethod
    def plain(limit: int) -> "Lists":
        """For a form without menus of the desk's own lists."""
        return Lists(limit=limit, country=str, agency=lambda _: None, offences=(), programmes=())


def asked(ask: Ask, lists: Lists, answer: str = "", *, tells: str = "") -> Field:
    """`answer` stands in it already; with `tells`, what is chosen or typed is told at once, under that id."""
    # An agency may be typed in a section instead: Slack's client must let the form go without one.
    required = ask.required and not ask.instead
    field = replace(_drawn(ask, lists, answer or ask.initial), required=required, hint=ask.hint)
    if not tells:
        return field
    if ask.kind not in MENUS:
        return replace(field, acts=True, element=field.element | {"action_id": tells} | _WHILE_TYPING)
    telling = field.element["action_id"] if ask.kind in _SEARCHED else tells
    return replace(field, acts=True, element=field.element | {"action_id": telling})


def _drawn(ask: Ask, lists: Lists, answer: str) -> Field:  # noqa: C901, PLR0911  One return for each kind.
    match ask.kind:
        case AskKind.LINE | AskKind.BIRTH | AskKind.WEB_ADDRESS:
            return text(ask.name, ask.label, limit=min(lists.limit, LINE_LIMIT), initial=answer)
        case AskKind.TEXT:
            return text(ask.name, ask.label, long=True, limit=lists.limit, initial=answer)
        case AskKind.DATE:
            return date(ask.name, ask.label, initial=answer)
        case AskKind.CHOICE:
            return choice(ask.name, ask.label, ask.choices, initial=answer)
        case AskKind.CHOICES:
            return ticks(ask.name, ask.label, ask.choices, initial=answer)
        case AskKind.OFFENCE:
            return choice(ask.name, ask.label, lists.offences, initial=answer)
        case AskKind.PROGRAMME:
            return choice(ask.name, ask.label, lists.programmes, initial=answer)
        case AskKind.COUNTRY | AskKind.COUNTRIES | AskKind.NATIONS:
            return _countries(ask, lists, answer)
        case AskKind.AGENCY | AskKind.AGENCIES:
            return _agencies(ask, lists, answer)
        case AskKind.OFFICER:
            return person(ask.name, ask.label, initial=answer)
        case _:
            assert_never(ask.kind)


def _countries(ask: Ask, lists: Lists, answer: str) -> Field:
    named = [(code, lists.country(code)) for code in several(answer)]
    many = ask.kind is not AskKind.COUNTRY
    find = action_ids.find(action_ids.FIND_COUNTRY, ask.name)
    return search(ask.name, ask.label, find, least=1, initial=named, many=many)


def _agencies(ask: Ask, lists: Lists, answer: str) -> Field:
    named = [(each, name) for each in several(answer) if (name := lists.agency(each))]
    many = ask.kind is AskKind.AGENCIES
    find = action_ids.find(action_ids.FIND_AGENCY, ask.name)
    return search(ask.name, ask.label, find, least=0, initial=named, many=many)
