"""Opens modals while the trigger of a click or command still lives, which is three seconds."""

from http.client import HTTPException

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.rules.errors import DeskError
from handlers.asking import Clicked
from handlers.views.blocks import View

log = structlog.get_logger(__name__)

HASH_CONFLICT = "hash_conflict"


class FormDidNotOpen(DeskError):
    """Slack took too long, or the trigger was used up."""

    def __init__(self) -> None:
        super().__init__("Slack did not open the form in time, and nothing was saved. Please try again.")


class Modals:
    def __init__(self, client: WebClient) -> None:
        """`client` gives up after two seconds and does not try again: a listener waits for it."""
        self._client = client

    def open(self, trigger_id: str, view: View) -> None:
        """Raises `FormDidNotOpen`."""
        try:
            self._client.views_open(trigger_id=trigger_id, view=view)
        except (SlackClientError, OSError, HTTPException) as error:
            raise _not_opened(view, error) from error

    def push(self, trigger_id: str, view: View) -> None:
        """On top of the modal in which the click was. Raises `FormDidNotOpen`."""
        try:
            self._client.views_push(trigger_id=trigger_id, view=view)
        except (SlackClientError, OSError, HTTPException) as error:
            raise _not_opened(view, error) from error

    def update(self, view_id: str, view: View, *, seen: str | None = None) -> bool:
        """Draws a modal that is open anew. Raises `FormDidNotOpen`.

        `seen` is the hash of the version that its person saw. False: another one stands there by now, such as
        the answer to a form that was sent meanwhile, and it stays.
        """
        try:
            self._client.views_update(view_id=view_id, hash=seen, view=view)
        except (SlackClientError, OSError, HTTPException) as error:
            if isinstance(error, SlackApiError) and error.response["error"] == HASH_CONFLICT:
                return False
            raise _not_opened(view, error) from error
        return True

    def answer(self, clicked: Clicked, view: View) -> None:
        """Wherever the button stands. Raises `FormDidNotOpen`."""
        if clicked.in_modal:
            self.push(clicked.trigger_id, view)
        else:
            self.open(clicked.trigger_id, view)


def _not_opened(view: View, error: Exception) -> FormDidNotOpen:
    """Logs the error's kind only: Slack's answer may repeat what stands in the view."""
    log.warning("modal_not_opened", callback_id=view.get("callback_id", ""), error=type(error).__name__)
    return FormDidNotOpen()
