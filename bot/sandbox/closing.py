"""A WebSocket protocol that wakes websocket-client at its end, so that a bot stops at once."""

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame

_PING = b"\x89\x00"
_PINGS = 300


class WakingProtocol(WebSocketsSansIOProtocol):
    """websocket-client closes in one thread while another waits for the socket to be readable.

    When the answer to its close frame is read by the first before the second wakes, the second sleeps on for
    ten seconds, and Bolt's `close` with it. Pings before the answer keep the socket readable long enough.
    """

    def handle_close(self, event: Frame) -> None:
        if not self.transport.is_closing():
            self.transport.write(_PING * _PINGS)
        super().handle_close(event)
