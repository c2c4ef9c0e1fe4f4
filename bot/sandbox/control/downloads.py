"""GET /files-pri/...: an uploaded file, for a person who sees it in a channel."""

from http import HTTPStatus
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.sandbox.acting.payloads import actor
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack


class Downloads:
    def __init__(self, slack: Slack) -> None:
        self._slack = slack

    async def respond(self, request: Request) -> Response:
        """`user` says who looks, as everywhere on the page. Whoever does not see it learns of nothing."""
        _, _, file_id = request.path_params["file"].rpartition("-")
        try:
            file = self._seen(request.query_params.get("user", ""), file_id)
        except NotOnScreen as unseen:
            return PlainTextResponse(str(unseen), status_code=HTTPStatus.NOT_FOUND)
        return Response(
            self._slack.uploads.content(file_id),
            media_type=file["mimetype"],
            headers={
                "Content-Disposition": f"attachment; filename*=utf-8''{quote(file['name'], safe='')}",
                "X-Content-Type-Options": "nosniff",
                "Cache-Control": "no-store",
            },
        )

    def _seen(self, user: str, file_id: str) -> Json:
        workspace = self._slack.workspace
        with workspace.lock:
            actor(self._slack, user)
            if self._slack.uploads.content(file_id) is not None:
                for channel in workspace.visible_to(user):
                    for message in workspace.messages(channel.id):
                        for file in message.files:
                            if file["id"] == file_id:
                                return file
        raise NotOnScreen("There is no such file, or you do not see the channel it is in.")
