"""The sandbox as somebody tries it: the forms of requests open, and `doctor` finds nothing wrong in any."""

import os
import re
import signal
import subprocess
import sys
from typing import Any

from bot.demo.people import OFFICER, REQUESTER
from handlers import action_ids
from tests.cli.processes import PATIENCE, ROOT, started
from tests.cli.test_sandbox_command import GENERAL, act, address, free_port


def fields(outcome: Any) -> list[str]:
    """Names of the fields of the form that opened."""
    blocks = outcome["views"][-1]["blocks"]
    return [block["block_id"] for block in blocks if block["type"] == "input"]


def test_the_forms_of_requests_open_and_slack_accepts_every_form() -> None:
    with started(f"sandbox --port {free_port()}") as sandbox:
        base = address(sandbox)
        folder = re.findall(r"cd (\S+) &&", sandbox.said)[0]
        jumped = act(base, "command", user=REQUESTER.id, text="/liaison child FR")
        asked = act(base, "command", user=OFFICER.id, text="/liaison")
        next_item = act(base, "command", user=OFFICER.id, text="/liaison next")
        said = act(base, "message", user=OFFICER.id, channel=GENERAL, text="Invented words")
        quoted = act(
            base,
            "shortcut",
            user=OFFICER.id,
            callback_id=action_ids.SHORTCUT_MESSAGE,
            channel=GENERAL,
            ts=said["message"]["ts"],
        )
        doctor = subprocess.run(
            [sys.executable, "-m", "bot", "doctor"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        sandbox.end(signal.SIGINT)

    assert "family_name" in fields(jumped)
    assert fields(asked) == ["kind", "direction", "country"]
    assert next_item["message"]["text"].endswith(" is yours")
    assert fields(quoted) == ["kind", "direction", "country"]
    assert "open channel" in str(quoted["views"][-1]["blocks"][0])
    lines = [line for line in doctor.stdout.splitlines() if "form " in line]
    assert len(lines) > 100
    assert [line for line in lines if "Slack accepts it" not in line] == []
