"""Databases in which the cast of the stories has its roles: to give them is a fifth of a short story."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.clock import new_id
from bot.sandbox.clock import VirtualClock
from handlers.app import desk_over
from storage.database import Database
from tests.databases import in_memory, numbered
from tests.desk.around import CountingWake
from tests.postgres import PostgreSQL
from tests.world import POLICY, START, TurnedByHand, hire


@pytest.fixture(scope="session")
def staffed_sqlite(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    template = Path(shutil.copy(sqlite_template, tmp_path_factory.mktemp("staffed") / "desk.db"))
    _staff(f"sqlite:///{template}")
    return template


@pytest.fixture
def staffed_sqlite_url(staffed_sqlite: Path) -> Iterator[str]:
    with in_memory() as folder:
        yield f"sqlite:///{shutil.copy(staffed_sqlite, folder / 'desk.db')}"


@pytest.fixture(scope="session")
def staffed_postgres(postgres_server: PostgreSQL) -> str:
    template = f"staffed_{os.getpid()}"
    postgres_server.copy(template)
    _staff(postgres_server.url(template))
    return template


@pytest.fixture
def staffed_postgres_url(postgres_server: PostgreSQL, staffed_postgres: str) -> Iterator[str]:
    name = numbered()
    postgres_server.copy(name, template=staffed_postgres)
    yield postgres_server.url(name)
    postgres_server.drop(name)


def _staff(database_url: str) -> None:
    clock = VirtualClock(START)
    clock.pause()
    database = Database(database_url)
    hire(desk_over(database, clock=TurnedByHand(clock), new_id=new_id, wake=CountingWake(), policy=POLICY))
    database.close()
