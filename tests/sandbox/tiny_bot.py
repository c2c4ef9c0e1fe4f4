"""A real Bolt app, small enough to read, that tests connect to the sandbox over Socket Mode."""

import logging
import re
from collections.abc import Callable
from typing import Any

from slack_bolt import App
from slack_bolt import Args as BoltArgs
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.sandbox.server import Sandbox

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Example Desk"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "bot_user": {"display_name": "desk"},
        "shortcuts": [
            {"name": "New request", "type": "global", "callback_id": "new_request", "description": "New"},
            {"name": "Take this", "type": "message", "callback_id": "take_this", "description": "Take"},
        ],
        "slash_commands": [
            {"command": "/hello", "description": "Says hello", "usage_hint": "[name]"},
            {"command": "/form", "description": "Opens a form"},
            {"command": "/slow", "description": "Never answers in time"},
        ],
    },
    "oauth_config": {
        "scopes": {
            "bot": [
                "app_mentions:read",
                "channels:history",
                "channels:join",
                "channels:read",
                "chat:write",
                "commands",
                "dnd:read",
                "files:write",
                "groups:history",
                "groups:read",
                "im:history",
                "im:read",
                "im:write",
                "reactions:write",
                "team:read",
                "usergroups:read",
                "users:read",
            ]
        }
    },
    "settings": {
        "event_subscriptions": {
            "bot_events": [
                "app_home_opened",
                "app_mention",
                "app_uninstalled",
                "file_shared",
                "member_joined_channel",
                "message.channels",
                "message.groups",
                "message.im",
                "tokens_revoked",
                "user_change",
            ]
        },
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}


Answer = Callable[[BoltArgs], object]


class TinyBot:
    """Acknowledges everything, unless a test puts an answer under a command, an id or an event."""

    def __init__(self, sandbox: Sandbox, *, socket: bool = True) -> None:
        self._sandbox = sandbox
        self.answers: dict[str, Answer] = {}
        self.seen: list[dict[str, Any]] = []
        self.headers: list[dict[str, Any]] = []
        self.envelope_ids: list[str] = []
        self.app = self._bolt_app()
        if socket:
            self.handler = SocketModeHandler(self.app, sandbox.app_token, ping_interval=0.5, concurrency=20)
            self.handler.client.message_listeners.append(self._note)

    def connect(self) -> None:
        before = self._sandbox.sockets.connected
        self.handler.connect()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped.
        self._sandbox.wait_for(lambda: self._sandbox.sockets.connected > before)

    def close(self) -> None:
        self.handler.close()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped.

    def forget(self) -> None:
        self.answers.clear()
        self.seen.clear()
        self.headers.clear()

    def events(self, kind: str) -> list[dict[str, Any]]:
        """The events of one type that arrived, without their wrapper."""
        found = (body["event"] for body in list(self.seen) if "event" in body)
        return [event for event in found if event["type"] == kind]

    def _note(self, _client: object, message: dict[str, Any], _raw: str | None) -> None:
        if "envelope_id" in message:
            self.envelope_ids.append(message["envelope_id"])

    def _bolt_app(self) -> App:
        """Like the desk's own: no auth.test at the start, and listeners answer before the ack leaves."""
        app = App(
            client=WebClient(self._sandbox.bot_token, base_url=self._sandbox.api_url, retry_handlers=[]),
            authorize=_authorize_as(self._sandbox),
            process_before_response=True,
            logger=_quiet_logger(),
            signing_secret=self._sandbox.signing_secret,
        )
        anything = re.compile(".*")
        app.command(anything)(self._answer)
        app.action(anything)(self._answer)
        app.view(anything)(self._answer)
        app.view_closed(anything)(self._answer)
        app.options(anything)(self._answer)
        app.shortcut(anything)(self._answer)
        app.event(anything)(self._answer)
        return app

    def _answer(self, args: BoltArgs) -> None:
        self.seen.append(args.body)
        self.headers.append(dict(args.request.headers))
        answer = self.answers.get(_name(args.body))
        if answer is None:
            args.ack()
        else:
            answer(args)


def _authorize_as(sandbox: Sandbox) -> Callable[[], AuthorizeResult]:
    """Bolt calls it by the names of its arguments, so it must not be a method."""
    result = AuthorizeResult(
        enterprise_id=None,
        team_id=sandbox.team_id,
        bot_token=sandbox.bot_token,
        bot_id=sandbox.bot_id,
        bot_user_id=sandbox.bot_user_id,
    )
    return lambda: result


def _name(body: dict[str, Any]) -> str:
    if "event" in body:
        return str(body["event"]["type"])
    if "actions" in body:
        return str(body["actions"][0]["action_id"])
    view = body.get("view") or {}
    found = body.get("command") or body.get("action_id") or body.get("callback_id")
    return str(found or view.get("callback_id"))


def _quiet_logger() -> logging.Logger:
    logger = logging.getLogger("tiny_bot")
    logger.setLevel(logging.CRITICAL + 1)
    return logger
