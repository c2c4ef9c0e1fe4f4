"""The control plane over HTTP, as the page calls it."""

import json
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

from bot.sandbox.server import Sandbox
from tests.sandbox.shapes import Json

TOLD = ("message", "changed", "deleted", "ephemeral", "violation")


def get(sandbox: Sandbox, path: str, **query: str) -> Json:
    url = f"{sandbox.url}/control/{path}?{urllib.parse.urlencode(query)}"
    with urllib.request.urlopen(url, timeout=5) as response:
        answer: Json = json.loads(response.read())
        return answer


def send(sandbox: Sandbox, path: str, verb: str = "POST", origin: str | None = None, **body: Any) -> Json:
    headers = {"content-type": "application/json"} | ({"origin": origin} if origin else {})
    url = f"{sandbox.url}/control/{path}"
    request = urllib.request.Request(url, json.dumps(body).encode(), headers, method=verb)
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            answer: Json = json.loads(response.read())
    except urllib.error.HTTPError as refused:
        with refused:
            answer = {"status": refused.code, **json.loads(refused.read())}
    return answer


def read_events(sandbox: Sandbox, user: str, count: int, *, since: int = 0) -> list[Json]:
    """The first `count` events after number `since` about what is said and what is wrong."""
    url = f"{sandbox.url}/control/events?user={user}&since={since}"
    found: list[Json] = []
    with urllib.request.urlopen(url, timeout=5) as stream:
        while len(found) < count:
            line = stream.readline().decode()
            if line.startswith("data: "):
                event = json.loads(line.removeprefix("data: "))
                found += [event] if event["type"] in TOLD else []
    return found
