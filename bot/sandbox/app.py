"""The routes of the sandbox's one HTTP server."""

import json
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from bot.sandbox.api.front import WebApi
from bot.sandbox.api.uploading import Uploading
from bot.sandbox.refusals import Refused
from bot.sandbox.slack import Slack
from bot.sandbox.wires import Wires


def make_app(slack: Slack, wires: Wires, control: list[BaseRoute]) -> Starlette:
    web_api = WebApi(slack, wires)

    async def link(socket: WebSocket) -> None:
        wire = wires.of(socket)
        if slack.faults.down:
            wire.reset()
        else:
            await slack.sockets.serve(socket, wire)

    async def respond(request: Request) -> Response:
        body = await request.body()
        if slack.faults.down:
            wires.of(request).reset()
            return Response()
        return _answered(slack, request.path_params["key"], body)

    async def clock(_request: Request) -> Response:
        return JSONResponse(slack.workspace.clock.reading())

    return Starlette(
        routes=[
            Route("/api/{method}", web_api.respond, methods=["GET", "POST"]),
            Route("/response/{key}", respond, methods=["POST"]),
            Route("/upload/v1/{key}", Uploading(slack, wires).respond, methods=["POST"]),
            Route("/clock", clock),
            WebSocketRoute("/link", link),
            WebSocketRoute("/link/", link),
            *control,
        ]
    )


def _answered(slack: Slack, key: str, body: bytes) -> Response:
    """A used-up or expired URL is not found; what it cannot show is a bad request."""
    try:
        payload = json.loads(body)
        slack.response_urls.answer(key, payload if isinstance(payload, dict) else {})
    except json.JSONDecodeError:
        return PlainTextResponse("invalid_payload", status_code=HTTPStatus.BAD_REQUEST)
    except Refused as refusal:
        expired = refusal.error in ("expired_url", "used_url")
        status = HTTPStatus.NOT_FOUND if expired else HTTPStatus.BAD_REQUEST
        return JSONResponse(refusal.as_json(), status_code=status)
    return PlainTextResponse("ok")
