"""What Slack sends by HTTP: signed with the secret of both, or refused before anybody looks into it."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING

from slack_sdk.signature import SignatureVerifier

from handlers.desk_app import DeskApp

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class SignedRequests:
    """The WSGI application behind `/slack/events`."""

    def __init__(self, app: DeskApp, secret: str) -> None:
        self._app = app
        self._verifier = SignatureVerifier(secret)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        if not self._is_slacks(environ, body):
            return _answer(start_response, HTTPStatus.UNAUTHORIZED)
        headers = {"content-type": environ.get("CONTENT_TYPE", "")}
        response = self._app.take(body.decode(), mode="http", headers=headers)
        content_type = response.first_headers()["content-type"]
        return _answer(start_response, HTTPStatus(response.status), response.body, content_type)

    def _is_slacks(self, environ: "WSGIEnvironment", body: bytes) -> bool:
        """A time stamp that is no number, or text that is no text, is an error to the verifier."""
        stamp = environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP")
        try:
            return self._verifier.is_valid(body, stamp, environ.get("HTTP_X_SLACK_SIGNATURE"))
        except (TypeError, ValueError):
            return False


def _answer(
    start_response: "StartResponse", status: HTTPStatus, body: str = "", content_type: str = "text/plain"
) -> Iterable[bytes]:
    start_response(f"{status.value} {status.phrase}", [("Content-Type", content_type)])
    return [body.encode()]
