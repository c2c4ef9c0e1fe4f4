"""What an element is, and the groups of keys that many elements share."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.sandbox.blocks.kinds import Fields, Flag, Items, Kind, Number, Rule, String, shape
from bot.sandbox.blocks.objects import (
    ACTION_ID,
    BUTTON_OPTION,
    CONFIRM,
    CONVERSATION_FILTER,
    DISPATCH_CONFIG,
    ID,
    OPTION,
    OPTION_GROUP,
    PLACEHOLDER,
)


@dataclass(frozen=True, slots=True)
class Element:
    """`holders` are the types of block that may hold the element."""

    holders: frozenset[str]
    fields: Fields


ANYWHERE = frozenset({"section", "actions", "input"})
OUTSIDE_FORMS = frozenset({"section", "actions"})
FORMS = frozenset({"input"})
ROWS_OR_FORMS = frozenset({"actions", "input"})
FEEDBACK = frozenset({"context_actions"})

IDS = Items(kind=ID, least=0)
VALUE = String(most=2000)
_FOCUS: Mapping[str, Kind] = {"focus_on_load": Flag()}
TYPING: Mapping[str, Kind] = {
    **_FOCUS,
    "placeholder": PLACEHOLDER,
    "dispatch_action_config": DISPATCH_CONFIG,
}
CHOOSING: Mapping[str, Kind] = {**_FOCUS, "confirm": CONFIRM}
MENU: Mapping[str, Kind] = {**CHOOSING, "placeholder": PLACEHOLDER}
ONE_PLACE: Mapping[str, Kind] = {**MENU, "response_url_enabled": Flag()}
SEVERAL: Mapping[str, Kind] = {**MENU, "max_selected_items": Number(least=1)}
LISTED: Mapping[str, Kind] = {
    "options": Items(kind=OPTION, most=100),
    "option_groups": Items(kind=OPTION_GROUP, most=100),
}
SEARCHED: Mapping[str, Kind] = {"min_query_length": Number(least=0)}
ANY_CONVERSATION: Mapping[str, Kind] = {
    "default_to_current_conversation": Flag(),
    "filter": CONVERSATION_FILTER,
}
BUTTONS = Items(kind=BUTTON_OPTION, most=10)


def element(
    holders: frozenset[str],
    *optional: Mapping[str, Kind],
    required: Mapping[str, Kind] | None = None,
    rules: tuple[Rule, ...] = (),
    **more: Kind,
) -> Element:
    """A row of the table; any element made here may carry an `action_id`."""
    keys: dict[str, Kind] = {"action_id": ACTION_ID}
    for group in (*optional, more):
        keys.update(group)
    return Element(holders, shape(required=required or {}, optional=keys, rules=rules))
