"""A workspace, and a bot on Slack's official client for Node that lives in it: by socket and by HTTP."""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.sandbox.http_bot import HttpBot
from bot.sandbox.server import Sandbox
from tests.cli.processes import Process, running

HERE = Path(__file__).parent
MANIFEST = json.loads((HERE / "manifest.json").read_text())
ADA, BO, ROOM = "U0ADA", "U0BO", "C0ROOM"


@dataclass(frozen=True, slots=True)
class Lunch:
    """The workspace, and the process of the bot."""

    slack: Sandbox
    process: Process


def pytest_configure() -> None:
    if shutil.which("node") is None:
        raise pytest.UsageError("There is no Node here. On Debian: apt-get install nodejs npm")
    if not (HERE / "node_modules").is_dir():
        raise pytest.UsageError("Slack's client for Node is not here yet: make setup-node")


@pytest.fixture(scope="session", params=["socket", "http"])
def started(request: pytest.FixtureRequest) -> Iterator[Lunch]:
    """Node takes half a second to start, so one process serves many tests."""
    with open_lunch(request.param) as lunch:
        yield lunch


@pytest.fixture
def slack(started: Lunch) -> Iterator[Sandbox]:
    """A fresh workspace. At the end, any violation of Slack's rules fails the test."""
    started.slack.reset()
    fill(started.slack)
    yield started.slack
    violations = started.slack.violations
    assert not violations, f"{violations}\n{started.process.said}"


@contextmanager
def open_lunch(mode: str) -> Iterator[Lunch]:
    bot = ["node", str(HERE / "bot.js")]
    with Sandbox(MANIFEST, house_rules=False) as slack, running(bot, _settings(slack, mode)) as process:
        fill(slack)
        if mode == "socket":
            process.until("connected")
            slack.wait_for(lambda: slack.sockets.connected)
        else:
            found = re.search(r"listening on (\d+)\n", process.until("listening on"))
            assert found is not None, process.said
            slack.deliver_to(f"http://127.0.0.1:{found[1]}/slack/events")
        yield Lunch(slack, process)


def fill(slack: Sandbox) -> None:
    slack.add_person(ADA, "ada", real_name="Ada Example")
    slack.add_person(BO, "bo", real_name="Bo Example")
    slack.add_channel(ROOM, "room", members=[ADA, BO])


def web(slack: Sandbox) -> HttpBot:
    """The bot's address, as Slack knows it."""
    assert slack.http is not None
    return slack.http


def _settings(slack: Sandbox, mode: str) -> dict[str, str]:
    return {
        "SLACK_API_URL": slack.api_url,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token if mode == "socket" else "",
        "SLACK_SIGNING_SECRET": slack.signing_secret,
    }
