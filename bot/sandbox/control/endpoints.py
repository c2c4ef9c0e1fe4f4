"""Turns verbs that take and give JSON into HTTP endpoints of the control plane."""

import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.shapes import Json

Verb = Callable[[Json], Json]


def reading(path: str, verb: Verb) -> Route:
    """GET: the query is what `verb` takes."""
    return Route(path, _endpoint(verb), methods=["GET"])


def acting(path: str, verb: Verb, *, method: str = "POST") -> Route:
    """The JSON body is what `verb` takes; it may block, and does so in a thread of its own."""
    return Route(path, _endpoint(verb), methods=[method])


def _endpoint(verb: Verb) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if _from_elsewhere(request):
            return _refused("Only the sandbox's own page may do this.", HTTPStatus.FORBIDDEN)
        try:
            asked = await _asked(request)
            return JSONResponse(await run_in_threadpool(verb, asked))
        except NotOnScreen as refusal:
            return _refused(str(refusal), HTTPStatus.CONFLICT)
        except KeyError as missing:
            return _refused(f"Missing or unknown: {missing.args[0]}", HTTPStatus.BAD_REQUEST)
        except (TypeError, ValueError) as wrong:
            return _refused(str(wrong), HTTPStatus.BAD_REQUEST)

    return endpoint


async def _asked(request: Request) -> Json:
    body = await request.body()
    words = json.loads(body) if body else dict(request.query_params)
    if not isinstance(words, dict):
        raise TypeError("A JSON object is needed.")
    return words


def _from_elsewhere(request: Request) -> bool:
    """A website in the same browser could post here too; browsers then say where it comes from."""
    origin = request.headers.get("origin")
    return origin is not None and origin != f"{request.url.scheme}://{request.url.netloc}"


def _refused(error: str, status: HTTPStatus) -> Response:
    return JSONResponse({"error": error}, status_code=status)
