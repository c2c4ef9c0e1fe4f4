"""An empty database of each kind, for what happens before there are tables."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import PostgreSQL
from tests.storage.examples import new_id


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server: PostgreSQL = request.getfixturevalue("postgres_server")
    name = f"empty_{os.getpid()}_{new_id()}"
    server.copy(name, template="template0")
    yield server.url(name)
    server.drop(name)
