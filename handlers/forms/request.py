"""The intake of a liaison request."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from bot.rules.errors import InvalidForm
from bot.rules.requests import RequestForm
from handlers import action_ids
from handlers.asking import Payload
from handlers.forms import agency
from handlers.forms.fields import Choices, Field, choice, chosen, date, read, search, text
from handlers.forms.modal import carried, form
from handlers.views.blocks import View, context
from handlers.views.words import CHANNELS, DIRECTIONS, KINDS, PRIORITIES, DeskWords
from storage.records.requests import (
    Channel,
    Direction,
    Offence,
    OnBehalf,
    Priority,
    RequestKind,
)
from storage.records.terms import TermKind

CALLBACK_ID = "request.new"
_DEPARTURE = "The desk pages itself before that day."
Value = TypeVar("Value", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The form as it was sent, with the key of this opening of it."""

    key: str
    form: RequestForm


def render(*, key: str, on_behalf: bool, desk: DeskWords) -> View:
    """`on_behalf` adds what an officer needs to file for somebody outside Slack."""
    fields = [*_case(desk), *(_on_behalf() if on_behalf else ())]
    return form(
        callback_id=CALLBACK_ID,
        title="New liaison request",
        submit="File",
        fields=fields,
        carries={"key": key},
        above=[
            context("Write no web addresses and send no images. The desk answers by the agency's contact.")
        ],
    )


def parse(view: Payload) -> Filled:
    """Raises InvalidForm by field."""
    return Filled(
        key=carried(view)["key"],
        form=RequestForm(
            kind=chosen(view, "kind", RequestKind),
            direction=chosen(view, "direction", Direction),
            country=read(view, "country"),
            offence=chosen(view, "offence", Offence),
            agency=agency.agency(view),
            agency_case=read(view, "agency_case"),
            priority=chosen(view, "priority", Priority),
            facts=read(view, "facts"),
            contact=read(view, "contact"),
            on_behalf=_read_on_behalf(view),
            departs_on=read(view, "departs_on"),
        ),
    )


def _case(desk: DeskWords) -> tuple[Field, ...]:
    return (
        choice("kind", "What is it about?", _choices(KINDS)),
        choice("direction", "Direction", _choices(DIRECTIONS), initial=Direction.OUTGOING),
        search("country", "Country", action_ids.FIND_COUNTRY, least=1, hint="Type the first letters."),
        choice("offence", "Offence", desk.names.offered(TermKind.OFFENCE)),
        *agency.fields(),
        text("agency_case", "The agency's case number", required=False),
        choice("priority", "Priority", _choices(PRIORITIES), initial=Priority.NORMAL),
        text("facts", "Facts, and what you need", long=True, limit=desk.text_limit),
        text("contact", "Contact at the agency", hint="Name, telephone and hours."),
        date("departs_on", "If somebody travels: day of departure", required=False, hint=_DEPARTURE),
    )


def _on_behalf() -> tuple[Field, ...]:
    return (
        choice("channel", "If somebody asked you: by which way?", _choices(CHANNELS), required=False),
        text("call_back", "Their call-back number", required=False),
    )


def _read_on_behalf(view: Payload) -> OnBehalf | None:
    """Both or neither; who files for themselves leaves both empty."""
    way, call_back = read(view, "channel"), read(view, "call_back")
    if not way and not call_back:
        return None
    if not call_back:
        raise InvalidForm({"call_back": "Give the number to call back."})
    return OnBehalf(channel=chosen(view, "channel", Channel), call_back=call_back)


def _choices(labels: Mapping[Value, str]) -> Choices:
    return [(value.value, label) for value, label in labels.items()]
