"""What is wrong with a modal or a home tab as a whole, where that is, and how the sender is told."""

import pytest

from bot.sandbox.blocks import Problem, check_view, view_size
from tests.sandbox.test_blocks_defects import DIVIDER, Defect, too_long
from tests.sandbox.test_blocks_samples import (
    TABLE,
    actions,
    button,
    home,
    input_of,
    modal,
    mrkdwn,
    option,
    plain,
    section,
)

FOCUSED = {"type": "plain_text_input", "focus_on_load": True}
BULKY_OPTIONS = [option("x" * 75, "\N{LARGE RED CIRCLE}" * 75) for _ in range(100)]
BULKY_MENU = {"type": "static_select", "options": BULKY_OPTIONS}

VIEW_DEFECTS: dict[str, Defect] = {
    "not an object": Defect([], "", "must provide an object"),
    "an unknown kind of view": Defect({"type": "popup"}, "/type", "unsupported type: popup"),
    "a modal without a title": Defect({"type": "modal", "blocks": []}, "", "missing required field: title"),
    "a modal without blocks": Defect(
        {"type": "modal", "title": plain()}, "", "missing required field: blocks"
    ),
    "a title in mrkdwn": Defect(modal(title=mrkdwn()), "/title/type", "unsupported type: mrkdwn"),
    "a long title": Defect(modal(title=plain("x" * 25)), "/title/text", too_long(24)),
    "a long word to submit": Defect(modal(submit=plain("x" * 25)), "/submit/text", too_long(24)),
    "a long word to close": Defect(modal(close=plain("x" * 25)), "/close/text", too_long(24)),
    "private metadata of 3,001 characters": Defect(
        modal(private_metadata="x" * 3001), "/private_metadata", too_long(3000)
    ),
    "private metadata that is an object": Defect(
        modal(private_metadata={}), "/private_metadata", "must provide a string"
    ),
    "a long callback id": Defect(modal(callback_id="x" * 256), "/callback_id", too_long(255)),
    "a long external id": Defect(
        modal(external_id="x" * 256), "/external_id", too_long(255), in_schema=False
    ),
    "an unknown key": Defect(modal(sumbit=plain()), "", "invalid additional property: sumbit"),
    "101 blocks": Defect(modal(*[DIVIDER] * 101), "/blocks", "no more than 100 items allowed"),
    "an input that nothing submits": Defect(
        {"type": "modal", "title": plain(), "blocks": [input_of({"type": "plain_text_input"})]},
        "",
        "missing required field: submit",
        in_schema=False,
    ),
    "two elements that take the focus": Defect(
        modal(input_of(FOCUSED), input_of(FOCUSED)),
        "/blocks/1/element/focus_on_load",
        "only one element may focus on load",
        in_schema=False,
    ),
    "the same action id in two blocks": Defect(
        modal(section(accessory=button()), actions(button())),
        "/blocks/1/elements/0/action_id",
        "`action_id` must be unique: claim already exists",
        in_schema=False,
    ),
    "a table in a modal": Defect(modal(TABLE), "/blocks/0/type", "unsupported type: table", in_schema=False),
    "markdown in a modal": Defect(
        modal({"type": "markdown", "text": "# Notice"}),
        "/blocks/0/type",
        "unsupported type: markdown",
        in_schema=False,
    ),
    "markdown in a home tab": Defect(
        home({"type": "markdown", "text": "# Notice"}),
        "/blocks/0/type",
        "unsupported type: markdown",
        in_schema=False,
    ),
    "an alert in a home tab": Defect(
        home({"type": "alert", "text": mrkdwn()}),
        "/blocks/0/type",
        "unsupported type: alert",
        in_schema=False,
    ),
    "two tables in a home tab": Defect(
        home(TABLE, TABLE), "/blocks/1", "only one table allowed", in_schema=False
    ),
    "a file asked for in a home tab": Defect(
        home(input_of({"type": "file_input"})),
        "/blocks/0/element/type",
        "unsupported type: file_input",
        in_schema=False,
    ),
    "a home tab that submits": Defect(home(submit=plain()), "", "invalid additional property: submit"),
    "a view of more than 250 kB": Defect(
        modal(*(input_of(BULKY_MENU) for _ in range(6))),
        "",
        "must be less than 250001 bytes",
        in_schema=False,
    ),
}


@pytest.mark.parametrize("name", VIEW_DEFECTS)
def test_a_defect_of_a_view_is_told_with_its_place(name: str) -> None:
    defect = VIEW_DEFECTS[name]

    assert check_view(defect.payload) == [Problem(defect.message, defect.pointer)]


def test_every_problem_is_told_at_once() -> None:
    view = modal(section(text="hello"), {"type": "sektion"}, title=mrkdwn())

    pointers = [problem.pointer for problem in check_view(view)]

    assert pointers == ["/title/type", "/blocks/0/text", "/blocks/1/type"]


def test_the_size_of_a_view_is_counted_in_bytes() -> None:
    assert view_size({"a": "\N{LARGE RED CIRCLE}"}) == len('{"a":""}') + 4
