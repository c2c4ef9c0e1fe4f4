"""`sandbox`: a workspace in the browser, the real bot in it, and a desk that has something to show."""

import json
import re
import signal
import socket
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.demo.people import OFFICER, REQUESTER
from handlers import action_ids
from tests.cli.processes import Process, started
from tests.cli.sandboxes import act, address, get
from tests.cli.terminal import type_in

ENDED = "The sandbox has ended."
GENERAL = "C0GENERAL"
FIRST_QUESTIONS = ["kind", "direction", "country"]
SECONDS_TO_START = 15
"""Three on an idle machine; this one runs other tests."""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def folder_of(sandbox: Process) -> str:
    """Where its desk is; the command line works on it from there."""
    found: str = re.findall(r"cd (\S+) &&", sandbox.said)[0]
    return found


def fields(outcome: Any) -> list[str]:
    """Names of the fields of the form that opened."""
    blocks = outcome["views"][-1]["blocks"]
    return [block["block_id"] for block in blocks if block["type"] == "input"]


def test_without_tokens_run_may_start_a_sandbox_in_which_all_can_be_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun = time.monotonic()
    year = datetime.now(UTC).year

    with started("run --or-sandbox") as sandbox:
        base = address(sandbox)
        took = time.monotonic() - begun
        page = get(f"{base}/?user={REQUESTER.id}")
        asked = act(base, "command", user=OFFICER.id, text=f"/notice status NT-{year}-00001")
        paged = act(base, "command", user=REQUESTER.id, text=f"/escalate LR-{year}-00001 call me")
        jumped = act(base, "command", user=REQUESTER.id, text="/liaison child FR")
        begins = act(base, "command", user=OFFICER.id, text="/liaison")
        next_item = act(base, "command", user=OFFICER.id, text="/liaison next")
        said = act(base, "message", user=OFFICER.id, channel=GENERAL, text="Invented words")["message"]
        shortcut = {"callback_id": action_ids.SHORTCUT_MESSAGE, "channel": GENERAL, "ts": said["ts"]}
        quoted = act(base, "shortcut", user=OFFICER.id, **shortcut)
        violations = json.loads(get(f"{base}/control/violations"))
        with monkeypatch.context() as there:
            there.chdir(folder_of(sandbox))
            doctor = type_in("doctor")
        code, seconds = sandbox.end(signal.SIGTERM)

    assert "No Slack tokens are set, so this is the sandbox" in sandbox.said
    assert took < SECONDS_TO_START
    assert b"<!doctype html>" in page.lower()
    assert asked["acked"]
    assert asked["message"]["text"] == f"NT-{year}-00001: in review"
    assert paged["acked"]
    assert "family_name" in fields(jumped)
    assert fields(begins) == FIRST_QUESTIONS
    assert next_item["message"]["text"].endswith(" is yours")
    assert fields(quoted) == FIRST_QUESTIONS
    assert "open channel" in str(quoted["views"][-1]["blocks"][0])
    assert violations == {"violations": []}
    # What the example desk has told is sent once a second, and may still wait.
    assert set(re.findall(r"!! │ (\w.*?) +│", doctor.words)) <= {"outbox"}, doctor.words
    assert re.search(r"ok │ forms +│ Slack accepts all \d{3}", doctor.words), doctor.words
    assert (code, seconds < 5) == (0, True)
    assert "Traceback" not in sandbox.said
    assert not Path(folder_of(sandbox)).exists(), "the desk's folder goes last, after the bot has ended"


def test_two_of_them_in_one_folder_do_not_disturb_each_other_even_on_one_port() -> None:
    port = free_port()

    with started(f"sandbox --port {port}") as first:
        before = address(first)
        with started(f"sandbox --port {port}") as second:
            beside = address(second)
            shown = get(before), get(beside)
            codes = first.end(signal.SIGINT), second.end(signal.SIGINT)

    assert before == f"http://127.0.0.1:{port}"
    assert beside != before
    assert f"Port {port} is in use, so the desk is on {beside.rpartition(':')[2]}." in second.said
    assert all(shown)
    assert [(code, seconds < 5) for code, seconds in codes] == [(0, True), (0, True)]
    assert [each.said.rstrip().endswith(ENDED) for each in (first, second)] == [True, True]
    assert "Traceback" not in first.said + second.said


def test_a_bot_that_does_not_start_is_told_with_its_reason() -> None:
    with started("sandbox", {"DESK_TIMEZONE": "Mars/Olympus"}) as sandbox:
        code = sandbox.code()

    assert code == 1
    assert "DESK_TIMEZONE: write a time zone such as America/New_York" in sandbox.said
    assert sandbox.said.rstrip().endswith("The bot did not start; why stands above.")
    assert "Traceback" not in sandbox.said


@pytest.mark.usefixtures("signals")
def test_a_policy_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICY_FILE", "nowhere.toml")

    answer = type_in("sandbox")

    assert (answer.code, answer.words) == (
        1,
        "POLICY_FILE: nowhere.toml: cannot be read (No such file or directory)",
    )
