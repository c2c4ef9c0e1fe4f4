"""One WebSocket of Socket Mode: it hears what Slack sends, and knows when nothing is to be heard any more.

slack_sdk's own clients stay deaf on a connection that Slack has forgotten, and when Slack asks them to move
they leave the old connection before the new one hears.
"""

import json
import struct
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import structlog
from websocket import ABNF, STATUS_NORMAL, WebSocketException, WebSocketTimeoutException, create_connection

log = structlog.get_logger(__name__)

HANDSHAKE_SECONDS = 5.0
UNANSWERED = 3
"""A connection that was silent for so many pings is dead."""

GOODBYE = struct.pack("!H", STATUS_NORMAL)

BROKEN = (OSError, WebSocketException)
"""What a WebSocket raises when it cannot be opened or used."""


class Line:
    """It hears from its making on, in a thread of its own, until one of both sides ends it."""

    def __init__(
        self,
        url: str,
        *,
        take: Callable[["Line", dict[str, Any]], None],
        lost: Callable[[], None],
        ping_seconds: float,
    ) -> None:
        """`take` gets each envelope; `lost` is called when this line no longer does. Raises as BROKEN."""
        self._take = take
        self._lost = lost
        self._ping_seconds = ping_seconds
        self._greeted = self._moved = self._retired = self._closing = self.ended = False
        self._settled = threading.Event()
        self._wire = create_connection(url, timeout=HANDSHAKE_SECONDS, enable_multithread=True)
        self._wire.settimeout(ping_seconds)
        self._opened_at = self._heard_at = time.monotonic()
        self._thread = threading.Thread(target=self._read, name="socket", daemon=True)
        self._thread.start()

    @property
    def hears(self) -> bool:
        """Whether Slack has greeted it and has not asked it to leave."""
        return self._greeted and not self._moved and not self.ended

    @property
    def age(self) -> float:
        """Seconds since it was opened."""
        return time.monotonic() - self._opened_at

    def greeted_within(self, seconds: float) -> bool:
        self._settled.wait(seconds)
        return self.hears

    def send(self, text: str) -> None:
        """Raises as BROKEN."""
        self._wire.send(text)

    def retire(self) -> None:
        """Another line has taken over: this one hears what is on its way, and ends in the next silence."""
        self._retired = True

    def close(self) -> None:
        self._closing = True
        with suppress(*BROKEN):
            self._wire.send(GOODBYE, ABNF.OPCODE_CLOSE)
        # The reader sleeps until something comes; this wakes it, and what was sent still arrives.
        self._wire.abort()  # type: ignore[no-untyped-call]  # The library types only some of its methods.
        self._thread.join(timeout=1.0)

    def _read(self) -> None:
        try:
            while self._goes_on():
                pass
        except BROKEN as error:
            if not self._closing:
                log.info("a socket broke", why=type(error).__name__)
        finally:
            self.ended = True
            self._settled.set()
            self._wire.shutdown()  # type: ignore[no-untyped-call]  # As in `close`.
            self._lost()

    def _goes_on(self) -> bool:
        """Hears one frame, or the silence of one ping. False: this was the end."""
        try:
            kind, frame = self._wire.recv_data_frame(control_frame=True)
        except WebSocketTimeoutException:
            return self._stands_the_silence()
        self._heard_at = time.monotonic()
        if kind == ABNF.OPCODE_TEXT:
            self._understand(frame.data)
        return bool(kind != ABNF.OPCODE_CLOSE)

    def _stands_the_silence(self) -> bool:
        if self._retired:
            return False
        if time.monotonic() - self._heard_at >= UNANSWERED * self._ping_seconds:
            log.warning("a socket has gone deaf")
            return False
        self._wire.ping()
        return True

    def _understand(self, frame: bytes) -> None:
        try:
            words = json.loads(frame)
        except ValueError:
            words = None
        match words:
            case {"type": "hello"}:
                self._greeted = True
                self._settled.set()
            case {"type": "disconnect"}:
                self._moved = True
                self._settled.set()
                self._lost()
            case {"envelope_id": str()}:
                self._take(self, words)
            case _:
                log.warning("a socket heard nonsense")
