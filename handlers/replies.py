"""The reply lane: answers to clicks, shortcuts and events, which Slack does not take from an acknowledgement.

A reply is allowed to fail: it is tried once within two seconds; whatever must last is in the outbox as well.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from handlers.answers import NOTHING, Answer, Body, Failed, Replace, fits, message_body, message_of
from handlers.asking import Payload, is_in_modal
from handlers.views import refusal
from handlers.views.blocks import Message, View

log = structlog.get_logger(__name__)

THREADS = 8
WAITING = 256
TIMEOUT_SECONDS = 2


class Replies:
    def __init__(self, client: WebClient) -> None:
        """`client` gives up after two seconds and does not try again."""
        self._client = client
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="reply")
        self._room = BoundedSemaphore(WAITING)

    def in_acknowledgement(self, payload: Payload, outcome: Answer | Failed) -> Body:
        """The answer to a command; one too large for every client takes the reply lane instead."""
        message = message_of(outcome)
        if message is None:
            return NOTHING
        if not fits(body := message_body(message)):
            self.respond(payload["response_url"], message)
            return NOTHING
        return body

    def answer(self, payload: Payload, outcome: Answer | Failed) -> None:
        """The answer to a click or shortcut: beside its message, or in a modal where there is none."""
        message, replace = message_of(outcome), isinstance(outcome, Replace)
        if message is None:
            return
        if url := payload.get("response_url"):
            self.respond(url, message, replace=replace)
        elif is_in_modal(payload) and replace:
            self.update(payload["view"]["id"], refusal.as_modal(message))
        elif is_in_modal(payload):
            self.push(payload["trigger_id"], refusal.as_modal(message))
        elif trigger := payload.get("trigger_id"):
            self.open(trigger, refusal.as_modal(message))

    def respond(self, response_url: str, message: Message, *, replace: bool = False) -> None:
        """To the one who clicked or typed; `replace` puts it in the place of the message that was clicked."""
        body = message_body(message) | {"replace_original": replace}
        self._soon("respond", lambda: _post(response_url, body))

    def open(self, trigger_id: str, view: View) -> None:
        """A modal for an answer that has no message to stand in."""
        self._soon("open", lambda: self._client.views_open(trigger_id=trigger_id, view=view))

    def push(self, trigger_id: str, view: View) -> None:
        self._soon("push", lambda: self._client.views_push(trigger_id=trigger_id, view=view))

    def update(self, view_id: str, view: View) -> None:
        """Another page of a list that stands in a modal."""
        self._soon("update", lambda: self._client.views_update(view_id=view_id, view=view))

    def say(self, channel: str, message: Message) -> None:
        """A short answer in the direct messages of somebody who wrote to the bot."""
        self._soon(
            "say",
            lambda: self._client.chat_postMessage(
                channel=channel,
                text=message.text,
                blocks=list(message.blocks),
                unfurl_links=False,
                unfurl_media=False,
            ),
        )

    def close(self) -> None:
        """Drops what waits; what is on its way has its two seconds."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _soon(self, what: str, send: Callable[[], object]) -> None:
        """Never blocks and never raises: with the lane full, or closed, the reply is dropped."""
        if not self._room.acquire(blocking=False):
            log.warning("reply_dropped", what=what)
            return
        try:
            self._pool.submit(self._send, what, send)
        except RuntimeError:
            self._room.release()
            log.warning("reply_after_close", what=what)

    def _send(self, what: str, send: Callable[[], object]) -> None:
        try:
            send()
        except SlackApiError as refused:
            log.warning("reply_refused", what=what, error=str(refused.response.get("error", "")))
        except Exception as error:  # noqa: BLE001  A thread of the pool is the end of the line; a reply may fail.
            log.warning("reply_failed", what=what, error=type(error).__name__)
        finally:
            self._room.release()


def _post(response_url: str, body: dict[str, object]) -> None:
    webhook = WebhookClient(response_url, timeout=TIMEOUT_SECONDS, retry_handlers=[])
    status = webhook.send_dict(body).status_code
    if status != 200:  # noqa: PLR2004  The one HTTP status that means yes; the client raises on none.
        log.warning("reply_refused", what="respond", status=status)
