"""The thread and event loop that serve the sandbox on loopback, started and stopped within milliseconds."""

import asyncio
import socket
import threading
from collections.abc import Callable
from contextlib import suppress

from starlette.applications import Starlette
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState
from websockets.exceptions import InvalidState

from bot.sandbox.closing import WakingProtocol
from bot.sandbox.wires import Wires

HOST = "127.0.0.1"
PING_SECONDS = 10.0
_START_SECONDS = 10.0
_GOODBYE_SECONDS = 0.1
_BACKLOG = 512


class HttpServer:
    """uvicorn's protocols without its server loop, which looks only every 0.1 s whether it shall stop.

    The port is bound at once, so a port in use is an OSError of the constructor.
    """

    def __init__(self, port: int, wires: Wires) -> None:
        self._socket = socket.create_server((HOST, port), backlog=_BACKLOG)
        self.port: int = self._socket.getsockname()[1]
        self._wires = wires
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping = asyncio.Event()

    def start(self, app: Starlette, on_loop: Callable[[asyncio.AbstractEventLoop], None]) -> None:
        """Serve `app` in a thread of its own; `on_loop` is told the loop before the first request."""
        ready = threading.Event()

        def run() -> None:
            asyncio.run(self._serve(app, on_loop, ready))

        self._thread = threading.Thread(target=run, name="sandbox", daemon=True)
        self._thread.start()
        if not ready.wait(_START_SECONDS):
            raise RuntimeError("The sandbox's server did not start.")

    def stop(self) -> None:
        if self._thread is None or self._loop is None:
            self._socket.close()
            return
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()
        self._thread = None

    async def _serve(
        self,
        app: Starlette,
        on_loop: Callable[[asyncio.AbstractEventLoop], None],
        ready: threading.Event,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        protocol = self._wires.protocol()
        config = _config(app, protocol)
        state = ServerState()
        server = await self._loop.create_server(
            lambda: protocol(config=config, server_state=state, app_state={}),
            sock=self._socket,
        )
        on_loop(self._loop)
        ready.set()
        await self._stopping.wait()
        server.close()
        for connection in list(state.connections):
            with suppress(InvalidState):  # The bot is closing it already.
                connection.shutdown()
        self._wires.cut_all()
        if state.tasks:
            await asyncio.wait(state.tasks, timeout=_GOODBYE_SECONDS)


def _config(app: Starlette, protocol: type[H11Protocol]) -> Config:
    config = Config(
        app,
        http=protocol,
        ws=WakingProtocol,
        ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=None,  # A bot that a fault keeps from answering must not be cut off for it.
        ws_per_message_deflate=False,
        ws_max_size=64 * 1024 * 1024,
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
    )
    config.load()
    return config
