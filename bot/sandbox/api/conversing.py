"""What the method families share: which channel is meant, whether the bot may speak there, cursors."""

import base64
from collections.abc import Sequence
from typing import TypeVar

from bot.sandbox.api.call import Call
from bot.sandbox.channels import Channel
from bot.sandbox.people import Person
from bot.sandbox.refusals import Refused
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack

T = TypeVar("T")
PAGE = 100
PAGE_LIMIT = 1000


def channel_for(slack: Slack, call: Call, name: str = "channel") -> Channel:
    """The channel of that id. A private one that the bot is not in does not exist for it."""
    channel = slack.workspace.channels.get(call.text(name))
    if channel is None or (channel.private and slack.workspace.identity.bot_user_id not in channel.members):
        raise Refused("channel_not_found")
    return channel


def addressed(slack: Slack, call: Call) -> Channel:
    """Where a message shall go: a channel's id, `#name`, or a person's id for the DM."""
    wanted = call.text("channel")
    workspace = slack.workspace
    if wanted in workspace.people:
        person = workspace.people[wanted]
        if person.deleted or person.is_bot:
            raise Refused("channel_not_found")
        return workspace.direct(wanted)
    for channel in workspace.channels.values():
        if wanted == f"#{channel.name}" and not channel.private:
            return channel
    return channel_for(slack, call)


def person_for(slack: Slack, call: Call, name: str = "user") -> Person:
    person = slack.workspace.people.get(call.text(name))
    if person is None:
        raise Refused("user_not_found")
    return person


def page_of(items: Sequence[T], call: Call, *, default: int = PAGE) -> tuple[list[T], Json]:
    """One page by `limit` and `cursor`, and the `response_metadata` that leads to the next."""
    limit = min(call.whole("limit", default=default) or default, PAGE_LIMIT)
    start = _offset(call.text("cursor"))
    after = start + limit
    cursor = base64.b64encode(f"next:{after}".encode()).decode() if after < len(items) else ""
    return list(items[start:after]), {"response_metadata": {"next_cursor": cursor}}


def _offset(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        word, _, number = base64.b64decode(cursor, validate=True).decode().partition(":")
        if word != "next":
            raise Refused("invalid_cursor")
        return int(number)
    except ValueError:
        raise Refused("invalid_cursor") from None
