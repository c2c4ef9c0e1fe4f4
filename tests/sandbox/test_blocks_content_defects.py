"""What is wrong with ids, totals, tables, rich text and grouped blocks of a message, and where that is."""

import pytest

from bot.sandbox.blocks import Problem, check_message
from tests.sandbox.test_blocks_defects import Defect
from tests.sandbox.test_blocks_samples import (
    TABLE,
    actions,
    button,
    line,
    mrkdwn,
    option,
    plain,
    rich_text,
    section,
    words,
)

CONTENT_DEFECTS: dict[str, Defect] = {
    "the same block id twice": Defect(
        [section(block_id="notice"), section(block_id="notice")],
        "/1/block_id",
        "`block_id` must be unique: notice already exists",
        in_schema=False,
    ),
    "the same action id twice": Defect(
        [section(accessory=button()), actions(button())],
        "/1/elements/0/action_id",
        "`action_id` must be unique: claim already exists",
        in_schema=False,
    ),
    "markdown of 12,001 characters in two blocks": Defect(
        [{"type": "markdown", "text": "x" * 6000}, {"type": "markdown", "text": "x" * 6001}],
        "/1/text",
        "must be less than 12001 characters in all markdown",
        in_schema=False,
    ),
    "a message of 13,201 characters": Defect(
        [
            *[{"type": "section", "text": mrkdwn("x" * 2640)}] * 5,
            {"type": "context", "elements": [plain("x")]},
        ],
        "",
        "msg_blocks_too_long: must be less than 13201 characters in all",
        in_schema=False,
    ),
    "two tables": Defect([TABLE, TABLE], "/1", "only one table allowed", in_schema=False),
    "a table of 101 rows": Defect(
        [{"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]] * 101}],
        "/0/rows",
        "no more than 100 items allowed",
    ),
    "a row of 21 cells": Defect(
        [{"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * 21]}],
        "/0/rows/0",
        "no more than 20 items allowed",
        in_schema=False,
    ),
    "a cell in mrkdwn": Defect(
        [{"type": "table", "rows": [[mrkdwn()]]}], "/0/rows/0/0/type", "unsupported type: mrkdwn"
    ),
    "a column aligned nowhere": Defect(
        [{**TABLE, "column_settings": [{"align": "middle"}]}],
        "/0/column_settings/0/align",
        "must be a valid enum value",
    ),
    "words straight in rich text": Defect(
        [rich_text(words())], "/0/elements/0/type", "unsupported type: text"
    ),
    "a list of no style": Defect(
        [rich_text({"type": "rich_text_list", "elements": []})],
        "/0/elements/0",
        "missing required field: style",
    ),
    "a mention without a user": Defect(
        [rich_text(line({"type": "user"}))], "/0/elements/0/elements/0", "missing required field: user_id"
    ),
    "an emoji in preformatted text": Defect(
        [rich_text({"type": "rich_text_preformatted", "elements": [{"type": "emoji", "name": "eyes"}]})],
        "/0/elements/0/elements/0/type",
        "unsupported type: emoji",
    ),
    "an unknown mark": Defect(
        [rich_text(line({**words(), "style": {"loud": True}}))],
        "/0/elements/0/elements/0/style",
        "invalid additional property: loud",
    ),
    "a section inside a card": Defect(
        [{"type": "card", "actions": [section()]}], "/0/actions/0/type", "unsupported type: section"
    ),
    "an unknown level inside a container": Defect(
        [{"type": "container", "child_blocks": [{"type": "header", "text": option()}]}],
        "/0/child_blocks/0/text",
        "missing required field: type",
    ),
}


@pytest.mark.parametrize("name", CONTENT_DEFECTS)
def test_a_defect_of_the_content_is_told_with_its_place(name: str) -> None:
    defect = CONTENT_DEFECTS[name]

    assert check_message(defect.payload) == [Problem(defect.message, defect.pointer)]
