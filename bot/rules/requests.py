"""Requests: what is asked in the form, who owes the next step, and which steps stand open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.rules.errors import InvalidForm
from bot.rules.fields import country_error, found, future_error, kept, text_error
from bot.rules.steps import Ask, AskKind, Offered, Step
from storage.records.countries import Country
from storage.records.requests import Direction, Offence, OnBehalf, Priority, RequestKind, RequestState


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestForm:
    """What somebody filled in; `check` says what needs another look."""

    kind: RequestKind
    direction: Direction
    country: str
    offence: Offence
    agency: str
    """Id of a registered agency, or a name that the registry does not have."""
    agency_case: str
    priority: Priority
    facts: str
    contact: str
    on_behalf: OnBehalf | None = None
    departs_on: str = ""
    """The day of a departure as `2026-05-17`; empty when nobody leaves, or it is not known."""


OVER = frozenset({RequestState.CLOSED, RequestState.REJECTED, RequestState.WITHDRAWN})
LIVE = frozenset(RequestState) - OVER
PRESSING = frozenset({Priority.FLASH, Priority.URGENT})

CLAIM = Step(
    name="claim",
    label="Claim",
    starts=frozenset({RequestState.SUBMITTED}),
    to=RequestState.INTAKE_REVIEW,
    primary=True,
)
CLOSE = Step(
    name="close",
    label="Close",
    starts=LIVE - {RequestState.SUBMITTED},
    to=RequestState.CLOSED,
    asks=(Ask(name="outcome", label="Outcome", kind=AskKind.TEXT, hint="What the requester was told."),),
)
WITHDRAW = Step(name="withdraw", label="Withdraw", starts=LIVE, to=RequestState.WITHDRAWN, danger=True)

_BY_NAME = {step.name: step for step in (CLAIM, CLOSE, WITHDRAW)}

ON_CARD = (CLAIM, CLOSE)
"""Withdrawing is the filer's, and the card in the channel is not theirs."""


def step_named(name: str) -> Step[RequestState] | None:
    return _BY_NAME.get(name)


def check(form: RequestForm, *, countries: Mapping[str, Country], limit: int, today: date) -> None:
    """Raises InvalidForm with a sentence for each field that needs another look."""
    errors = {
        "country": country_error(form.country, countries),
        "agency": text_error(form.agency, limit=limit),
        "agency_case": text_error(form.agency_case, limit=limit, required=False),
        "facts": text_error(form.facts, limit=limit),
        "contact": text_error(form.contact, limit=limit),
        "departs_on": future_error(form.departs_on, earliest=today),
    }
    if form.on_behalf is not None:
        errors["call_back"] = text_error(form.on_behalf.call_back, limit=limit)
    if wrong := found(errors):
        raise InvalidForm(wrong)


def tidy(form: RequestForm) -> RequestForm:
    """The same form with its texts as they are kept."""
    behalf = form.on_behalf
    return replace(
        form,
        on_behalf=replace(behalf, call_back=kept(behalf.call_back)) if behalf else None,
        agency=kept(form.agency),
        agency_case=kept(form.agency_case),
        facts=kept(form.facts),
        contact=kept(form.contact),
    )


def offered(state: RequestState) -> tuple[Offered, ...]:
    """The steps that stand open on the card, in the order of its buttons."""
    return tuple(step.offered() for step in ON_CARD if state in step.starts)
