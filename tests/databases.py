"""Databases for tests: a fresh SQLite file or a fresh PostgreSQL database for each, both with all tables."""

import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from storage.database import Database
from storage.upgrade import upgrade
from tests.postgres import PostgreSQL, running_server

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgreSQL]:
    with running_server(tmp_path_factory.getbasetemp().parent) as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgreSQL) -> Iterator[str]:
    name = f"desk_{os.getpid()}_{next(_NUMBERS)}"
    postgres_server.copy(name)
    yield postgres_server.url(name)
    postgres_server.drop(name)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    template = tmp_path_factory.mktemp("template") / "desk.db"
    upgrade(f"sqlite:///{template}")
    return template


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'desk.db')}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    fixture = {"sqlite": "sqlite_url", "postgresql": "postgres_url"}[request.param]
    return str(request.getfixturevalue(fixture))


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    # Eight threads on a loaded machine may wait long for each other; tests of the wait itself set their own.
    opened = Database(database_url, wait=10, pool_size=20)
    yield opened
    opened.close()
