"""Slack's composition objects: text, options, confirmation dialogs, filters and files."""

from bot.sandbox.blocks.forms import URL, WEB_URL
from bot.sandbox.blocks.kinds import Checked, Choice, Fields, Flag, Items, Kind, String, Typed, shape
from bot.sandbox.blocks.problem import Problem

ID = String(least=1)
BLOCK_ID = String(least=1, most=255)
ACTION_ID = String(least=1, most=255)
LABEL_FOR_SCREEN_READERS = String(least=1, most=75)
STYLE = Choice(("primary", "danger"))


def plain(most: int) -> Typed:
    """A text object that must be `plain_text`."""
    return Typed(
        {"plain_text": shape(required={"text": String(least=1, most=most)}, optional={"emoji": Flag()})}
    )


def mrkdwn(most: int) -> Typed:
    """A text object that must be `mrkdwn`."""
    return Typed(
        {"mrkdwn": shape(required={"text": String(least=1, most=most)}, optional={"verbatim": Flag()})}
    )


def text(most: int) -> Typed:
    """A text object of either type."""
    return Typed({**plain(most).shapes, **mrkdwn(most).shapes})


PLACEHOLDER = plain(150)


def _option(label: Kind, extra: dict[str, Kind] | None = None) -> Fields:
    # Slack's published types say 75 in a comment, its reference says 150, and 150 is what it takes.
    value = String(least=1, most=150)
    return Fields(
        keys={"text": label, "value": value, "description": plain(75), **(extra or {})},
        required=("text", "value"),
    )


OPTION = _option(plain(75))
MENU_OPTION = _option(plain(75), {"url": URL})
BUTTON_OPTION = _option(text(75))

OPTION_GROUP = Fields(
    keys={"label": plain(75), "options": Items(kind=OPTION, most=100)}, required=("label", "options")
)

CONFIRM = Fields(
    keys={
        "title": plain(100),
        "text": text(300),
        "confirm": plain(30),
        "deny": plain(30),
        "style": STYLE,
    },
    required=("text",),
)

DISPATCH_CONFIG = Fields(
    keys={
        "trigger_actions_on": Items(kind=Choice(("on_enter_pressed", "on_character_entered")), most=2),
    },
)


def _filters_something(filters: Checked, at: str) -> list[Problem]:
    return [] if filters else [Problem("must define at least one of the filter's fields", at)]


CONVERSATION_FILTER = Fields(
    keys={
        "include": Items(kind=Choice(("im", "mpim", "private", "public")), most=4),
        "exclude_external_shared_channels": Flag(),
        "exclude_bot_users": Flag(),
    },
    rules=(_filters_something,),
)


def exactly_one_of(first: str, second: str, value: Checked, at: str) -> list[Problem]:
    """A problem unless `value` has one of the two keys and not both."""
    if (first in value) == (second in value):
        return [Problem(f"must define either `{first}` or `{second}`", at)]
    return []


def one_file(value: Checked, at: str) -> list[Problem]:
    """A Slack file is named by its id or by its address."""
    return exactly_one_of("id", "url", value, at)


def one_picture(value: Checked, at: str) -> list[Problem]:
    """An image comes from an address or from a file in Slack."""
    return exactly_one_of("image_url", "slack_file", value, at)


SLACK_FILE = Fields(keys={"id": ID, "url": WEB_URL}, rules=(one_file,))
IMAGE = shape(
    required={"alt_text": String(least=1, most=2000)},
    optional={"image_url": WEB_URL, "slack_file": SLACK_FILE},
    rules=(one_picture,),
)
