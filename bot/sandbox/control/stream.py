"""GET /control/events: the changes that one person may see, as server-sent events."""

import asyncio
import json
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.sandbox.changes import Change, Changed
from bot.sandbox.control.shapes import change_shape
from bot.sandbox.slack import Slack

_UNSEEN = frozenset({Changed.REQUEST, Changed.ACK})
_SIGN_OF_LIFE_SECONDS = 15


class Stream:
    def __init__(self, slack: Slack) -> None:
        self._slack = slack

    async def respond(self, request: Request) -> Response:
        user = request.query_params.get("user", "")
        since = int(request.query_params.get("since", "0"))
        return StreamingResponse(
            self._events(user, since),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store"},
        )

    async def _events(self, user: str, since: int) -> AsyncIterator[str]:
        loop, wake = asyncio.get_running_loop(), asyncio.Event()
        changes = self._slack.workspace.changes

        def on_change(_change: Change) -> None:
            loop.call_soon_threadsafe(wake.set)

        stop_listening = changes.listen(on_change)
        try:
            while True:
                wake.clear()
                for change in changes.since(since):
                    since = change.sequence
                    if self._concerns(change, user):
                        yield f"data: {json.dumps(change_shape(change))}\n\n"
                try:
                    await asyncio.wait_for(wake.wait(), _SIGN_OF_LIFE_SECONDS)
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            stop_listening()

    def _concerns(self, change: Change, user: str) -> bool:
        if change.type in _UNSEEN or change.user not in (None, user):
            return False
        if change.channel is None:
            return True
        return any(each.id == change.channel for each in self._slack.workspace.visible_to(user))
