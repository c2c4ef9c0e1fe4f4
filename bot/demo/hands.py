"""People's hands in the sandbox: they type, press and fill in by its control port, as the page does."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

Json = dict[str, Any]
_REFERENCE = re.compile(r"\b(?:LR|NT|ES)-\d{4}-\d{5}\b")
_ANSWERS_WITHIN_SECONDS = 10.0


class NotThere(Exception):
    """What somebody would press or fill in is not on their screen (any more)."""


class Unanswered(Exception):
    """Slack brought it to the bot, or tried to, and tells the person of an error."""


class SandboxGone(Exception):
    """It does not answer: it has ended."""


class Hands:
    def __init__(self, base: str) -> None:
        """`base` is the address of the sandbox."""
        self._base = base

    def type_in(self, user: str, line: str) -> str:
        """A slash command, in the direct messages with the bot. Answers the reference in the reply, or ""."""
        return _reference(self._done("command", user=user, channel="dm", text=line))

    def sees(self, user: str, channel: str, label: str, about: str) -> bool:
        """Whether there is a button on the newest message about that reference."""
        return self._button(user, channel, label, about) is not None

    def press(self, user: str, channel: str, label: str, about: str) -> str:
        """The button on the newest message about that reference; the reference in the reply, or ""."""
        found = self._button(user, channel, label, about)
        if found is None:
            raise NotThere(f"no button {label} about {about}")
        return _reference(self._done("click", user=user, channel=channel, **found))

    def fill_in(self, user: str, values: Mapping[str, object]) -> str:
        """The form that is open, and submits it. Answers the reference of what came of it, or ""."""
        views = self._views(user)
        if not views:
            raise NotThere("no form is open")
        outcome = self._done("submit", user=user, view_id=views[-1]["id"], values=dict(values))
        if outcome["errors"]:
            raise NotThere(str(outcome["errors"]))
        for left in reversed(self._views(user)):
            self.tell("close", user=user, view_id=left["id"])
        return _reference(outcome) or self._newest_reference(user)

    def has_a_form_open(self, user: str) -> bool:
        return bool(self._views(user))

    def ask(self, what: str, **query: str) -> Json:
        return self._call(f"{what}?{urlencode(query)}", None)

    def tell(self, what: str, **body: object) -> Json:
        """Raises NotThere when the sandbox refuses."""
        return self._call(what, json.dumps(body).encode())

    def _views(self, user: str) -> list[Json]:
        views: list[Json] = self.ask("views", user=user)["views"]
        return views

    def _done(self, verb: str, **body: object) -> Json:
        outcome = self.tell(verb, **body)
        if outcome["error"]:
            raise Unanswered(outcome["error"])
        return outcome

    def _button(self, user: str, channel: str, label: str, about: str) -> Json | None:
        for message in reversed(self.ask("messages", user=user, channel=channel)["messages"]):
            if about in json.dumps(message):
                for block, element in _buttons(message):
                    if element["text"]["text"] == label:
                        return {
                            "ts": message["ts"],
                            "block_id": block["block_id"],
                            "action_id": element["action_id"],
                        }
        return None

    def _newest_reference(self, user: str) -> str:
        messages = self.ask("messages", user=user, channel="dm")["messages"]
        return next(filter(None, map(_reference, reversed(messages))), "")

    def _call(self, path: str, body: bytes | None) -> Json:
        request = urllib.request.Request(  # noqa: S310  The sandbox's own address.
            f"{self._base}/control/{path}", body, {"content-type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=_ANSWERS_WITHIN_SECONDS) as answer:  # noqa: S310  As above.
                told: Json = json.load(answer)
                return told
        except urllib.error.HTTPError as refused:
            with refused:
                raise NotThere(refused.read().decode()) from None
        except OSError as gone:
            raise SandboxGone(str(gone)) from None


def _buttons(message: Json) -> Iterator[tuple[Json, Json]]:
    for block in message["blocks"]:
        for element in [*block.get("elements", []), block.get("accessory", {})]:
            if element.get("type") == "button":
                yield block, element


def _reference(shown: Json) -> str:
    found = _REFERENCE.search(json.dumps(shown))
    return found[0] if found else ""
