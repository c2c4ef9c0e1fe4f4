"""Marks beside a channel: what somebody has not read, and how much of it calls them.

Slack counts the latter beside the channel's name, and shows the name in bold for all else.
"""

import json
import re
from collections.abc import Iterable

from bot.sandbox.messages import Message

EVERYBODY = "everybody"
_CALL = re.compile(r"<@(?P<one>\w+)[|>]|<!(?:channel|here|everyone|subteam\^)")


class Marks:
    """Who has read up to where, and whom each message calls, as it was posted."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], str] = {}
        self._calls: dict[tuple[str, str], frozenset[str]] = {}

    def posted(self, message: Message) -> bool:
        """Whether it calls anybody."""
        if calls := _called(message):
            self._calls[message.channel, message.ts] = calls
        return bool(calls)

    def seen(self, user: str, channel: str, ts: str) -> None:
        self._seen[user, channel] = ts

    def unread(self, user: str, channel: str, messages: Iterable[Message]) -> list[Message]:
        seen = self._seen.get((user, channel), "")
        return [each for each in messages if each.ts > seen and each.user != user]

    def calling(self, user: str, unread: Iterable[Message]) -> int:
        """How many of them call this person, or everybody."""
        them = {user, EVERYBODY}
        return sum(bool(self._calls.get((each.channel, each.ts), frozenset()) & them) for each in unread)


def _called(message: Message) -> frozenset[str]:
    """Ids of users; EVERYBODY for the whole channel, and for a user group, whose members are in it."""
    words = json.dumps([message.text, message.blocks])
    return frozenset(found["one"] or EVERYBODY for found in _CALL.finditer(words))
