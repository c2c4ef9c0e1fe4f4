"""Databases for tests: a fresh SQLite file or a fresh PostgreSQL database for each, both with all tables."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Dialect, Engine, event
from sqlalchemy.util import LRUCache

from storage.database import Database
from storage.upgrade import upgrade
from tests.postgres import PostgreSQL, running_server

_NUMBERS = count(1)
_MEMORY = Path("/dev/shm")
_STATEMENTS = 10_000
_COMPILED: dict[str, tuple[Dialect, LRUCache[Any, Any]]] = {}


@event.listens_for(Engine, "engine_connect")
def _compiled_once(connection: Connection) -> None:
    """What SQLAlchemy made of a statement serves each database of its kind: a run opens many hundreds.

    It keeps that by the dialect of an engine, so all of them take the first one's.
    """
    dialect, compiled = _COMPILED.setdefault(
        connection.dialect.name, (connection.dialect, LRUCache(_STATEMENTS))
    )
    connection.dialect = connection.engine.dialect = dialect
    connection.engine._compiled_cache = compiled


def numbered() -> str:
    """A name that no other database of this run has."""
    return f"desk_{os.getpid()}_{next(_NUMBERS)}"


@contextmanager
def in_memory() -> Iterator[Path]:
    """A folder that is not on a disk, where the machine has such."""
    with tempfile.TemporaryDirectory(
        prefix="liaison-desk-", dir=_MEMORY if _MEMORY.is_dir() else None
    ) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgreSQL]:
    with running_server(tmp_path_factory.getbasetemp().parent) as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgreSQL) -> Iterator[str]:
    name = numbered()
    postgres_server.copy(name)
    yield postgres_server.url(name)
    postgres_server.drop(name)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    template = tmp_path_factory.mktemp("template") / "desk.db"
    upgrade(f"sqlite:///{template}")
    return template


@pytest.fixture
def sqlite_url(sqlite_template: Path) -> Iterator[str]:
    """In memory where there is some, for each commit of a test would wait for the disk."""
    with in_memory() as folder:
        yield f"sqlite:///{shutil.copy(sqlite_template, folder / 'desk.db')}"


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
