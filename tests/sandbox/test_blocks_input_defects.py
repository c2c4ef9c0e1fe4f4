"""What is wrong with an element that is typed into, where that is, and how the sender is told."""

import pytest

from bot.sandbox.blocks import Problem, check_view
from tests.sandbox.test_blocks_defects import Defect, too_long
from tests.sandbox.test_blocks_samples import CONFIRM, Json, input_of, modal, mrkdwn, plain


def text_input(**more: object) -> Json:
    return {"type": "plain_text_input", **more}


def number(**more: object) -> Json:
    return {"type": "number_input", "is_decimal_allowed": False, **more}


# The pointers start at the element.
INPUT_DEFECTS: dict[str, Defect] = {
    "an id that is a number": Defect(text_input(action_id=7), "/action_id", "must provide a string"),
    "a placeholder in mrkdwn": Defect(
        text_input(placeholder=mrkdwn()), "/placeholder/type", "unsupported type: mrkdwn"
    ),
    "a long placeholder": Defect(
        text_input(placeholder=plain("x" * 151)), "/placeholder/text", too_long(150)
    ),
    "a confirmation of typing": Defect(
        text_input(confirm=CONFIRM), "", "invalid additional property: confirm"
    ),
    "more characters than Slack keeps": Defect(
        text_input(max_length=5000), "/max_length", "must be less than or equal to 3000", in_schema=False
    ),
    "half a character": Defect(
        text_input(min_length=0.5), "/min_length", "must provide an integer", in_schema=False
    ),
    "a length that is a flag": Defect(text_input(min_length=True), "/min_length", "must provide a number"),
    "a least length over the greatest": Defect(
        text_input(min_length=9, max_length=3),
        "/min_length",
        "must be less than or equal to max_length",
        in_schema=False,
    ),
    "initial text over the greatest length": Defect(
        text_input(max_length=3, initial_value="four"), "/initial_value", too_long(3), in_schema=False
    ),
    "a flag that is a word": Defect(
        text_input(focus_on_load="yes"), "/focus_on_load", "must provide a boolean"
    ),
    "an unknown moment of dispatch": Defect(
        text_input(dispatch_action_config={"trigger_actions_on": ["on_blur"]}),
        "/dispatch_action_config/trigger_actions_on/0",
        "must be a valid enum value",
    ),
    "a number without its kind": Defect(
        {"type": "number_input"}, "", "missing required field: is_decimal_allowed"
    ),
    "a least number over the greatest": Defect(
        number(min_value="10", max_value="9"),
        "/min_value",
        "must be less than or equal to max_value",
        in_schema=False,
    ),
    "an initial number over the greatest": Defect(
        number(max_value="9", initial_value="10"),
        "/initial_value",
        "must be less than or equal to max_value",
        in_schema=False,
    ),
    "decimals where none are allowed": Defect(
        number(initial_value="1.5"),
        "/initial_value",
        "must be a whole number unless is_decimal_allowed is true",
        in_schema=False,
    ),
    "a number in words": Defect(
        number(min_value="three"), "/min_value", "must be a number written as a string", in_schema=False
    ),
    "least lines over the greatest": Defect(
        {"type": "rich_text_input", "min_lines": 4, "max_lines": 2},
        "/min_lines",
        "must be less than or equal to max_lines",
        in_schema=False,
    ),
    "a date that does not exist": Defect(
        {"type": "datepicker", "initial_date": "2026-02-29"},
        "/initial_date",
        "must be a date that exists, written YYYY-MM-DD",
        in_schema=False,
    ),
    "a date without dashes": Defect(
        {"type": "datepicker", "initial_date": "20260228"},
        "/initial_date",
        "must be a date that exists, written YYYY-MM-DD",
        in_schema=False,
    ),
    "a 25th hour": Defect(
        {"type": "timepicker", "initial_time": "24:30"},
        "/initial_time",
        "must be a time of day, written HH:mm",
        in_schema=False,
    ),
    "a time with seconds": Defect(
        {"type": "timepicker", "initial_time": "08:30:00"},
        "/initial_time",
        "must be a time of day, written HH:mm",
        in_schema=False,
    ),
    "a moment in milliseconds": Defect(
        {"type": "datetimepicker", "initial_date_time": 1_790_000_000_000},
        "/initial_date_time",
        "must be less than or equal to 9999999999",
        in_schema=False,
    ),
}


@pytest.mark.parametrize("name", INPUT_DEFECTS)
def test_a_defect_of_an_input_is_told_with_its_place(name: str) -> None:
    defect = INPUT_DEFECTS[name]

    assert check_view(modal(input_of(defect.payload))) == [
        Problem(defect.message, f"/blocks/0/element{defect.pointer}")
    ]
