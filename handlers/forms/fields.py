"""Fields of forms: one mechanism for all, so that what is drawn and what is read share one name.

A field's name is its `block_id`, and the desk's errors name the same field.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from bot.rules.errors import InvalidForm
from bot.rules.steps import Ask, AskKind
from handlers.asking import Payload
from handlers.views.blocks import Block, cut, plain

OPTION_LIMIT = 75
INPUT_LIMIT = 3000
LINE_LIMIT = 300
MISSING = "Please fill this in."
CHOOSE = "Choose one of the list."

Choices = Sequence[tuple[str, str]]
"""Value and label of each choice."""
Chosen = TypeVar("Chosen", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One input of a form."""

    name: str
    label: str
    element: Block
    required: bool = True
    hint: str = ""

    def block(self) -> Block:
        drawn: Block = {
            "type": "input",
            "block_id": self.name,
            "label": plain(self.label),
            "element": self.element,
            "optional": not self.required,
        }
        return drawn | ({"hint": plain(self.hint)} if self.hint else {})


def text(
    name: str,
    label: str,
    *,
    long: bool = False,
    limit: int = LINE_LIMIT,
    initial: str = "",
    required: bool = True,
    hint: str = "",
) -> Field:
    """Free text of at most `limit` characters."""
    element: Block = {
        "type": "plain_text_input",
        "action_id": name,
        "multiline": long,
        "max_length": min(limit, INPUT_LIMIT),
    }
    if initial:
        element["initial_value"] = cut(initial, min(limit, INPUT_LIMIT))
    return Field(name=name, label=label, element=element, required=required, hint=hint)


def choice(
    name: str, label: str, choices: Choices, *, initial: str = "", required: bool = True, hint: str = ""
) -> Field:
    """One of at most a hundred."""
    options = [option(value, words) for value, words in choices]
    element: Block = {"type": "static_select", "action_id": name, "options": options}
    if before := [each for each in options if each["value"] == initial]:
        element["initial_option"] = before[0]
    return Field(name=name, label=label, element=element, required=required, hint=hint)


def search(
    name: str, label: str, action_id: str, *, least: int, required: bool = True, hint: str = ""
) -> Field:
    """One of many, looked for while typing, from the letter number `least` on."""
    element = {"type": "external_select", "action_id": action_id, "min_query_length": least}
    return Field(name=name, label=label, element=element, required=required, hint=hint)


def date(name: str, label: str, *, required: bool = True, hint: str = "") -> Field:
    element = {"type": "datepicker", "action_id": name}
    return Field(name=name, label=label, element=element, required=required, hint=hint)


def person(name: str, label: str, *, required: bool = True, hint: str = "") -> Field:
    """Somebody of the workspace."""
    element = {"type": "users_select", "action_id": name}
    return Field(name=name, label=label, element=element, required=required, hint=hint)


def asked(ask: Ask, limit: int) -> Field:
    """The field for something that a rule asks; `limit` is the longest free text."""
    match ask.kind:
        case AskKind.LINE:
            return text(ask.name, ask.label, required=ask.required, hint=ask.hint)
        case AskKind.TEXT:
            return text(ask.name, ask.label, long=True, limit=limit, required=ask.required, hint=ask.hint)
        case AskKind.DATE:
            return date(ask.name, ask.label, required=ask.required, hint=ask.hint)
        case AskKind.CHOICE:
            return choice(ask.name, ask.label, ask.choices, required=ask.required, hint=ask.hint)


def option(value: str, label: str) -> Block:
    """An entry of a menu; the label may be a person's words."""
    return {"text": {"type": "plain_text", "text": cut(label, OPTION_LIMIT), "emoji": False}, "value": value}


def read(view: Payload, name: str) -> str:
    """What stands in a field, whatever its element; empty when nothing does."""
    held: Mapping[str, Mapping[str, object]] = view["state"]["values"].get(name, {})
    for element in held.values():
        selected = element.get("selected_option")
        if isinstance(selected, dict):
            return str(selected["value"])
        given = (element.get(key) for key in ("value", "selected_date", "selected_user"))
        return str(next(filter(None, given), "")).strip()
    return ""


def chosen(view: Payload, name: str, kind: type[Chosen]) -> Chosen:
    """The member of an enumeration that was chosen. Raises InvalidForm when none was."""
    try:
        return kind(read(view, name))
    except ValueError:
        raise InvalidForm({name: CHOOSE}) from None
