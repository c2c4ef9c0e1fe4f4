"""Socket Mode: Slack's envelopes come by a line, are answered in a pool of threads, and acknowledged."""

import json
from concurrent.futures import ThreadPoolExecutor
from collections.abc import Callable
from http.client import HTTPException
from typing import Any

import structlog
from slack_bolt import BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from handlers.desk_app import DeskApp
from handlers.fatal import refused_token
from handlers.line import BROKEN, Line

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
        self._leaving = False

    def join(self, *, lost: Callable[[], None], patience: float = 10.0) -> bool:
        """Opens a line; the one before hears until the new one does. Raises Fatal for a wrong token.

        `lost` is called when the line is lost, or Slack asks it to move.
        """
        try:
            told = self._client.apps_connections_open(app_token=self._app_token)
            line = Line(told["url"], take=self._take, lost=lost, ping_seconds=self._ping_seconds)
        except SlackApiError as error:
            if fatal := refused_token(error, "SLACK_APP_TOKEN", ADVICE):
                raise fatal from None
            return False
        except (*BROKEN, HTTPException):
            return False
        if not line.greeted_within(patience):
            line.close()
            return False
        self._use(line)
        return True

    @property
    def hears(self) -> bool:
        return self._line is not None and self._line.hears

    def leave(self) -> None:
        """Takes in nothing more, lets what is being answered be acknowledged, and closes."""
        self._leaving = True
        self._pool.shutdown(wait=True)
        for line in self._lines:
            line.close()

    def _use(self, line: Line) -> None:
        for before in self._lines:
            before.retire()
        self._lines = [*(before for before in self._lines if not before.ended), line]
        self._line = line

    def _take(self, line: Line, envelope: dict[str, Any]) -> None:
        if not self._leaving:
            self._pool.submit(self._answer, line, envelope)

    def _answer(self, line: Line, envelope: dict[str, Any]) -> None:
        response = self._app.take(
            envelope.get("payload"), headers=_retry_headers(envelope), mode="socket_mode"
        )
        text = json.dumps({"envelope_id": envelope["envelope_id"]} | _payload(response))
        # A line that broke meanwhile has a successor, and Slack takes an acknowledgement by any.
        for way in (line, self._line):
            try:
                way.send(text)
            except BROKEN:
                continue
            return
        log.warning("an acknowledgement found no way to Slack")


def _retry_headers(envelope: dict[str, Any]) -> dict[str, str]:
    named = {"x-slack-retry-num": "retry_attempt", "x-slack-retry-reason": "retry_reason"}
    return {header: str(envelope[name]) for header, name in named.items() if envelope.get(name)}


def _payload(response: BoltResponse) -> dict[str, Any]:
    """What travels in the acknowledgement, if anything."""
    if not response.body:
        return {}
    if response.first_headers().get("content-type", "").startswith("application/json"):
        return {"payload": json.loads(response.body)}
    return {"payload": {"text": response.body}}
