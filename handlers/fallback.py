"""Pages beyond Slack: hands a short text to the operator's gateway for e-mail, texts, telephone or chat."""

import logging
import warnings
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import cache
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from types import ModuleType
from urllib.parse import quote

from bot.desk.ports import OutcomeUnknown, Undeliverable, Unreachable
from handlers.fallback_outcomes import Ear, meaning
from storage.records.reach import Way

DEADLINE = timedelta(seconds=10)
STUCK_AT_MOST = 8
"""Attempts at one way that no gateway has answered yet; while there are so many, no further one begins."""

_EAR = Ear()


class GatewayPager:
    """The Pager over Apprise, which speaks to some 190 kinds of gateway.

    `gateways` has an Apprise address for each way, in which `{to}` stands for the person's own address.
    Each attempt has a thread of its own. One that the gateway never answers is left behind, and ends by
    Apprise's own time-outs; a gateway that drips can hold it for hours, and `STUCK_AT_MOST` bounds that.
    """

    def __init__(
        self, gateways: Mapping[Way, str], *, deadline: Callable[[], timedelta] = lambda: DEADLINE
    ) -> None:
        """`deadline` is how long one attempt may take; a new policy may change it at any time."""
        self._gateways = dict(gateways)
        self._deadline = deadline
        self._left_behind: dict[Way, list[Thread]] = {way: [] for way in gateways}
        self._lock = Lock()

    @property
    def ways(self) -> frozenset[Way]:
        """Those for which the operator has named a gateway."""
        return frozenset(self._gateways)

    def send(self, way: Way, address: str, *, title: str, body: str) -> None:
        """Hands over one plain text; the first one also waits for Apprise to be loaded, about 0.3 s.

        Raises Unreachable, OutcomeUnknown or Undeliverable, whose words name neither address nor gateway.
        """
        if way not in self._gateways:
            raise Undeliverable(f"no gateway is set for {way.value}")
        if self._stuck(way) >= STUCK_AT_MOST:
            raise Unreachable(f"the gateway left {STUCK_AT_MOST} attempts without an answer")
        _apprise()  # Its loading is not the gateway's fault, and stays outside the deadline.
        url = self._gateways[way].replace("{to}", quote(address, safe=""))
        seconds = self._deadline().total_seconds()
        failures: SimpleQueue[Exception | None] = SimpleQueue()
        attempt = Thread(
            target=lambda: failures.put(_attempt(url, title, body, seconds)),
            name="pager",
            daemon=True,
        )
        attempt.start()
        try:
            failure = failures.get(timeout=seconds)
        except Empty:
            self._leave_behind(way, attempt)
            raise OutcomeUnknown("the gateway did not answer in time") from None
        if failure is not None:
            raise failure

    def _stuck(self, way: Way) -> int:
        with self._lock:
            alive = [thread for thread in self._left_behind[way] if thread.is_alive()]
            self._left_behind[way] = alive
            return len(alive)

    def _leave_behind(self, way: Way, attempt: Thread) -> None:
        with self._lock:
            self._left_behind[way].append(attempt)


@cache
def _apprise() -> ModuleType:
    """Apprise with all its gateways, and its log for our ear alone: it writes addresses and secrets."""
    import apprise  # noqa: PLC0415  # It costs start time and 17 MB, and a desk may never page by it.

    log = logging.getLogger(apprise.LOGGER_NAME)
    log.propagate = False
    log.setLevel(logging.DEBUG)  # A mail server's refusal is told at this level only.
    log.addHandler(_EAR)
    with warnings.catch_warnings():
        # It asks for imghdr on behalf of a library for PGP that is not installed here.
        warnings.filterwarnings("ignore", "'imghdr' is deprecated", DeprecationWarning)
        apprise.Apprise.instantiate("json://localhost")  # Any address makes it load every gateway.
    return apprise


def _attempt(url: str, title: str, body: str, deadline_seconds: float) -> Exception | None:
    """One attempt in the current thread; answers what is to be raised, or None when it was handed over."""
    try:
        if _handed_over(url, title, body, deadline_seconds):
            return None
    except Undeliverable as unusable:
        return unusable
    except Exception as broken:  # noqa: BLE001  # Any of 190 gateways may raise anything, and the page must go on.
        return OutcomeUnknown(type(broken).__name__)
    return meaning(_EAR.why)


def _handed_over(url: str, title: str, body: str, deadline_seconds: float) -> bool:
    apprise = _apprise()
    # Without a time-out of its own, Apprise stays in this thread; its pool would hold up the stop.
    asset = apprise.AppriseAsset(
        app_id="Liaison desk",
        service_timeout=0,
        storage_mode=apprise.PersistentStoreMode.MEMORY,
        allow_templates=False,
        interpret_emojis=False,
        http_redirects=False,
        pgp_autogen=False,
        pem_autogen=False,
        language="en",
    )
    gateway = apprise.Apprise.instantiate(url, asset=asset)
    if gateway is None:
        raise Undeliverable("the gateway's setting, or the address in it, cannot be read")
    gateway.socket_connect_timeout = min(gateway.socket_connect_timeout, deadline_seconds)
    gateway.socket_read_timeout = min(gateway.socket_read_timeout, deadline_seconds)
    desk = apprise.Apprise(gateway, asset=asset)
    return bool(desk.notify(title=title, body=body, body_format=apprise.NotifyFormat.TEXT))
