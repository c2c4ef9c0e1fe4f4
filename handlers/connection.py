"""Joining Slack and staying joined: who we are there, whether it answers us, and a socket that hears.

Slack may be away when the desk starts, and it comes and goes. A token that is wrong at the start is something
else and ends the program with a sentence; one that is refused later is an outage, and what waits is kept.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.lasting import Lasting
from handlers.fatal import Fatal, refused_token
from handlers.socket_mode import PING_SECONDS, Socket

log = structlog.get_logger(__name__)

BACK_OFF_SECONDS = (0.5, 1.0, 2.0, 5.0, 10.0)
AWAY = "Slack does not answer; trying again"
NO_SOCKET = "Slack opens no socket; trying again"
LOST = "the socket to Slack was lost; joining again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ourselves:
    """Who the bot is in its workspace."""

    team_id: str
    user_id: str
    bot_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How often the connection is looked at, in real seconds."""

    ping: float = PING_SECONDS
    """A socket that was silent for so long is pinged."""
    ask: float = 30.0
    """Slack is asked whether it still knows us."""


def ask_who_we_are(client: WebClient) -> Ourselves | None:
    """None: Slack cannot be reached now. Raises Fatal when the token is wrong."""
    try:
        told = client.auth_test()
    except SlackApiError as error:
        if fatal := refused_token(error, "SLACK_BOT_TOKEN", "Copy it anew from OAuth & Permissions."):
            raise fatal from None
        return None
    except (OSError, HTTPException):
        return None
    return Ourselves(team_id=told["team_id"], user_id=told["user_id"], bot_id=told["bot_id"])


class Connection:
    """Keeps the desk joined from `start` to `stop`, in a thread of its own."""

    def __init__(
        self,
        *,
        who: Callable[[], Ourselves | None],
        on_known: Callable[[Ourselves], None],
        on_joined: Callable[[], None],
        socket: Socket | None,
        ask_every: float,
    ) -> None:
        """`who` asks Slack; without a socket, Slack comes to us by HTTP."""
        self._who = who
        self._on_known = on_known
        self._on_joined = on_joined
        self._socket = socket
        self._ask_every = ask_every
        self._stopping = False
        self._woken = threading.Event()
        self._has_joined = threading.Event()
        self._thread = threading.Thread(target=self._keep_joined, name="connection", daemon=True)
        self._lasting = Lasting()
        self._asked_at = float("-inf")
        self._ourselves: Ourselves | None = None
        self._found: str | None = AWAY
        """What the last look found in the way."""
        self.fatal: str | None = None
        """Why the program has to end: Slack refused a token from the start, or the workspace is another."""

    def start(self) -> None:
        self._thread.start()

    @property
    def trouble(self) -> str | None:
        """What keeps the desk from being joined, as a sentence; None: nothing."""
        return self._found or (None if self._hears else LOST)

    @property
    def joined(self) -> bool:
        return self.trouble is None

    @property
    def socket_age(self) -> float | None:
        """Seconds since the socket that hears was greeted; None without one."""
        return self._socket.age if self._socket else None

    def wait_until_joined(self, seconds: float) -> bool:
        """False when Slack was not joined within that time of the start."""
        return self._has_joined.wait(seconds)

    def stop(self) -> None:
        """Hears nothing new from here on; what is being answered ends first."""
        self._stopping = True
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(timeout=1.0)
        if self._socket:
            self._socket.leave()

    @property
    def _hears(self) -> bool:
        return self._socket is None or self._socket.hears

    def _keep_joined(self) -> None:
        failures = 0
        while not self._stopping:
            self._woken.clear()
            before, self._found = self._found, self._looked()
            if self.fatal:
                return
            if self._found is None and before is not None:
                self._has_joined.set()
                self._on_joined()
            self._tell_operator()
            failures = 0 if self._found is None else failures + 1
            self._woken.wait(self._pause(failures))

    def _tell_operator(self) -> None:
        if not self._lasting.is_news(self._found):
            return
        if self._found is None:
            log.info("joined Slack")
        else:
            log.warning("not joined", why=self._found)

    def _pause(self, failures: int) -> float:
        return BACK_OFF_SECONDS[min(failures, len(BACK_OFF_SECONDS)) - 1] if failures else self._ask_every

    def _looked(self) -> str | None:
        """Joins what is not joined; answers what is in the way."""
        try:
            return self._asked() or self._connected()
        except Fatal as fatal:
            if not self._has_joined.is_set():
                self.fatal = str(fatal)
            return str(fatal)
        except Exception:
            log.exception("joining Slack failed")
            return AWAY

    def _asked(self) -> str | None:
        """Asks Slack who we are, when that was long ago or Slack did not know. Raises Fatal."""
        if time.monotonic() - self._asked_at < self._ask_every and self._found in (None, NO_SOCKET):
            return None
        if (ourselves := self._who()) is None:
            return AWAY
        self._asked_at = time.monotonic()
        if self._ourselves is None:
            self._on_known(ourselves)
            self._ourselves = ourselves
        return None

    def _connected(self) -> str | None:
        """Raises Fatal."""
        if self._socket is None or self._socket.hears or self._socket.join(lost=self._woken.set):
            return None
        return NO_SOCKET
