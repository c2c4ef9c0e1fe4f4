"""Whom a message calls: Slack counts these beside a channel's name, and shows it in bold for all others."""

import json
import re

from bot.sandbox.messages import Message

EVERYBODY = "everybody"
_CALL = re.compile(r"<@(?P<one>\w+)[|>]|<!(?:channel|here|everyone|subteam\^)")


def called(message: Message) -> frozenset[str]:
    """Ids of users; EVERYBODY for the whole channel, and for a user group, whose members are in it."""
    words = json.dumps([message.text, message.blocks])
    return frozenset(found["one"] or EVERYBODY for found in _CALL.finditer(words))
