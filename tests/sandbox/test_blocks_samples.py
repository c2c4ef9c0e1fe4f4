"""Small builders of Block Kit payloads, one sample of each input and of each piece of rich text."""

import pytest

from bot.sandbox.blocks import check_message, check_view

Json = dict[str, object]


def plain(words: str = "Claim") -> Json:
    return {"type": "plain_text", "text": words}


def mrkdwn(words: str = "*Red notice*") -> Json:
    return {"type": "mrkdwn", "text": words}


def section(**more: object) -> Json:
    return {"type": "section", "text": mrkdwn(), **more}


def button(**more: object) -> Json:
    return {"type": "button", "text": plain(), "action_id": "claim", **more}


def actions(*elements: object) -> Json:
    return {"type": "actions", "elements": list(elements)}


def input_of(element: object, **more: object) -> Json:
    return {"type": "input", "label": plain("Subject"), "element": element, **more}


def option(value: str = "red", label: str = "Red") -> Json:
    return {"text": plain(label), "value": value}


def rich_text(*parts: object) -> Json:
    return {"type": "rich_text", "elements": list(parts)}


def line(*pieces: object) -> Json:
    return {"type": "rich_text_section", "elements": list(pieces)}


def words(text: str = "Seen") -> Json:
    return {"type": "text", "text": text}


def modal(*blocks: object, **more: object) -> Json:
    return {
        "type": "modal",
        "title": plain("New request"),
        "submit": plain("File"),
        "blocks": list(blocks),
        **more,
    }


def home(*blocks: object, **more: object) -> Json:
    return {"type": "home", "blocks": list(blocks), **more}


PICTURE: Json = {"type": "image", "image_url": "https://example.com/flag.png", "alt_text": "A flag"}
OPTIONS = [option("red", "Red"), option("blue", "Blue")]
GROUPS = [{"label": plain("Colours"), "options": OPTIONS}]
CONFIRM: Json = {
    "title": plain("Sure?"),
    "text": mrkdwn("This *pages* the officer."),
    "confirm": plain("Page"),
    "deny": plain("Not now"),
    "style": "danger",
}
TYPING = {"trigger_actions_on": ["on_enter_pressed", "on_character_entered"]}
TASK: Json = {"type": "task_card", "task_id": "t1", "title": "Ask Lyon", "status": "pending"}
CARD: Json = {
    "type": "card",
    "title": mrkdwn(),
    "body": mrkdwn("A card."),
    "icon": PICTURE,
    "actions": [button(action_id="card")],
}
TABLE: Json = {
    "type": "table",
    "column_settings": [{"align": "right", "is_wrapped": True}],
    "rows": [
        [{"type": "raw_text", "text": "NT-2026-00007"}, rich_text(line(words()))],
        [{"type": "raw_number", "text": "3", "value": 3}, {"type": "raw_text", "text": "open"}],
    ],
}

INPUTS: dict[str, Json] = {
    "plain_text_input": {"multiline": True, "min_length": 2, "max_length": 9, "initial_value": "words"},
    "email_text_input": {"initial_value": "ada@example.org", "dispatch_action_config": TYPING},
    "url_text_input": {"placeholder": plain("https://")},
    "number_input": {
        "is_decimal_allowed": True,
        "min_value": "-1.5",
        "max_value": "10",
        "initial_value": "3",
    },
    "rich_text_input": {"initial_value": rich_text(line(words())), "min_lines": 1, "max_lines": 4},
    "file_input": {"filetypes": ["pdf"], "max_files": 3},
    "checkboxes": {"options": [{"text": mrkdwn("*Red*"), "value": "red", "description": plain("Arrest")}]},
    "radio_buttons": {"options": OPTIONS, "initial_option": OPTIONS[1]},
    "static_select": {"options": OPTIONS, "initial_option": OPTIONS[0], "placeholder": plain("Colour")},
    "external_select": {"min_query_length": 0, "initial_option": option()},
    "users_select": {"initial_user": "U0EXAMPLE", "focus_on_load": True},
    "conversations_select": {
        "filter": {"include": ["public"], "exclude_bot_users": True},
        "response_url_enabled": True,
    },
    "channels_select": {"initial_channel": "C0EXAMPLE"},
    "multi_static_select": {
        "option_groups": GROUPS,
        "initial_options": [OPTIONS[0]],
        "max_selected_items": 1,
    },
    "multi_external_select": {"initial_options": [option()], "min_query_length": 2},
    "multi_users_select": {"initial_users": ["U0EXAMPLE"], "max_selected_items": 2},
    "multi_conversations_select": {"default_to_current_conversation": True},
    "multi_channels_select": {"initial_channels": []},
    "datepicker": {"initial_date": "2028-02-29"},
    "timepicker": {"initial_time": "23:59", "timezone": "America/New_York"},
    "datetimepicker": {"initial_date_time": 1_790_000_000},
}

PIECES: list[Json] = [
    {**words(), "style": {"bold": True, "code": False}},
    {"type": "link", "url": "https://example.com", "text": "the file"},
    {"type": "user", "user_id": "U0EXAMPLE"},
    {"type": "channel", "channel_id": "C0EXAMPLE"},
    {"type": "usergroup", "usergroup_id": "S0EXAMPLE"},
    {"type": "team", "team_id": "T0EXAMPLE"},
    {"type": "broadcast", "range": "here"},
    {"type": "emoji", "name": "red_circle"},
    {"type": "date", "timestamp": 1_790_000_000, "format": "{date}", "fallback": "today"},
    {"type": "color", "value": "#FF0000"},
]


@pytest.mark.parametrize("name", INPUTS)
def test_each_input_may_stand_alone_in_a_modal(name: str) -> None:
    assert check_view(modal(input_of({"type": name, **INPUTS[name]}))) == []


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: str(piece["type"]))
def test_each_piece_of_rich_text_may_stand_alone_in_a_message(piece: Json) -> None:
    assert check_message([rich_text(line(piece))]) == []
