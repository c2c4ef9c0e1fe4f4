"""What is wrong with a message's blocks, where that is, and how the sender is told."""

from typing import NamedTuple

import pytest

from bot.sandbox.blocks import Problem, check_message
from tests.sandbox.test_blocks_samples import (
    PICTURE,
    Json,
    actions,
    button,
    input_of,
    mrkdwn,
    plain,
    section,
)


class Defect(NamedTuple):
    """`in_schema`: Slack's published types show the defect too."""

    payload: object
    pointer: str
    message: str
    in_schema: bool = True


def too_long(most: int) -> str:
    return f"must be less than {most + 1} characters"


NEITHER = "must define either `text` or `fields`"
EMPTY = "must be more than 0 characters"
DIVIDER: Json = {"type": "divider"}

MESSAGE_DEFECTS: dict[str, Defect] = {
    "not a list": Defect(DIVIDER, "", "must provide an array"),
    "51 blocks": Defect([DIVIDER] * 51, "", "no more than 50 items allowed", in_schema=False),
    "a block that is a string": Defect(["divider"], "/0", "must provide an object"),
    "a block without a type": Defect([{"text": mrkdwn()}], "/0", "missing required field: type"),
    "an unknown block": Defect([{"type": "sektion"}], "/0/type", "unsupported type: sektion"),
    "a type that is no string": Defect([{"type": ["section"]}], "/0/type", "unsupported type: ['section']"),
    "an unknown key": Defect([section(txt=1)], "/0", "invalid additional property: txt"),
    "an empty block id": Defect([section(block_id="")], "/0/block_id", EMPTY, in_schema=False),
    "a long block id": Defect([section(block_id="x" * 256)], "/0/block_id", too_long(255)),
    "a section that says nothing": Defect([{"type": "section"}], "/0/type", NEITHER, in_schema=False),
    "a section whose text is a string": Defect(
        [{"type": "section", "text": "hello"}], "/0/text", "must provide an object"
    ),
    "an empty text": Defect(
        [{"type": "section", "text": mrkdwn("")}], "/0/text/text", EMPTY, in_schema=False
    ),
    "a long section": Defect(
        [{"type": "section", "text": mrkdwn("x" * 3001)}], "/0/text/text", too_long(3000)
    ),
    "an unknown kind of text": Defect(
        [{"type": "section", "text": {"type": "markdown", "text": "x"}}],
        "/0/text/type",
        "unsupported type: markdown",
    ),
    "emoji on mrkdwn": Defect(
        [{"type": "section", "text": {**mrkdwn(), "emoji": True}}],
        "/0/text",
        "invalid additional property: emoji",
    ),
    "eleven fields": Defect(
        [{"type": "section", "fields": [plain()] * 11}],
        "/0/fields",
        "no more than 10 items allowed",
    ),
    "a long field": Defect(
        [{"type": "section", "fields": [plain("x" * 2001)]}], "/0/fields/0/text", too_long(2000)
    ),
    "no field": Defect(
        [{"type": "section", "fields": []}], "/0/fields", "no less than 1 items allowed", in_schema=False
    ),
    "a text input in a section": Defect(
        [section(accessory={"type": "plain_text_input"})],
        "/0/accessory/type",
        "unsupported type: plain_text_input",
    ),
    "a date and time in a section": Defect(
        [section(accessory={"type": "datetimepicker"})],
        "/0/accessory/type",
        "unsupported type: datetimepicker",
    ),
    "a header in mrkdwn": Defect(
        [{"type": "header", "text": mrkdwn()}], "/0/text/type", "unsupported type: mrkdwn"
    ),
    "a long header": Defect([{"type": "header", "text": plain("x" * 151)}], "/0/text/text", too_long(150)),
    "a header without text": Defect([{"type": "header"}], "/0", "missing required field: text"),
    "no action": Defect([actions()], "/0/elements", "no less than 1 items allowed", in_schema=False),
    "26 actions": Defect(
        [actions(*(button(action_id=f"claim-{n}") for n in range(26)))],
        "/0/elements",
        "no more than 25 items allowed",
    ),
    "a picture among actions": Defect([actions(PICTURE)], "/0/elements/0/type", "unsupported type: image"),
    "eleven parts of a context": Defect(
        [{"type": "context", "elements": [mrkdwn()] * 11}],
        "/0/elements",
        "no more than 10 items allowed",
    ),
    "a button in a context": Defect(
        [{"type": "context", "elements": [button()]}], "/0/elements/0/type", "unsupported type: button"
    ),
    "an image without words": Defect(
        [{"type": "image", "image_url": "https://example.com/f.png"}],
        "/0",
        "missing required field: alt_text",
    ),
    "an image from nowhere": Defect(
        [{"type": "image", "alt_text": "A flag"}], "/0", "must define either `image_url` or `slack_file`"
    ),
    "an image from two places": Defect(
        [{**PICTURE, "slack_file": {"id": "F0EXAMPLE"}}],
        "/0",
        "must define either `image_url` or `slack_file`",
    ),
    "a Slack file without a name": Defect(
        [{"type": "image", "alt_text": "A flag", "slack_file": {}}],
        "/0/slack_file",
        "must define either `id` or `url`",
    ),
    "an image at no address": Defect(
        [{**PICTURE, "image_url": "flag.png"}], "/0/image_url", "must be a valid url", in_schema=False
    ),
    "a file that Slack keeps": Defect(
        [{"type": "file", "external_id": "nt-7", "source": "local"}],
        "/0/source",
        "must be a valid enum value",
        in_schema=False,
    ),
    "a film without words": Defect(
        [
            {
                "type": "video",
                "title": plain(),
                "thumbnail_url": "https://example.com/t",
                "video_url": "https://example.com/v",
            }
        ],
        "/0",
        "missing required field: alt_text",
    ),
    "an input without a label": Defect(
        [{"type": "input", "element": {"type": "plain_text_input"}}], "/0", "missing required field: label"
    ),
    "a button as input": Defect([input_of(button())], "/0/element/type", "unsupported type: button"),
    "a file asked for in a message": Defect(
        [input_of({"type": "file_input"})], "/0/element/type", "unsupported type: file_input", in_schema=False
    ),
    "an alert in a message": Defect(
        [{"type": "alert", "text": mrkdwn()}], "/0/type", "unsupported type: alert", in_schema=False
    ),
}


@pytest.mark.parametrize("name", MESSAGE_DEFECTS)
def test_a_defect_of_a_message_is_told_with_its_place(name: str) -> None:
    defect = MESSAGE_DEFECTS[name]

    assert check_message(defect.payload) == [Problem(defect.message, defect.pointer)]
