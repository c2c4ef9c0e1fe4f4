"""A running sandbox as a visitor's page sees and moves it."""

import json
import re
import urllib.request
from typing import Any

from tests.cli.processes import Process


def address(sandbox: Process) -> str:
    said = sandbox.until("-m bot doctor")
    found = re.search(r"The desk is open: (http://127\.0\.0\.1:\d+)/\?user=U0REQUEST", said)
    assert found is not None, said
    return found[1]


def get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=10) as answer:
        body: bytes = answer.read()
    return body


def look(base: str, what: str) -> Any:
    return json.loads(get(f"{base}/control/{what}"))


def act(base: str, verb: str, **what: object) -> Any:
    request = urllib.request.Request(
        f"{base}/control/{verb}", json.dumps(what).encode(), {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def messages(base: str, user: str, channel: str, *, about: str) -> list[Any]:
    """Those in which the reference stands, oldest first."""
    found = look(base, f"messages?user={user}&channel={channel}")["messages"]
    return [each for each in found if about in json.dumps(each)]
