"""Slack's side of Socket Mode: tickets, the live connections, delivery to one of them, breaking them."""

import asyncio
import itertools
from collections.abc import Callable, Coroutine

from starlette.websockets import WebSocket

from bot.sandbox.changes import Changed
from bot.sandbox.connection import DEBUG_INFO, Connection
from bot.sandbox.delivery import Delivery
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.ids import secret
from bot.sandbox.shapes import Json
from bot.sandbox.wires import Wire
from bot.sandbox.workspace import Workspace

CONNECTION_LIMIT = 10
WARNING_SECONDS = 1.0  # Slack gives about ten.


class Sockets:
    """Connections live on the sandbox's event loop; the public verbs may be called from any thread."""

    def __init__(self, workspace: Workspace, faults: Faults) -> None:
        self._workspace = workspace
        self._faults = faults
        self._tickets: set[str] = set()
        self._live: list[Connection] = []
        self._turn = itertools.count()
        self._tasks: set[asyncio.Task[None]] = set()
        self.base = ""
        self.loop: asyncio.AbstractEventLoop | None = None
        self.on_ack: Callable[[str, Json | None], None] = lambda _id, _body: None
        self.on_connected: Callable[[], None] = lambda: None
        self.on_lost: Callable[[], None] = lambda: None
        faults.watch(self._drop_when_down)

    @property
    def connected(self) -> int:
        """How many connections Slack believes in."""
        return len(self._live)

    def ticket(self) -> str:
        """Good for one connection."""
        ticket = secret()
        self._tickets.add(ticket)
        return ticket

    def drop(self) -> None:
        """Reset every TCP connection, without a closing frame."""
        self._to_each(self._drop)

    def half_open(self) -> None:
        """Slack forgets the connections; the bot is not told, and gets no answer any more."""
        self._to_each(self._forget)

    def mute(self) -> None:
        """Slack believes in the connections, but nothing comes through and no ping is answered."""
        self._to_each(Connection.silence)

    def refresh(self) -> None:
        """Ask the bot to connect anew, with a warning before it, as Slack does every hour or so."""

        self._faults.disturb()

        def ask_each() -> None:
            for connection in self._live:
                self._start(connection.refresh(warning_seconds=WARNING_SECONDS))

        self.soon(ask_each)

    def send(self, delivery: Delivery) -> bool:
        """Hand the envelope to any one connection; False when there is none."""
        if not self._live or self._faults.down:
            return False
        self.soon(lambda: self._start(self._deliver(delivery)))
        return True

    def use_loop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Told once, when the server runs."""
        self.loop = loop

    def soon(self, work: Callable[[], object]) -> None:
        """Do `work` on the event loop."""
        assert self.loop is not None, "The sandbox has not been started."
        self.loop.call_soon_threadsafe(work)

    async def serve(self, socket: WebSocket, wire: Wire) -> None:
        """From the handshake to the end of one connection."""
        ticket = socket.query_params.get("ticket", "")
        if ticket not in self._tickets:
            await socket.close()
            return
        self._tickets.discard(ticket)
        await socket.accept()
        connection = Connection(socket, wire)
        if self.connected >= CONNECTION_LIMIT:
            await connection.refuse("too_many_websockets")
            return
        self._live.append(connection)
        try:
            await self._converse(connection)
        finally:
            self._forget_closed(connection)

    async def _converse(self, connection: Connection) -> None:
        app_id = self._workspace.identity.app_id
        await connection.say(
            {
                "type": "hello",
                "num_connections": self.connected,
                "debug_info": DEBUG_INFO,
                "connection_info": {"app_id": app_id},
            }
        )
        self._workspace.tell(Changed.SOCKET)
        self.on_connected()
        while (words := await connection.hear()) is not None:
            if not connection.deaf and "envelope_id" in words:
                self.on_ack(words["envelope_id"], words.get("payload"))

    async def _deliver(self, delivery: Delivery) -> None:
        if not self._live:
            return
        connection = self._live[next(self._turn) % len(self._live)]
        fault = self._faults.take_for_envelope()
        match fault.kind if fault else None:
            case "drop":
                self._drop(connection)
            case "half_open":
                self._forget(connection)
            case "mute":
                connection.silence()
            case "delay_next":
                assert fault is not None
                await asyncio.sleep(fault.seconds or 0.0)
            case "repeat_next":
                await connection.say(delivery.envelope())
        if connection.deaf:
            self._faults.disturb()
        await connection.say(delivery.envelope())

    def _to_each(self, harm: Callable[[Connection], None]) -> None:
        self._faults.disturb()

        def harm_each() -> None:
            for connection in list(self._live):
                harm(connection)

        self.soon(harm_each)

    def _drop(self, connection: Connection) -> None:
        connection.deaf = True
        connection.wire.reset()
        self._forget_closed(connection)

    def _forget(self, connection: Connection) -> None:
        connection.silence()
        self._forget_closed(connection)

    def _forget_closed(self, connection: Connection) -> None:
        if connection in self._live:
            self._live.remove(connection)
            self._workspace.tell(Changed.SOCKET)
            self.on_lost()

    def _drop_when_down(self, fault: Fault) -> None:
        if fault.kind == "down" and self.loop is not None:
            self.drop()

    def _start(self, work: Coroutine[None, None, None]) -> None:
        """Keep a task from being collected before its end."""
        assert self.loop is not None
        task = self.loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
