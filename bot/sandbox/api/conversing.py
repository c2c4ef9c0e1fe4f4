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
from bot.sandbox.violations import Kind

T = TypeVar("T")
PAGE = 100
PAGE_LIMIT = 1000


def channel_for(slack: Slack, call: Call, name: str = "channel") -> Channel:
    """The channel of that id. A private one that the bot is not in does not exist for it."""
    return _known_to_bot(slack, call.text(name), "channel_not_found")


def addressed(slack: Slack, call: Call) -> Channel:
    """Where a message shall go: a channel's id, `#name`, or a person's id for the DM."""
    wanted = call.text("channel")
    for channel in slack.workspace.channels.values():
        if wanted == f"#{channel.name}" and not channel.private:
            return channel
    return direct_or_channel(slack, wanted, refusal="channel_not_found")


def direct_or_channel(slack: Slack, wanted: str, *, refusal: str) -> Channel:
    """A person's id is their DM. Raises Refused as `refusal` says."""
    person = slack.workspace.people.get(wanted)
    if person is None:
        return _known_to_bot(slack, wanted, refusal)
    if person.deleted or person.is_bot:
        raise Refused(refusal)
    return slack.workspace.direct(wanted)


def open_to_bot(slack: Slack, channel: Channel, *, if_archived: str = "is_archived") -> Channel:
    """The channel, if the bot may write there; that it tries to where it is no member is a violation."""
    if channel.archived:
        raise Refused(if_archived)
    if slack.workspace.identity.bot_user_id not in channel.members:
        slack.workspace.violate(Kind.NOT_A_MEMBER, f"The bot wrote to {channel.id}, which it is not in.")
        raise Refused("not_in_channel")
    return channel


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


def _known_to_bot(slack: Slack, channel_id: str, refusal: str) -> Channel:
    channel = slack.workspace.channels.get(channel_id)
    if channel is None or not channel.shows_to(slack.workspace.identity.bot_user_id):
        raise Refused(refusal)
    return channel


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
