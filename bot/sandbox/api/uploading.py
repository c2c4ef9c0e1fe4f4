"""The address that takes an uploaded file's bytes: raw, or as a multipart form, as at Slack."""

from email import message_from_bytes
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.sandbox.refusals import Refused
from bot.sandbox.slack import Slack
from bot.sandbox.uploads import LARGEST_BYTES
from bot.sandbox.wires import Wires

_FORM_AROUND_BYTES = 10_000
_STATUS = {"expired_url": HTTPStatus.NOT_FOUND, "used_url": HTTPStatus.CONFLICT}


class Uploading:
    def __init__(self, slack: Slack, wires: Wires) -> None:
        self._slack = slack
        self._wires = wires

    async def respond(self, request: Request) -> Response:
        """The endpoint /upload/v1/{key}. Anything but 200 is a failure."""
        body = await _body(request)
        if self._slack.faults.down:
            self._wires.of(request).reset()
            return Response()
        if body is None:
            return PlainTextResponse("too_large", status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            content = _content(request.headers.get("content-type", ""), body)
            upload = self._slack.uploads.receive(request.path_params["key"], content)
        except Refused as refusal:
            status = _STATUS.get(refusal.error, HTTPStatus.BAD_REQUEST)
            return PlainTextResponse(refusal.error, status_code=status)
        return PlainTextResponse(f"OK - {upload.length}")


async def _body(request: Request) -> bytes | None:
    """None for more than any file may have.

    That is read to its end all the same and not kept: a sender hears the answer only after its last byte.
    """
    body, most = bytearray(), LARGEST_BYTES + _FORM_AROUND_BYTES
    async for chunk in request.stream():
        body += chunk if len(body) <= most else b""
    return bytes(body) if len(body) <= most else None


def _content(content_type: str, body: bytes) -> bytes:
    """slack_sdk sends raw bytes and calls them a form, so that only a multipart form is opened.

    A form without a file in it has no bytes.
    """
    if not content_type.startswith("multipart/"):
        return body
    form = message_from_bytes(b"Content-Type: " + content_type.encode("latin-1") + b"\r\n\r\n" + body)
    for part in form.walk():
        content = part.get_payload(decode=True)
        if part.get_filename() is not None and isinstance(content, bytes):
            return content
    return b""
