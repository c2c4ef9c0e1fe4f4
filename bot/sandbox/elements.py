"""The interactive elements of Block Kit: where they stand in blocks, and the state each one holds."""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.sandbox.shapes import Json

State = dict[str, dict[str, Json]]
"""Slack's `state.values`: block_id, then action_id, then the element's type and choice."""

Choice = Literal["text", "option", "id", "date", "time", "moment", "rich_text", "file"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stateful:
    """`field` holds the choice in state and action, `initial` its preset; `many` makes both lists."""

    field: str
    initial: str
    choice: Choice
    many: bool = False


def _text() -> Stateful:
    return Stateful(field="value", initial="initial_value", choice="text")


def _one(noun: str, choice: Choice) -> Stateful:
    return Stateful(field=f"selected_{noun}", initial=f"initial_{noun}", choice=choice)


def _many(noun: str, choice: Choice) -> Stateful:
    return Stateful(field=f"selected_{noun}", initial=f"initial_{noun}", choice=choice, many=True)


STATEFUL: dict[str, Stateful] = {
    "plain_text_input": _text(),
    "email_text_input": _text(),
    "url_text_input": _text(),
    "number_input": _text(),
    "static_select": _one("option", "option"),
    "external_select": _one("option", "option"),
    "radio_buttons": _one("option", "option"),
    "users_select": _one("user", "id"),
    "conversations_select": _one("conversation", "id"),
    "channels_select": _one("channel", "id"),
    "datepicker": _one("date", "date"),
    "timepicker": _one("time", "time"),
    "datetimepicker": _one("date_time", "moment"),
    "checkboxes": _many("options", "option"),
    "multi_static_select": _many("options", "option"),
    "multi_external_select": _many("options", "option"),
    "multi_users_select": _many("users", "id"),
    "multi_conversations_select": _many("conversations", "id"),
    "multi_channels_select": _many("channels", "id"),
    "rich_text_input": Stateful(field="rich_text_value", initial="initial_value", choice="rich_text"),
    "file_input": Stateful(field="files", initial="", choice="file", many=True),
}
OVERFLOW = _one("option", "option")
ACTING = frozenset({*STATEFUL, "button", "overflow", "icon_button", "feedback_buttons", "workflow_button"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An interactive element and the block it stands in."""

    block_id: str
    block: Json
    element: Json

    @property
    def action_id(self) -> str:
        return str(self.element["action_id"])

    @property
    def type(self) -> str:
        return str(self.element["type"])

    @property
    def label(self) -> str:
        """What a person calls it: a button's text or an input's label."""
        text = self.element.get("text") or self.block.get("label") or self.element.get("placeholder") or {}
        return str(text.get("text", ""))

    @property
    def is_input(self) -> bool:
        return bool(self.block["type"] == "input")


def placed(blocks: list[Json]) -> Iterator[Placed]:
    """Each interactive element in reading order, wherever blocks may hold one."""
    for block in blocks:
        yield from _placed_in(block, block)


def _placed_in(node: object, block: Json) -> Iterator[Placed]:
    if isinstance(node, list):
        for each in node:
            yield from _placed_in(each, block)
    elif isinstance(node, dict):
        home = node if "block_id" in node else block
        if node.get("type") in ACTING and "action_id" in node:
            yield Placed(block_id=home["block_id"], block=home, element=node)
        for value in node.values():
            if isinstance(value, list | dict):
                yield from _placed_in(value, home)


def named(blocks: list[Json], new_id: Callable[[], str]) -> list[Json]:
    """A copy in which blocks and elements have their ids, and text objects their defaults, as at Slack."""
    own: list[Json] = copy.deepcopy(blocks)
    for block in own:
        block.setdefault("block_id", new_id())
        _complete(block, new_id)
    return own


def _complete(node: object, new_id: Callable[[], str]) -> None:
    if isinstance(node, list):
        for each in node:
            _complete(each, new_id)
    elif isinstance(node, dict):
        if node.get("type") in ACTING:
            node.setdefault("action_id", new_id())
        if node.get("type") == "plain_text":
            node.setdefault("emoji", True)
        if node.get("type") == "mrkdwn":
            node.setdefault("verbatim", False)
        for value in node.values():
            _complete(value, new_id)


def initial_state(blocks: list[Json], *, kept: State | None = None) -> State:
    """What each element holds at first sight. What stands in `kept` under the same ids stays as it is."""
    state: State = {}
    for each in placed(blocks):
        if each.type in STATEFUL:
            before = (kept or {}).get(each.block_id, {}).get(each.action_id)
            entry = before if before and before["type"] == each.type else initial_entry(each.element)
            state.setdefault(each.block_id, {})[each.action_id] = entry
    return state


def initial_entry(element: Json) -> Json:
    kind = STATEFUL[element["type"]]
    return {"type": element["type"], kind.field: element.get(kind.initial, [] if kind.many else None)}


def offered_options(element: Json) -> list[Json]:
    """The options of a select, radio group, checkboxes or overflow, groups laid flat."""
    groups = [group["options"] for group in element.get("option_groups", [])]
    return [*element.get("options", []), *(option for group in groups for option in group)]
