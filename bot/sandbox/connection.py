"""One Socket Mode connection, and the ways in which it may fall silent."""

import asyncio
import json
from dataclasses import dataclass

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.sandbox.shapes import Json
from bot.sandbox.wires import Wire

DEBUG_INFO: Json = {"host": "sandbox", "approximate_connection_time": 18060}


@dataclass(slots=True, eq=False)
class Connection:
    """`deaf` is set once a fault silenced it; both ends still think that it is open."""

    socket: WebSocket
    wire: Wire
    deaf: bool = False

    async def say(self, words: Json) -> bool:
        """False when the connection turned out to be gone. What a deaf one is told is lost."""
        if self.deaf:
            return True
        try:
            await self.socket.send_text(json.dumps(words))
        except (WebSocketDisconnect, RuntimeError):  # Starlette raises either, by how far the closing is.
            return False
        return True

    async def hear(self) -> Json | None:
        """The next words of the bot, None at the end of the connection."""
        try:
            words = json.loads(await self.socket.receive_text())
        except (WebSocketDisconnect, json.JSONDecodeError):
            return None
        return words if isinstance(words, dict) else None

    def silence(self) -> None:
        self.deaf = True
        self.wire.freeze()

    async def refuse(self, reason: str) -> None:
        """Say that the connection will not go on, and close it."""
        await self.ask_to_leave(reason)
        await self.socket.close()

    async def ask_to_leave(self, reason: str) -> None:
        await self.say({"type": "disconnect", "reason": reason, "debug_info": DEBUG_INFO})

    async def refresh(self, *, warning_seconds: float) -> None:
        """Slack's way to move a bot to another server: a warning, then the request."""
        await self.ask_to_leave("warning")
        await asyncio.sleep(warning_seconds)
        await self.ask_to_leave("refresh_requested")
