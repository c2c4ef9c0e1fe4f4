"""A wary desk in a workspace of its own for each test."""

from collections.abc import Iterator

import pytest

from bot.settings import SlackMode
from tests.faults.wary import wary_bot
from tests.world import World, open_world


@pytest.fixture
def world(staffed_sqlite_url: str) -> Iterator[World]:
    with open_world(staffed_sqlite_url, bot_for=wary_bot) as opened:
        yield opened


@pytest.fixture(params=["socket mode, sqlite", "http mode, postgresql"])
def any_world(request: pytest.FixtureRequest) -> Iterator[World]:
    mode, database = request.param.split(" mode, ")
    fixture = {"sqlite": "staffed_sqlite_url", "postgresql": "staffed_postgres_url"}[database]
    with open_world(request.getfixturevalue(fixture), SlackMode(mode), bot_for=wary_bot) as opened:
        yield opened
