"""Fixtures for tests of the handlers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sandbox.server import Sandbox
from bot.settings import Settings
from handlers.manifest import manifest
from tests.handlers.office import Office, open_office
from tests.handlers.slack_edge import Bench, bench
from tests.world import people


@pytest.fixture(name="slack_edge")
def _slack_edge() -> Iterator[Bench]:
    with bench() as made:
        yield made


@pytest.fixture(name="office")
def _office(sqlite_url: str) -> Iterator[Office]:
    with open_office(sqlite_url) as opened:
        yield opened


@pytest.fixture(name="slack")
def _slack() -> Iterator[Sandbox]:
    with Sandbox(manifest()) as slack:
        people(slack)
        yield slack


@pytest.fixture(name="shell")
def _shell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, slack: Sandbox, sqlite_url: str
) -> pytest.MonkeyPatch:
    """An operator's shell, with settings in which everything is well."""
    return _well(monkeypatch, tmp_path, slack, sqlite_url)


@pytest.fixture(name="each_shell")
def _each_shell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, slack: Sandbox, database_url: str
) -> pytest.MonkeyPatch:
    """As `shell`, with both kinds of database in turn."""
    return _well(monkeypatch, tmp_path, slack, database_url)


def _well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, slack: Sandbox, database_url: str
) -> pytest.MonkeyPatch:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": database_url,
        "DESK_CHANNEL": "C0DESK",
        "ONCALL_CHANNEL": "C0ONCALL",
    }.items():
        monkeypatch.setenv(name, value)
    return monkeypatch
