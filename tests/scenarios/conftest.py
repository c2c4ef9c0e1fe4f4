"""A desk in a workspace of its own for each story, on both databases and over both of Slack's protocols."""

from collections.abc import Iterator

import pytest

from bot.settings import SlackMode
from tests.world import World, open_world


@pytest.fixture(params=["socket mode, sqlite", "http mode, postgresql"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    mode, database = request.param.split(" mode, ")
    fixture = {"sqlite": "sqlite_url", "postgresql": "postgres_url"}[database]
    with open_world(request.getfixturevalue(fixture), SlackMode(mode)) as opened:
        yield opened
