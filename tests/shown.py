"""What Slack was given to show: every message, every edit of one, every modal and Home, with its place."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.sandbox.messages import Message
from bot.sandbox.requests import Request
from bot.sandbox.views import View
from bot.sandbox.visible import plain_text
from tests.world import World

MESSAGES = ("chat.postMessage", "chat.update", "chat.postEphemeral")
MODALS = ("views.open", "views.push", "views.update")
HOMES = ("views.publish",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """`place` is a channel, a person or a trigger; `text` is what a notification says."""

    place: str
    text: str
    blocks: list[dict[str, Any]]
    raw: str = ""
    """All of it as it was sent, with what is not seen: values of buttons, what a form carries."""

    @property
    def plain(self) -> str:
        return plain_text(self.blocks)

    def formatted(self) -> list[str]:
        """The texts in which Slack makes mentions, links and bold letters."""
        return [node["text"] for node in _nodes(self.blocks) if node.get("type") == "mrkdwn"]

    def mentioned(self) -> set[str]:
        """What rich text mentions or links to, whoever it is."""
        kinds = ("user", "usergroup", "broadcast", "link", "channel")
        return {str(node) for node in _nodes(self.blocks) if node.get("type") in kinds}


def sent(world: World, *methods: str) -> list[Shown]:
    """What the bot sent by these methods of the Web API, in all its versions."""
    return [_sent(call) for method in methods for call in world.slack.requests.to(method)]


def answered(world: World, *people: str) -> list[Shown]:
    """What acknowledgements and response URLs showed: answers for one person's eyes, and open forms."""
    seen: list[Message | View] = []
    for who in people:
        seen += [*world.slack.ephemerals(who), *world.slack.views(who)]
    return [
        Shown(place=each.user, text=each.text if isinstance(each, Message) else "", blocks=list(each.blocks))
        for each in seen
    ]


def _sent(call: Request) -> Shown:
    args = call.args
    view = _decoded(args.get("view")) or {}
    place = args.get("channel") or args.get("user_id") or args.get("trigger_id") or ""
    blocks = _decoded(args.get("blocks")) or view.get("blocks", [])
    raw = json.dumps([args, view, blocks], ensure_ascii=False)
    return Shown(place=place, text=str(args.get("text", "")), blocks=blocks, raw=raw)


def _decoded(sent: Any) -> Any:
    """An argument arrives as JSON, or as text with JSON in it."""
    return json.loads(sent) if isinstance(sent, str) else sent


def _nodes(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _nodes(each)
