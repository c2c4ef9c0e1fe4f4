"""A desk that finds out sooner than in earnest when Slack is gone or has gone deaf."""

from collections.abc import Iterator

import pytest

from bot import policy
from bot.clock import new_id
from bot.pacing import Pace
from bot.sandbox.server import Sandbox
from bot.settings import SlackMode
from handlers.app import assemble
from handlers.bot import Bot
from handlers.connection import Rhythm
from tests.world import TurnedByHand, World, open_world, settings

RHYTHM = Rhythm(ping=0.25, ask=0.3)


def wary_bot(slack: Sandbox, database_url: str, mode: SlackMode) -> Bot:
    """Paced by the workspace's clock, which is turned by hand, as Slack's limits are there."""
    return assemble(
        settings(slack, database_url, mode),
        policy=policy.load(),
        clock=TurnedByHand(slack.clock),
        new_id=new_id,
        pace=Pace(burst=1_000_000, monotonic=lambda: slack.clock.now().timestamp()),
        rhythm=RHYTHM,
    )


@pytest.fixture
def world(sqlite_url: str) -> Iterator[World]:
    with open_world(sqlite_url, bot_for=wary_bot) as opened:
        yield opened


@pytest.fixture(params=["socket mode, sqlite", "http mode, postgresql"])
def any_world(request: pytest.FixtureRequest) -> Iterator[World]:
    mode, database = request.param.split(" mode, ")
    fixture = {"sqlite": "sqlite_url", "postgresql": "postgres_url"}[database]
    with open_world(request.getfixturevalue(fixture), SlackMode(mode), bot_for=wary_bot) as opened:
        yield opened
