"""What is wrong with a menu or a button, where that is, and how the sender is told."""

import pytest

from bot.sandbox.blocks import Problem, check_message, check_view
from tests.sandbox.test_blocks_defects import EMPTY, Defect, too_long
from tests.sandbox.test_blocks_samples import (
    CONFIRM,
    GROUPS,
    OPTIONS,
    Json,
    actions,
    button,
    input_of,
    modal,
    mrkdwn,
    option,
    plain,
)

NOT_OFFERED = "must exactly match one of the provided options"
SEVERAL = [option(str(number), str(number)) for number in range(101)]


def menu(**more: object) -> Json:
    return {"type": "static_select", "options": OPTIONS, **more}


def several(**more: object) -> Json:
    return {"type": "multi_static_select", "options": OPTIONS, **more}


# The pointers start at the element.
MENU_DEFECTS: dict[str, Defect] = {
    "neither options nor groups": Defect(
        {"type": "static_select"}, "", "must define either `options` or `option_groups`", in_schema=False
    ),
    "both options and groups": Defect(
        menu(option_groups=GROUPS), "", "must define either `options` or `option_groups`", in_schema=False
    ),
    "101 options": Defect(menu(options=SEVERAL), "/options", "no more than 100 items allowed"),
    "no option": Defect(menu(options=[]), "/options", "no less than 1 items allowed", in_schema=False),
    "an option without a value": Defect(
        menu(options=[{"text": plain()}]), "/options/0", "missing required field: value", in_schema=False
    ),
    "an option with an empty value": Defect(
        menu(options=[option("")]), "/options/0/value", EMPTY, in_schema=False
    ),
    "an option with a number as value": Defect(
        menu(options=[{"text": plain(), "value": 7}]), "/options/0/value", "must provide a string"
    ),
    "a long option": Defect(menu(options=[option("red", "x" * 76)]), "/options/0/text/text", too_long(75)),
    "a long option value": Defect(menu(options=[option("x" * 151)]), "/options/0/value", too_long(150)),
    "a menu option in mrkdwn": Defect(
        menu(options=[{"text": mrkdwn(), "value": "red"}]), "/options/0/text/type", "unsupported type: mrkdwn"
    ),
    "a group without a label": Defect(
        {"type": "static_select", "option_groups": [{"options": OPTIONS}]},
        "/option_groups/0",
        "missing required field: label",
    ),
    "an initial option that is not offered": Defect(
        menu(initial_option=option("green")), "/initial_option", NOT_OFFERED, in_schema=False
    ),
    "an initial option with another label": Defect(
        {"type": "radio_buttons", "options": OPTIONS, "initial_option": option("red", "Rouge")},
        "/initial_option",
        NOT_OFFERED,
        in_schema=False,
    ),
    "one of the initial options not offered": Defect(
        several(initial_options=[OPTIONS[0], option("green")]),
        "/initial_options/1",
        NOT_OFFERED,
        in_schema=False,
    ),
    "more chosen at first than allowed": Defect(
        several(initial_options=OPTIONS, max_selected_items=1),
        "/initial_options",
        "no more than 1 items allowed",
        in_schema=False,
    ),
    "no choice allowed at all": Defect(
        several(max_selected_items=0),
        "/max_selected_items",
        "must be greater than or equal to 1",
        in_schema=False,
    ),
    "eleven checkboxes": Defect(
        {"type": "checkboxes", "options": SEVERAL[:11]}, "/options", "no more than 10 items allowed"
    ),
    "a filter of nothing": Defect(
        {"type": "conversations_select", "filter": {}},
        "/filter",
        "must define at least one of the filter's fields",
        in_schema=False,
    ),
    "a filter for an unknown kind": Defect(
        {"type": "conversations_select", "filter": {"include": ["secret"]}},
        "/filter/include/0",
        "must be a valid enum value",
    ),
    "eleven files": Defect(
        {"type": "file_input", "max_files": 11},
        "/max_files",
        "must be less than or equal to 10",
        in_schema=False,
    ),
}

# The pointers start at the element.
ACTION_DEFECTS: dict[str, Defect] = {
    "a button in mrkdwn": Defect(button(text=mrkdwn()), "/text/type", "unsupported type: mrkdwn"),
    "a long button": Defect(button(text=plain("x" * 76)), "/text/text", too_long(75)),
    "a long value": Defect(button(value="x" * 2001), "/value", too_long(2000)),
    "a long address": Defect(button(url="https://e.com/" + "x" * 3000), "/url", too_long(3000)),
    "a long action id": Defect(button(action_id="x" * 256), "/action_id", too_long(255)),
    "an unknown style": Defect(button(style="warning"), "/style", "must be a valid enum value"),
    "a long title of a confirmation": Defect(
        button(confirm={**CONFIRM, "title": plain("x" * 101)}), "/confirm/title/text", too_long(100)
    ),
    "a long text of a confirmation": Defect(
        button(confirm={**CONFIRM, "text": plain("x" * 301)}), "/confirm/text/text", too_long(300)
    ),
    "a long word to confirm": Defect(
        button(confirm={**CONFIRM, "confirm": plain("x" * 31)}), "/confirm/confirm/text", too_long(30)
    ),
    "a long word to deny": Defect(
        button(confirm={**CONFIRM, "deny": plain("x" * 31)}), "/confirm/deny/text", too_long(30)
    ),
    "six in an overflow": Defect(
        {"type": "overflow", "options": SEVERAL[:6]},
        "/options",
        "no more than 5 items allowed",
        in_schema=False,
    ),
}


@pytest.mark.parametrize("name", MENU_DEFECTS)
def test_a_defect_of_a_menu_is_told_with_its_place(name: str) -> None:
    defect = MENU_DEFECTS[name]

    assert check_view(modal(input_of(defect.payload))) == [
        Problem(defect.message, f"/blocks/0/element{defect.pointer}")
    ]


@pytest.mark.parametrize("name", ACTION_DEFECTS)
def test_a_defect_of_a_button_is_told_with_its_place(name: str) -> None:
    defect = ACTION_DEFECTS[name]

    assert check_message([actions(defect.payload)]) == [
        Problem(defect.message, f"/0/elements/0{defect.pointer}")
    ]
