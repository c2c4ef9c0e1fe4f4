"""Joining Slack and staying joined: who we are there, and a socket that hears.

Slack may be away when the desk starts, and it comes and goes; a wrong token is something else and ends the
program with a sentence. The client of slack_sdk reads and writes; this file decides when it joins again,
since its own way hammers an unreachable Slack twice a second and never notices a socket that has gone deaf.
"""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from socket import SHUT_RDWR

import structlog
from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

log = structlog.get_logger(__name__)

WRONG_TOKEN = frozenset(
    {
        "invalid_auth",
        "not_authed",
        "token_revoked",
        "token_expired",
        "account_inactive",
        "not_allowed_token_type",
    }
)
BACK_OFF_SECONDS = (0.5, 1.0, 2.0, 5.0, 10.0)
CONCURRENCY = (
    50  # With Bolt's ten, one slow `views.open` makes other acknowledgements miss their three seconds.
)


class Fatal(Exception):
    """Trying again would not help; the message says what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ourselves:
    """Who the bot is in its workspace."""

    team_id: str
    user_id: str
    bot_id: str


def ask_who_we_are(client: WebClient) -> Ourselves | None:
    """None: Slack cannot be reached now. Raises Fatal when the token is wrong."""
    try:
        told = client.auth_test()
    except SlackApiError as error:
        if error.response["error"] in WRONG_TOKEN:
            why = error.response["error"]
            raise Fatal(
                f"Slack refuses SLACK_BOT_TOKEN ({why}). Copy it anew from OAuth & Permissions."
            ) from None
        return None
    except (OSError, HTTPException):
        return None
    return Ourselves(team_id=told["team_id"], user_id=told["user_id"], bot_id=told["bot_id"])


class Socket:
    """One Socket Mode connection, and whether it hears."""

    def __init__(self, app: App, app_token: str, client: WebClient, *, ping_seconds: float = 5.0) -> None:
        self._ping_seconds = ping_seconds
        self._greeted = threading.Event()
        self._handler = SocketModeHandler(
            app, app_token, web_client=client, ping_interval=ping_seconds, concurrency=CONCURRENCY
        )
        self._client = self._handler.client
        self._client.default_auto_reconnect_enabled = self._client.auto_reconnect_enabled = False
        self._client.message_listeners.append(self._hear)

    def join(self, *, patience: float = 10.0) -> bool:
        """Opens a new connection, in place of any that was there. Raises Fatal when the token is wrong."""
        self._greeted.clear()
        try:
            self._client.connect_to_new_endpoint(force=True)
        except SlackApiError as error:
            if error.response["error"] in WRONG_TOKEN:
                why = error.response["error"]
                raise Fatal(
                    f"Slack refuses SLACK_APP_TOKEN ({why}). Make a new one with connections:write."
                ) from None
            return False
        except (OSError, HTTPException):
            return False
        return self._greeted.wait(patience)

    @property
    def hears(self) -> bool:
        """Whether Slack greeted this connection, it is open, and the last pings were answered."""
        session = self._client.current_session
        if not self._greeted.is_set() or session is None or session.sock is None:
            return False
        silent_for = time.time() - max(session.last_pong_tm, 0)  # noqa: TID251 — the websocket client's own clock
        return not session.last_pong_tm or silent_for < 3 * self._ping_seconds

    def leave(self) -> None:
        """Takes in nothing more, lets what is being answered be acknowledged, and closes."""
        self._client.closed = True
        self._client.message_workers.shutdown(wait=True)
        self._client.auto_reconnect_enabled = False
        session = self._client.current_session
        if session is not None and session.sock is not None and session.sock.sock is not None:
            # The reader sleeps in a select that a mere close does not end.
            with suppress(OSError):
                session.sock.sock.shutdown(SHUT_RDWR)
        self._client.disconnect()
        # The client's own `close` joins these, and its reader may sleep ten seconds more; all are daemons.
        for runner in (
            self._client.current_session_runner,
            self._client.current_app_monitor,
            self._client.message_processor,
        ):
            runner.event.set()

    def _hear(self, _client: object, message: dict[str, object], _raw: str | None = None) -> None:
        if message.get("type") == "hello":
            self._greeted.set()


class Connection:
    """Keeps the desk joined from `start` to `stop`, in a thread of its own."""

    def __init__(
        self,
        *,
        who: Callable[[], Ourselves | None],
        on_known: Callable[[Ourselves], None],
        on_joined: Callable[[], None],
        socket: Callable[[], Socket] | None,
        look_every: float = 1.0,
    ) -> None:
        self._who = who
        self._on_known = on_known
        self._on_joined = on_joined
        self._make_socket = socket
        self._socket: Socket | None = None
        self._look_every = look_every
        self._stopping = threading.Event()
        self._has_joined = threading.Event()
        self._thread = threading.Thread(target=self._keep_joined, name="connection", daemon=True)
        self.ourselves: Ourselves | None = None
        self.fatal: str | None = None
        """Why the program has to end, once Slack has refused a token."""

    def start(self) -> None:
        self._thread.start()

    @property
    def joined(self) -> bool:
        if self._make_socket is None:
            return self.ourselves is not None
        return self._socket is not None and self._socket.hears

    def wait_until_joined(self, seconds: float) -> bool:
        """False when Slack was not joined within that time of the start."""
        return self._has_joined.wait(seconds)

    def stop(self) -> None:
        """Hears nothing new from here on; what is being answered ends first."""
        self._stopping.set()
        self._thread.join(timeout=1.0)
        if self._socket:
            self._socket.leave()

    def _keep_joined(self) -> None:
        failures = 0
        while not self._stopping.wait(0 if failures == 0 and not self.joined else self._pause(failures)):
            try:
                failures = 0 if self.joined or self._join() else failures + 1
            except Fatal as fatal:
                self.fatal = str(fatal)
                return
            except Exception:
                log.exception("joining Slack failed")
                failures += 1

    def _pause(self, failures: int) -> float:
        return BACK_OFF_SECONDS[min(failures, len(BACK_OFF_SECONDS)) - 1] if failures else self._look_every

    def _join(self) -> bool:
        if self.ourselves is None:
            if (ourselves := self._who()) is None:
                log.warning("Slack does not answer; trying again")
                return False
            self._on_known(ourselves)
            self.ourselves = ourselves
        if self._make_socket is not None:
            if self._socket is None:
                self._socket = self._make_socket()
            if not self._socket.join():
                log.warning("no socket to Slack; trying again")
                return False
        log.info("joined Slack")
        self._has_joined.set()
        self._on_joined()
        return True
