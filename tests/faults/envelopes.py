"""Anything at all, brought to the bot as Slack brings it: past the sandbox's own care about what it sends."""

from typing import Any

from bot.sandbox.delivery import Ack
from bot.sandbox.server import Sandbox
from tests.world import ONCALL

Envelope = tuple[str, Any]
"""Its type in Socket Mode, and its payload."""


class Envelopes:
    """One of each kind, as this person sends it; `send` brings it, or any other."""

    def __init__(self, slack: Sandbox, user: str) -> None:
        self._slack = slack
        self._user = user

    def send(self, envelope: Envelope) -> Ack:
        """Waits for the acknowledgement, which must come within three seconds."""
        kind, payload = envelope
        ack, error = self._slack._slack.courier.ask(kind, payload, wants_answer=kind != "events_api")
        assert ack is not None, f"{error}: {payload}"
        return ack

    def each(self) -> dict[str, Envelope]:
        return {
            "command": self.command("/notice"),
            "page": self.command("/escalate", "come now"),
            "click": self.click(),
            "click in a modal": self.click(view={"id": "V1", "type": "modal"}),
            "form": self.form(),
            "search": self._interaction("block_suggestion", action_id="try", block_id="b", value="f"),
            "shortcut": self._interaction("shortcut", callback_id="try", trigger_id=self._trigger()),
            "closing": self._interaction("view_closed", view={"type": "modal", "callback_id": "try"}),
            "event": self.event("app_home_opened", tab="home"),
        }

    def command(self, name: str, text: str = "") -> Envelope:
        who = self._slack.identity
        payload = {
            "command": name,
            "text": text,
            "user_id": self._user,
            "team_id": who.team_id,
            "channel_id": ONCALL,
            "response_url": self._response_url(),
            "trigger_id": self._trigger(),
        }
        return "slash_commands", payload

    def click(self, **more: object) -> Envelope:
        action = {"type": "button", "action_id": "try", "block_id": "b", "value": "v"}
        where = {} if "view" in more else {"response_url": self._response_url()}
        return self._interaction(
            "block_actions", actions=[action], trigger_id=self._trigger(), **where, **more
        )

    def form(self, **more: object) -> Envelope:
        inputs = [{"type": "input", "block_id": "first"}]
        view = {"type": "modal", "callback_id": "try", "blocks": inputs, "state": {"values": {}}}
        return self._interaction("view_submission", view=view | more, trigger_id=self._trigger())

    def event(self, kind: str, **facts: object) -> Envelope:
        who = self._slack.identity
        event = {"type": kind, "user": self._user, **facts}
        body = {"type": "event_callback", "team_id": who.team_id, "event_id": "Ev1", "event": event}
        return "events_api", body

    def _interaction(self, kind: str, **facts: object) -> Envelope:
        team = self._slack.identity.team_id
        payload = {"type": kind, "user": {"id": self._user, "team_id": team}, "team": {"id": team}}
        return "interactive", payload | facts

    def _trigger(self) -> str:
        return self._slack._slack.triggers.issue(self._user)

    def _response_url(self) -> str:
        return self._slack._slack.response_urls.issue(channel=ONCALL, user=self._user)
