"""Valid messages, modals and home tabs, among them every block and every element."""

import pytest

from bot.sandbox.blocks import check_message, check_view
from bot.sandbox.blocks.elements import ELEMENTS
from bot.sandbox.blocks.surfaces import BLOCKS
from bot.sandbox.blocks.whole import objects
from tests.sandbox.test_blocks_samples import (
    CARD,
    CONFIRM,
    GROUPS,
    INPUTS,
    PICTURE,
    PIECES,
    TABLE,
    TASK,
    Json,
    actions,
    button,
    home,
    input_of,
    line,
    modal,
    mrkdwn,
    option,
    plain,
    rich_text,
    section,
    words,
)

VALID_MESSAGES: dict[str, list[object]] = {
    "nothing at all": [],
    "text, fields and a button": [
        section(
            block_id="notice", expand=True, accessory=button(value="NT-1", style="primary", confirm=CONFIRM)
        ),
        {"type": "section", "fields": [mrkdwn(), plain()]},
        {"type": "divider"},
        {"type": "header", "text": plain("Notice")},
        {"type": "context", "elements": [mrkdwn(), plain(), PICTURE]},
    ],
    "rows of elements": [
        actions(
            button(url="https://example.com/notice", accessibility_label="Claim the notice"),
            {
                "type": "overflow",
                "options": [{**option(), "url": "https://example.com"}],
                "action_id": "more",
            },
            {"type": "static_select", "option_groups": GROUPS, "action_id": "colour"},
            {"type": "datetimepicker", "action_id": "when"},
        ),
        section(accessory=PICTURE),
        section(accessory={"type": "timepicker", "initial_time": "08:30"}),
    ],
    "pictures, a film and a file": [
        {**PICTURE, "title": plain("Flag")},
        {"type": "image", "slack_file": {"id": "F0EXAMPLE"}, "alt_text": "A flag"},
        {"type": "file", "external_id": "nt-7", "source": "remote"},
        {
            "type": "video",
            "title": plain("Briefing"),
            "alt_text": "A briefing",
            "thumbnail_url": "https://example.com/t.png",
            "video_url": "https://example.com/v",
            "author_name": "Ada Example",
        },
    ],
    "rich text of every part": [
        rich_text(
            line(*PIECES),
            {"type": "rich_text_list", "style": "ordered", "indent": 1, "elements": [line(words())]},
            {"type": "rich_text_quote", "border": 1, "elements": [words()]},
            {"type": "rich_text_preformatted", "elements": [words()]},
        )
    ],
    "a table": [TABLE],
    "a table of data": [{"type": "data_table", "caption": "Notices", "rows": TABLE["rows"], "page_size": 10}],
    "markdown": [{"type": "markdown", "text": "# Notice"}],
    "feedback": [
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "positive_button": {"text": plain("Good"), "value": "up"},
                    "negative_button": {"text": plain("Bad"), "value": "down"},
                },
                {"type": "icon_button", "icon": "trash", "text": plain("Remove")},
            ],
        }
    ],
    "cards and containers": [
        CARD,
        {"type": "carousel", "elements": [{"type": "card", "title": mrkdwn()}]},
        {
            "type": "container",
            "title": plain(),
            "child_blocks": [section(), {"type": "divider"}],
            "width": "wide",
        },
    ],
    "tasks": [TASK, {"type": "plan", "title": "Plan", "tasks": [{**TASK, "details": rich_text()}]}],
    "an input in a message": [input_of({"type": "plain_text_input"}, dispatch_action=True)],
}

VALID_VIEWS: dict[str, Json] = {
    "a modal with every input": modal(
        *(
            input_of({"type": name, "action_id": name, **more}, hint=plain("A hint"), optional=True)
            for name, more in INPUTS.items()
        ),
        callback_id="request",
        external_id="request-1",
        private_metadata="{}",
        close=plain("Cancel"),
        clear_on_close=True,
        notify_on_close=True,
    ),
    "a modal that only tells": {
        "type": "modal",
        "title": plain("Notice"),
        "blocks": [{"type": "alert", "text": mrkdwn(), "level": "warning"}, section()],
    },
    "a home tab": home(section(accessory=button()), actions(button(action_id="next")), TABLE),
    "an empty home tab": home(),
}


@pytest.mark.parametrize("name", VALID_MESSAGES)
def test_a_valid_message_has_no_problem(name: str) -> None:
    assert check_message(VALID_MESSAGES[name]) == []


@pytest.mark.parametrize("name", VALID_VIEWS)
def test_a_valid_view_has_no_problem(name: str) -> None:
    assert check_view(VALID_VIEWS[name]) == []


def test_the_samples_show_every_block_and_every_element() -> None:
    shown = {
        each.get("type")
        for sample in (*VALID_MESSAGES.values(), *VALID_VIEWS.values())
        for each, _ in objects(sample)
    }

    assert {*BLOCKS, *ELEMENTS} - shown == set()
