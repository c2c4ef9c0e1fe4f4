"""Fields of forms: one mechanism for all, so that what is drawn and what is read share one name.

A field's name is its `block_id`, and the desk's errors name the same field.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from bot.rules.errors import InvalidForm
from handlers.asking import Payload
from handlers.views.blocks import Block, cut, plain

OPTION_LIMIT = 75
INPUT_LIMIT = 3000
LINE_LIMIT = 300
MOST_CHOSEN = 20
"""Of a menu that takes several: their names travel with the form, which has to fit."""
CHOOSE = "Choose one of the list."

_SINGLE = ("value", "selected_date", "selected_time", "selected_user")

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
    acts: bool = False
    """Choosing is told at once, not only when the form is sent."""

    def block(self) -> Block:
        drawn: Block = {
            "type": "input",
            "block_id": self.name,
            "label": plain(self.label),
            "element": self.element,
            "optional": not self.required,
        }
        if self.acts:
            drawn["dispatch_action"] = True
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


def ticks(
    name: str, label: str, choices: Choices, *, initial: str = "", required: bool = True, hint: str = ""
) -> Field:
    """Any number of at most ten."""
    options = [option(value, words) for value, words in choices]
    element: Block = {"type": "checkboxes", "action_id": name, "options": options}
    if before := [each for each in options if each["value"] in initial.split(",")]:
        element["initial_options"] = before
    return Field(name=name, label=label, element=element, required=required, hint=hint)


def search(
    name: str,
    label: str,
    action_id: str,
    *,
    least: int,
    initial: Choices = (),
    many: bool = False,
    required: bool = True,
    hint: str = "",
) -> Field:
    """One of many, or several, looked for while typing, from the letter number `least` on."""
    kind = "multi_external_select" if many else "external_select"
    element: Block = {"type": kind, "action_id": action_id, "min_query_length": least}
    if many:
        element["max_selected_items"] = MOST_CHOSEN
    options = [option(value, words) for value, words in initial[:MOST_CHOSEN]]
    if options:
        element |= {"initial_options": options} if many else {"initial_option": options[0]}
    return Field(name=name, label=label, element=element, required=required, hint=hint)


def date(name: str, label: str, *, initial: str = "", required: bool = True, hint: str = "") -> Field:
    element: Block = {"type": "datepicker", "action_id": name}
    if initial:
        element["initial_date"] = initial
    return Field(name=name, label=label, element=element, required=required, hint=hint)


def person(name: str, label: str, *, initial: str = "", required: bool = True, hint: str = "") -> Field:
    """Somebody of the workspace."""
    element: Block = {"type": "users_select", "action_id": name}
    if initial:
        element["initial_user"] = initial
    return Field(name=name, label=label, element=element, required=required, hint=hint)


def people(
    name: str, label: str, *, most: int, initial: Sequence[str] = (), hint: str = "", required: bool = True
) -> Field:
    """Several of the workspace, in the order in which they are chosen."""
    element: Block = {"type": "multi_users_select", "action_id": name, "max_selected_items": most}
    if initial:
        element["initial_users"] = list(initial)
    return Field(name=name, label=label, element=element, required=required, hint=hint)


def time_of_day(
    name: str, label: str, *, zone: str, initial: str = "", required: bool = True, hint: str = ""
) -> Field:
    """A time by the clock of a zone, such as `08:00`."""
    element: Block = {"type": "timepicker", "action_id": name, "timezone": zone}
    if initial:
        element["initial_time"] = initial
    return Field(name=name, label=label, element=element, required=required, hint=hint)


def option(value: str, label: str) -> Block:
    """An entry of a menu; the label may be a person's words."""
    return {"text": {"type": "plain_text", "text": cut(label, OPTION_LIMIT), "emoji": False}, "value": value}


def read(view: Payload, name: str) -> str:
    """What stands in a field, whatever its element; empty when nothing does, several with commas between."""
    held: Mapping[str, Mapping[str, object]] = view["state"]["values"].get(name, {})
    for element in held.values():
        selected, several = element.get("selected_option"), element.get("selected_options")
        if isinstance(selected, dict):
            return str(selected["value"])
        if isinstance(several, list):
            return ",".join(str(each["value"]) for each in several)
        if users := element.get("selected_users"):
            return ",".join(map(str, users)) if isinstance(users, list) else ""
        given = (element.get(key) for key in _SINGLE)
        return str(next(filter(None, given), "")).strip()
    return ""


def began_with(element: Block) -> str:
    """What stood in a field when it was drawn, as `read` would read it."""
    if option := element.get("initial_option"):
        return str(option["value"])
    if options := element.get("initial_options"):
        return ",".join(str(each["value"]) for each in options)
    if users := element.get("initial_users"):
        return ",".join(map(str, users))
    given = (element.get(key) for key in ("initial_value", "initial_date", "initial_time", "initial_user"))
    return str(next(filter(None, given), "")).strip()


def shown(view: Payload) -> tuple[str, ...]:
    """Names of the fields that a form shows."""
    return tuple(block["block_id"] for block in view["blocks"] if block["type"] == "input")


def chosen(view: Payload, name: str, kind: type[Chosen]) -> Chosen:
    """The member of an enumeration that was chosen. Raises InvalidForm when none was."""
    try:
        return kind(read(view, name))
    except ValueError:
        raise InvalidForm({name: CHOOSE}) from None
