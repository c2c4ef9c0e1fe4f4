"""A desk for the command line: an empty folder, a database, and no setting of the machine's own."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import Settings


@pytest.fixture(autouse=True)
def _an_operators_shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(tmp_path)


@pytest.fixture(name="desk")
def _desk(monkeypatch: pytest.MonkeyPatch, database_url: str) -> str:
    """The address of the database that the commands work on; both kinds in turn."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    return database_url


@pytest.fixture(name="file")
def _file(monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> str:
    """The address of a SQLite file that the commands work on."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    return sqlite_url


@pytest.fixture(name="signals")
def _signals() -> Iterator[None]:
    """A command that runs long takes these over, for as long as its process lasts."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
