"""A Bolt app that answers 200 whatever happens inside it.

Under Socket Mode any other status is silence: no acknowledgement leaves, and Slack shows an error of its own.
"""

import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import structlog
from slack_bolt import App, BoltRequest, BoltResponse

from handlers.answers import Failed, form_body, message_body
from handlers.faults import where
from handlers.views import refusal

log = structlog.get_logger(__name__)

TIMESTAMP = "x-slack-request-timestamp"
_KINDS = {
    "block_actions": "click",
    "view_submission": "form",
    "block_suggestion": "search",
    "shortcut": "shortcut",
    "event_callback": "event",
}


def _nobody(_kind: str, _seconds: float) -> None:
    """Nobody measures."""


class DeskApp(App):
    """Wraps middleware, authorisation, parsing and matching too, which no listener can."""

    def __init__(
        self, *, new_id: Callable[[], str], answered: Callable[[str, float], None] = _nobody, **options: Any
    ) -> None:
        """`answered` hears of each payload's kind and seconds; `options` are Bolt's own.

        Acknowledgements leave with the listener's return.
        """
        super().__init__(process_before_response=True, **options)
        self._new_id = new_id
        self._answered = answered
        self.error(self._on_error)

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        if _is_nonsense(req):
            return BoltResponse(status=HTTPStatus.UNAUTHORIZED, body="")
        began = time.perf_counter()
        try:
            return self._dispatched(req)
        finally:
            self._answered(_kind(req), time.perf_counter() - began)

    def _dispatched(self, req: BoltRequest) -> BoltResponse:
        try:
            response = super().dispatch(req)
        except Exception as error:  # noqa: BLE001  Any error that leaves here is silence for the person.
            return self._apology(req, self._noted(error))
        if response.status in (HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.NOT_FOUND):
            return self._apology(req, self._noted(None))
        return response

    def _on_error(self, error: Exception, body: dict[str, Any]) -> BoltResponse:
        """Bolt's own log line would hold the error's message, and that may hold what a person typed."""
        return BoltResponse(status=HTTPStatus.OK, body=fitting_body(body, self._noted(error)) or "")

    def _handle_unmatched_requests(self, req: BoltRequest, resp: BoltResponse) -> BoltResponse:  # noqa: ARG002  The name and shape are Bolt's.
        """Bolt's own would log the whole payload."""
        return self._apology(req, self._noted(None))

    def _apology(self, req: BoltRequest, reference: str) -> BoltResponse:
        body = req.body if isinstance(req.body, dict) else {}
        return BoltResponse(status=HTTPStatus.OK, body=fitting_body(body, reference) or "")

    def _noted(self, error: Exception | None) -> str:
        """Logs what happened under a short reference, and gives the reference back."""
        reference = self._new_id()[-8:]
        if error is None:
            log.error("request_unhandled", reference=reference)
        else:
            log.error("request_failed", reference=reference, error=type(error).__name__, at=where(error))
        return reference


def fitting_body(payload: dict[str, Any], reference: str) -> dict[str, Any]:
    """The apology in the shape that this kind of payload can show; nothing for those that show none."""
    sentence = refusal.apology(reference)
    if "command" in payload:
        return message_body(refusal.message(sentence))
    if payload.get("type") == "view_submission":
        return form_body(Failed(sentence=sentence), payload.get("view") or {})
    if payload.get("type") == "block_suggestion":
        return {"options": []}
    return {}


def _kind(req: BoltRequest) -> str:
    """What came in, for the metrics: the word is one of a few, whatever a payload says."""
    body = req.body if isinstance(req.body, dict) else {}
    return "command" if "command" in body else _KINDS.get(str(body.get("type")), "other")


def _is_nonsense(req: BoltRequest) -> bool:
    """A timestamp that is no number would be an error in the check of the signature, not a refusal."""
    if req.mode == "socket_mode":
        return False
    stamp = (req.headers.get(TIMESTAMP) or ["0"])[0]
    return not stamp.isdigit()
