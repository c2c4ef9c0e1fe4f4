"""Requests: what a form of any kind must say before it is filed, and what is kept of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.rules import answers as filled_in
from bot.rules.answers import Bounds
from bot.rules.errors import InvalidForm
from bot.rules.fields import country_error, found
from bot.rules.forms.common import CALLER
from bot.rules.kinds import KINDS, form_of
from bot.rules.steps import Ask, Form, Section
from storage.records.countries import Country
from storage.records.requests import (
    Channel,
    Direction,
    LiaisonRequest,
    OnBehalf,
    Priority,
    RequestKind,
    RequestState,
)

OVER = frozenset({RequestState.CLOSED, RequestState.REJECTED, RequestState.WITHDRAWN})
LIVE = frozenset(RequestState) - OVER
NOT_ACCEPTED = frozenset({RequestState.SUBMITTED, RequestState.INTAKE_REVIEW, RequestState.NEEDS_INFO})
"""An officer has not yet found that the bureau may act."""
PRESSING = frozenset({Priority.FLASH, Priority.URGENT})

COLUMNS = frozenset(
    {
        "agency",
        "agency_typed",
        "agency_case",
        "contact",
        "offence",
        "priority",
        "facts",
        "channel",
        "call_back",
    }
)
"""Answers that every request keeps by name; all others are its kind's own."""
NAME = ("family_name", "forename")
WHO = (*NAME, "birth")
"""Answers that say whom a request is about; of a protected subject they are shown in part."""
OF_AGE = 18
DEPARTURES = ("departs_on", "removed_on")
"""Answers that say when somebody leaves for the country asked."""
_IN_ORDER = (
    ("told_registry_on", "departs_on"),
    ("departs_on", "returns_on"),
    ("arrives_on", "returns_on"),
)
"""Days of which the second is never before the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestForm:
    """What somebody filled in; `check` says what needs another look."""

    kind: RequestKind
    direction: Direction
    country: str
    answers: Mapping[str, str]
    """By the names of the kind's form; an agency is the id of a registered one."""

    @property
    def is_on_behalf(self) -> bool:
        return bool(self.answers.get("channel") or self.answers.get("call_back"))


def whole_form(kind: RequestKind, direction: Direction, *, for_others: bool) -> Form | None:
    """All that is asked; with `for_others` also who called. None when the kind does not go that way."""
    form = form_of(kind, direction)
    if form is None or not for_others:
        return form
    return Form(first=form.first, sections=(*form.sections, CALLER))


def check_beginning(
    kind: RequestKind, direction: Direction, country: str, *, countries: Mapping[str, Country]
) -> None:
    """Raises InvalidForm when this kind does not go that way, or that country cannot be asked."""
    wrong = {"country": country_error(country, countries)}
    if form_of(kind, direction) is None:
        only = "outgoing" if direction is Direction.INCOMING else "incoming"
        wrong["direction"] = f"“{KINDS[kind].label}” is {only} only. Choose that, or another kind."
    if errors := found(wrong):
        raise InvalidForm(errors)


def check(form: RequestForm, bounds: Bounds) -> dict[str, str]:
    """The answers as they are kept.

    Raises InvalidForm with a sentence for each field that needs another look.
    """
    check_beginning(form.kind, form.direction, form.country, countries=bounds.countries)
    whole = whole_form(form.kind, form.direction, for_others=form.is_on_behalf)
    assert whole is not None
    answers = dict(form.answers)
    # Typed further below, it is meant rather than what was remembered; without either the choice is missing.
    answers["agency"] = answers.get("agency_typed") or answers.get("agency", "")
    kept = filled_in.check(whole.asks, answers, bounds)
    wrong = {
        **_out_of_order(kept),
        "call_back": caller_error(kept),
        "birth": _age_error(form.kind, kept, bounds.latest),
    }
    if errors := found(wrong):
        raise InvalidForm(errors)
    return kept


def check_days(answers: Mapping[str, str]) -> None:
    """Raises InvalidForm for days that contradict each other."""
    if errors := found(_out_of_order(answers)):
        raise InvalidForm(errors)


def answers_of(request: LiaisonRequest) -> dict[str, str]:
    """All answers of a filed request by the names of its form."""
    columns = {
        "facts": request.facts,
        "contact": request.contact,
        "agency_case": request.agency_case,
        "offence": request.offence,
        "priority": request.priority.value,
    }
    return {**request.answers, **{name: answer for name, answer in columns.items() if answer}}


SETTLED = frozenset({"agency", "agency_typed", "channel", "call_back", "source_message"})
"""What nobody adds or changes once a request is filed."""
BASICS = "basics"


def added_form(kind: RequestKind, direction: Direction) -> Form:
    """What may be added to a filed request: its form, with what was asked at once as a section of its own."""
    # Before each kind had a form of its own, any of them went both ways.
    form = form_of(kind, direction) or KINDS[kind].forms[Direction.OUTGOING]
    basics = Section(name=BASICS, label="What was asked first", asks=form.first)
    sections = (replace(each, asks=_addable(each.asks)) for each in (*form.sections, basics))
    return Form(first=(), sections=tuple(each for each in sections if each.asks))


def _addable(asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
    return tuple(ask for ask in asks if ask.name not in SETTLED)


def on_behalf(kept: Mapping[str, str]) -> OnBehalf | None:
    """Who asked the officer who files; None when they file for themselves."""
    if not kept.get("channel"):
        return None
    return OnBehalf(channel=Channel(kept["channel"]), call_back=kept["call_back"])


def departure(kept: Mapping[str, str]) -> str | None:
    """The day on which somebody leaves for the country asked, as `2026-05-17`."""
    return next((kept[name] for name in DEPARTURES if kept.get(name)), None)


def check_age(kind: RequestKind, kept: Mapping[str, str], today: date) -> None:
    """Raises InvalidForm for a child who is of age by the year of birth."""
    if error := _age_error(kind, kept, today):
        raise InvalidForm({"birth": error})


def _age_error(kind: RequestKind, kept: Mapping[str, str], today: date) -> str | None:
    born = kept.get("birth", "")[:4]
    if not KINDS[kind].minors or not born or today.year - int(born) <= OF_AGE:
        return None
    return f"Born in {born}, this person is of age. Check the year, or ask for a missing adult instead."


def caller_error(kept: Mapping[str, str]) -> str | None:
    """What is wrong about who called and how to call back; None when both or neither are told."""
    if kept.get("channel") and not kept.get("call_back"):
        return "Give the number to call back."
    if kept.get("call_back") and not kept.get("channel"):
        return "Say by which way they reached you."
    return None


def _out_of_order(kept: Mapping[str, str]) -> dict[str, str | None]:
    errors: dict[str, str | None] = {}
    for first, second in _IN_ORDER:
        if kept.get(first) and kept.get(second) and _day(kept[second]) < _day(kept[first]):
            errors[second] = f"This is before {kept[first]}, which cannot be. Check both days."
    return errors


def _day(text: str) -> date:
    return date.fromisoformat(text)
