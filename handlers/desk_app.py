"""A Bolt app that answers 200 whatever happens inside it.

Under Socket Mode any other status is silence: no acknowledgement leaves, and Slack shows an error of its own.
"""

import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Literal

import structlog
from slack_bolt import App, BoltRequest, BoltResponse

from bot.rules.errors import DeskError
from handlers.answers import Failed, form_body, message_body
from handlers.faults import where
from handlers.manifest import COMMANDS
from handlers.replies import Replies
from handlers.views import refusal

log = structlog.get_logger(__name__)

_KINDS = {
    "block_actions": "click",
    "view_submission": "form",
    "block_suggestion": "search",
    "shortcut": "shortcut",
    "event_callback": "event",
}


def _nobody(_kind: str, _seconds: float, _command: str | None) -> None:
    """Nobody measures."""


class DeskApp(App):
    """Wraps middleware, authorisation, parsing and matching too, which no listener can."""

    def __init__(
        self,
        *,
        new_id: Callable[[], str],
        telephone: Callable[[], str],
        replies: Replies,
        answered: Callable[[str, float, str | None], None] = _nobody,
        **options: Any,
    ) -> None:
        """`telephone` is the command center's; `answered` hears of each payload: kind, seconds, command.

        `options` are Bolt's own. Acknowledgements leave with the listener's return.
        """
        # Without a name Bolt looks for one in the sources of all its callers, longer than for anything else.
        super().__init__(name="liaison-desk", process_before_response=True, **options)
        self._new_id = new_id
        self._telephone = telephone
        self._replies = replies
        self._answered = answered
        self.error(self._on_error)

    def take(
        self,
        body: object,
        *,
        mode: Literal["http", "socket_mode"],
        headers: Mapping[str, str] | None = None,
    ) -> BoltResponse:
        """The answer to what came in, in whatever shape it is: text by HTTP, else JSON."""
        try:
            request = BoltRequest(body=body, headers=dict(headers or {}), mode=mode)  # type: ignore[arg-type]  # Slack's JSON may be anything.
        except Exception as error:  # noqa: BLE001  Bolt looks into the payload here already.
            return self._apology(body, error)
        return self.dispatch(request)

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        began = time.perf_counter()
        try:
            return self._dispatched(req)
        finally:
            self._answered(_kind(req), time.perf_counter() - began, _command(req))

    def _dispatched(self, req: BoltRequest) -> BoltResponse:
        try:
            response = super().dispatch(req)
        except Exception as error:  # noqa: BLE001  Any error that leaves here is silence for the person.
            return self._apology(req.body, error)
        if response.status in (HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.NOT_FOUND):
            return self._apology(req.body, None)
        return response

    def _on_error(self, error: Exception, body: dict[str, Any]) -> BoltResponse:
        """Bolt's own log line would hold the error's message, and that may hold what a person typed."""
        return self._apology(body, error)

    def _handle_unmatched_requests(self, req: BoltRequest, resp: BoltResponse) -> BoltResponse:  # noqa: ARG002  The name and shape are Bolt's.
        """Bolt's own would log the whole payload."""
        return self._apology(req.body, None)

    def _apology(self, body: object, error: Exception | None) -> BoltResponse:
        sentence = str(error) if isinstance(error, DeskError) else refusal.apology(self._noted(error))
        failed = Failed(sentence=f"{sentence} {refusal.command_center(self._telephone())}")
        try:
            words = self._fitting(body, failed) if isinstance(body, dict) else {}
        except (AttributeError, KeyError, TypeError):  # Nothing in this payload is where it should be.
            words = {}
        return BoltResponse(status=HTTPStatus.OK, body=words or "")

    def _fitting(self, payload: dict[str, Any], failed: Failed) -> dict[str, Any]:
        """In the shape that this kind of payload can show. An event shows none."""
        match payload:
            case {"command": _}:
                return message_body(refusal.message(failed.sentence))
            case {"type": "view_submission", "view": view}:
                return form_body(failed, view)
            case {"type": "block_suggestion"}:
                return {"options": []}
            case {"type": "block_actions" | "shortcut"}:
                self._replies.answer(payload, failed)
        return {}

    def _noted(self, error: Exception | None) -> str:
        """Logs what happened under a short reference, and gives the reference back."""
        reference = self._new_id()[-8:]
        if error is None:
            log.error("request_unhandled", reference=reference)
        else:
            log.error("request_failed", reference=reference, error=type(error).__name__, at=where(error))
        return reference


def _command(req: BoltRequest) -> str | None:
    """Which of ours was typed; another word is another, however many somebody invents."""
    body = req.body if isinstance(req.body, dict) else {}
    if "command" not in body:
        return None
    return next((each.command for each in COMMANDS if each.command == body["command"]), "other")


def _kind(req: BoltRequest) -> str:
    """What came in, for the metrics: the word is one of a few, whatever a payload says."""
    body = req.body if isinstance(req.body, dict) else {}
    return "command" if "command" in body else _KINDS.get(str(body.get("type")), "other")
