"""What Slack's silence, refusals and nonsense mean for a message: wait, look, give up, or try again."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from urllib.error import URLError

from slack_sdk.errors import SlackApiError, SlackClientError

from bot.desk.ports import Limited, OutcomeUnknown, Undeliverable, Unreachable
from handlers.fatal import WRONG_TOKEN

SLACKS_OWN_TROUBLE = frozenset(
    {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"}
)
TOO_MANY_REQUESTS = 429
SERVER_ERROR = 500
UNSAID_SECONDS = 1.0


@contextmanager
def translated() -> Iterator[None]:
    """Turns what slack_sdk raises into the four outcomes that a delivery knows."""
    try:
        yield
    except SlackApiError as error:
        raise _meaning(error) from None
    except URLError as error:
        raise _meaning_of_silence(error.reason) from None
    except (OSError, HTTPException, SlackClientError) as error:
        raise _meaning_of_silence(error) from None


def retry_after(error: SlackApiError) -> float:
    """The seconds that Slack asked to wait; one when it said nothing that can be understood."""
    try:
        return float(int(error.response.headers["Retry-After"]))
    except (KeyError, TypeError, ValueError):
        return UNSAID_SECONDS


def _meaning(error: SlackApiError) -> Exception:
    response = error.response
    status = getattr(response, "status_code", 200)
    word = str(response.get("error", "")) if hasattr(response, "get") else ""
    if status == TOO_MANY_REQUESTS or word == "ratelimited":
        return Limited(retry_after(error))
    if word in WRONG_TOKEN:
        return Unreachable(f"Slack refuses the token: {word}")
    if status >= SERVER_ERROR or word in SLACKS_OWN_TROUBLE or not word.replace("_", "").isalnum():
        # A word that is a whole sentence is slack_sdk's own, about an answer that was not JSON.
        return OutcomeUnknown(f"Slack answered {status}")
    return Undeliverable(word)


def _meaning_of_silence(reason: object) -> Exception:
    if isinstance(reason, ConnectionRefusedError | socket.gaierror):
        return Unreachable(type(reason).__name__)
    return OutcomeUnknown(type(reason).__name__)
