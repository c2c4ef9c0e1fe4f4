"""Socket Mode: Slack's envelopes come by a line, are answered in a pool of threads, and acknowledged."""

import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPException
from typing import Any

import structlog
from slack_bolt import BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from handlers.desk_app import DeskApp
from handlers.fatal import refused_token
from handlers.line import BROKEN, Line
from handlers.outcomes import retry_after

log = structlog.get_logger(__name__)

CONCURRENCY = 50
"""With ten, one slow `views.open` makes the acknowledgements behind it miss their three seconds."""
PING_SECONDS = 3.0
ADVICE = "Make a new one with connections:write."


class Socket:
    """The line that hears now, and those that end."""

    def __init__(
        self, app: DeskApp, app_token: str, client: WebClient, *, ping_seconds: float = PING_SECONDS
    ) -> None:
        self._app = app
        self._app_token = app_token
        self._client = client
        self._ping_seconds = ping_seconds
        self._pool = ThreadPoolExecutor(CONCURRENCY, thread_name_prefix="answer")
        self._line: Line | None = None
        self._lines: list[Line] = []
        self._asked_to_wait_until = 0.0
        self._leaving = False

    def join(self, *, lost: Callable[[], None], patience: float = 10.0) -> bool:
        """Opens a line; the one before hears until the new one does. Raises Fatal for a wrong token.

        `lost` is called when the line is lost, or Slack asks it to move.
        """
        if (url := self._address()) is None:
            return False
        try:
            line = Line(url, take=self._take, lost=lost, ping_seconds=self._ping_seconds)
        except BROKEN:
            return False
        if not line.greeted_within(patience) or self._leaving:
            line.close()
            return False
        log.info("a socket hears")
        self._use(line)
        return True

    @property
    def hears(self) -> bool:
        return self._line is not None and self._line.hears

    @property
    def age(self) -> float | None:
        """Seconds since the line that hears was greeted; None: none hears."""
        return self._line.age if self._line is not None and self._line.hears else None

    def leave(self) -> None:
        """Takes in nothing more, lets what is being answered be acknowledged, and closes."""
        self._leaving = True
        self._pool.shutdown(wait=True)
        for line in self._lines:
            line.close()

    def _address(self) -> str | None:
        """Where a line may be opened, once. Raises Fatal."""
        if time.monotonic() < self._asked_to_wait_until:
            return None
        try:
            told = self._client.apps_connections_open(app_token=self._app_token)
        except SlackApiError as error:
            if fatal := refused_token(error, "SLACK_APP_TOKEN", ADVICE):
                raise fatal from None
            if error.response["error"] == "ratelimited":
                self._asked_to_wait_until = time.monotonic() + retry_after(error)
            return None
        except (OSError, HTTPException):
            return None
        return str(told["url"])

    def _use(self, line: Line) -> None:
        for before in self._lines:
            before.retire()
        self._lines = [*(before for before in self._lines if not before.ended), line]
        self._line = line

    def _take(self, line: Line, envelope: dict[str, Any]) -> None:
        with suppress(RuntimeError):  # The pool takes nothing more: the desk is leaving.
            self._pool.submit(self._answer, line, envelope)

    def _answer(self, line: Line, envelope: dict[str, Any]) -> None:
        response = self._app.take(envelope.get("payload"), mode="socket_mode")
        text = json.dumps({"envelope_id": envelope["envelope_id"]} | _payload(response))
        # A line that broke meanwhile has a successor, and Slack takes an acknowledgement by any.
        for way in filter(None, (line, self._line)):
            with suppress(*BROKEN):
                way.send(text)
                return
        log.warning("an acknowledgement found no way to Slack")


def _payload(response: BoltResponse) -> dict[str, Any]:
    """What travels in the acknowledgement, if anything."""
    if not response.body:
        return {}
    if response.first_headers().get("content-type", "").startswith("application/json"):
        return {"payload": json.loads(response.body)}
    return {"payload": {"text": response.body}}
