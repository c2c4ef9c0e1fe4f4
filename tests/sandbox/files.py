"""The three steps of an upload through the real client, and a person's download."""

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.messages import Message
from bot.sandbox.server import Sandbox
from tests.sandbox.shapes import Json

CSV = "reference,state\r\nLR-2026-00001,open\r\n".encode("utf-8-sig")


def upload(client: WebClient, channel: str | None = "C1", content: bytes = CSV, **more: Any) -> Json:
    sent = {"filename": "requests.csv", "title": "Requests", **more}
    answer = client.files_upload_v2(channel=channel, content=content, **sent)
    assert isinstance(answer.data, dict)
    return answer.data


def dm(client: WebClient, user: str = "U1") -> str:
    return str(client.conversations_open(users=user)["channel"]["id"])


def ticket(client: WebClient, content: bytes = CSV, **more: object) -> tuple[str, str]:
    """The first step: the file's id, and the address for its bytes."""
    sent = {"filename": "requests.csv", "length": len(content), **more}
    answer = client.api_call("files.getUploadURLExternal", params=sent)
    return str(answer["file_id"]), str(answer["upload_url"])


def put(address: str, content: bytes, content_type: str = "application/octet-stream") -> tuple[int, str]:
    """The second step."""
    request = urllib.request.Request(address, content, {"content-type": content_type}, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read().decode()


def complete(client: WebClient, *file_ids: str, **more: object) -> Json:
    """The third step."""
    sent = {"files": json.dumps([{"id": each} for each in file_ids]), **more}
    answer = client.api_call("files.completeUploadExternal", params=sent)
    assert isinstance(answer.data, dict)
    return answer.data


def put_file(client: WebClient) -> str:
    """The first two steps; answers the file's id."""
    file_id, address = ticket(client)
    assert put(address, CSV)[0] == 200
    return file_id


def error_of(call: Callable[[], object]) -> str:
    with pytest.raises(SlackApiError) as refused:
        call()
    return str(refused.value.response["error"])


def download(sandbox: Sandbox, message: Message, user: str) -> tuple[int, bytes, str]:
    address = f"{message.files[0]['url_private_download']}?user={user}"
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return response.status, response.read(), response.headers["content-disposition"]
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, b"", ""
