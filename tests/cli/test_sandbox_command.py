"""`sandbox`: a workspace in the browser, the real bot in it, and a desk that has something to show."""

import json
import re
import signal
import socket
import time
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.demo.people import OFFICER, REQUESTER
from tests.cli.processes import Process, started

ENDED = "The sandbox has ended."
GENERAL = "C0GENERAL"
SECONDS_TO_START = 15
"""Three on an idle machine; this one runs other tests."""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def address(sandbox: Process) -> str:
    said = sandbox.until("-m bot doctor")
    found = re.search(r"The desk is open: (http://127\.0\.0\.1:\d+)/\?user=U0REQUEST", said)
    assert found is not None, said
    return found[1]


def get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=10) as answer:
        body: bytes = answer.read()
    return body


def act(base: str, verb: str, **what: str) -> Any:
    request = urllib.request.Request(
        f"{base}/control/{verb}", json.dumps(what).encode(), {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def test_it_shows_a_page_and_a_desk_that_answers_and_ends_with_ctrl_c() -> None:
    begun = time.monotonic()

    with started(f"sandbox --port {free_port()}") as sandbox:
        base = address(sandbox)
        took = time.monotonic() - begun
        page = get(f"{base}/?user={REQUESTER.id}")
        year = datetime.now(UTC).year
        asked = act(base, "command", user=OFFICER.id, text=f"/notice status NT-{year}-00001")
        paged = act(base, "command", user=REQUESTER.id, text=f"/escalate LR-{year}-00001 call me")
        violations = json.loads(get(f"{base}/control/violations"))
        code, seconds = sandbox.end(signal.SIGINT)

    assert took < SECONDS_TO_START
    assert b"<!doctype html>" in page.lower()
    assert asked["acked"]
    assert asked["message"]["text"] == f"NT-{year}-00001: in review"
    assert paged["acked"]
    assert violations == {"violations": []}
    assert (code, seconds < 5) == (0, True)
    assert sandbox.said.rstrip().endswith(ENDED)
    assert "Traceback" not in sandbox.said


def test_a_port_that_is_taken_is_left_to_its_owner() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with started(f"sandbox --port {port}") as sandbox:
            base = address(sandbox)
            shown = get(base)
            sandbox.end(signal.SIGTERM)

    assert shown
    assert base != f"http://127.0.0.1:{port}"


def test_without_tokens_run_may_start_the_sandbox_instead_and_sigterm_ends_both() -> None:
    with started("run --or-sandbox") as sandbox:
        folder = re.findall(r"cd (\S+) &&", sandbox.until("-m bot doctor"))[0]
        code, seconds = sandbox.end(signal.SIGTERM)

    assert "No Slack tokens are set, so this is the sandbox" in sandbox.said
    assert (code, seconds < 5) == (0, True)
    assert "Traceback" not in sandbox.said
    assert not Path(folder).exists(), "the desk's folder goes last, after the bot has ended"


def test_two_of_them_in_one_folder_do_not_disturb_each_other() -> None:
    with started("sandbox") as first, started("sandbox") as second:
        addresses = {address(first), address(second)}
        codes = first.end(signal.SIGINT)[0], second.end(signal.SIGINT)[0]

    assert len(addresses) == 2
    assert codes == (0, 0)


def test_a_bot_that_does_not_start_is_told_with_its_reason() -> None:
    with started("sandbox", {"DESK_TIMEZONE": "Mars/Olympus"}) as sandbox:
        code = sandbox.code()

    assert code == 1
    assert "DESK_TIMEZONE: write a time zone such as America/New_York" in sandbox.said
    assert sandbox.said.rstrip().endswith("The bot did not start; why stands above.")
    assert "Traceback" not in sandbox.said


def test_a_policy_that_cannot_be_used_is_named() -> None:
    with started("sandbox", {"POLICY_FILE": "nowhere.toml"}) as sandbox:
        code = sandbox.code()

    assert (code, sandbox.said) == (
        1,
        "POLICY_FILE: nowhere.toml: cannot be read (No such file or directory)\n",
    )
