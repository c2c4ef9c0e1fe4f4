"""The TCP connections under the server, for faults that no HTTP server would commit by itself."""

import asyncio
import socket
import struct
import weakref
from typing import cast

from starlette.requests import HTTPConnection
from uvicorn.protocols.http.h11_impl import H11Protocol

_LINGER_AND_RESET = struct.pack("ii", 1, 0)


class Wire:
    """One TCP connection."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport

    def reset(self) -> None:
        """End it at once with a TCP reset; what was not yet sent is lost."""
        if not self._transport.is_closing():
            raw = cast("socket.socket", self._transport.get_extra_info("socket"))
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_AND_RESET)
        self._transport.abort()

    def freeze(self) -> None:
        """Read nothing more from it; it stays open."""
        if not self._transport.is_closing():
            self._transport.pause_reading()


class Wires:
    """Finds the connection that a request came by, through the address of its client."""

    def __init__(self) -> None:
        self._transports: weakref.WeakValueDictionary[tuple[str, int], asyncio.Transport] = (
            weakref.WeakValueDictionary()
        )

    def of(self, connection: HTTPConnection) -> Wire:
        assert connection.client is not None
        return Wire(self._transports[connection.client.host, connection.client.port])

    def cut_all(self) -> None:
        for transport in list(self._transports.values()):
            transport.abort()

    def protocol(self) -> type[H11Protocol]:
        """uvicorn's protocol, with each new connection noted here."""
        transports = self._transports

        class NotingProtocol(H11Protocol):
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)
                assert self.client is not None
                transports[self.client] = transport

        return NotingProtocol
