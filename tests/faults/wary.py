"""A desk that finds out sooner than in earnest when Slack is gone or has gone deaf."""

from bot.clock import new_id
from bot.pacing import Pace
from bot.sandbox.server import Sandbox
from bot.settings import SlackMode
from handlers.app import assemble
from handlers.bot import Bot
from handlers.connection import Rhythm
from tests.world import POLICY, TurnedByHand, settings

RHYTHM = Rhythm(ping=0.25, ask=0.3)


def wary_bot(slack: Sandbox, database_url: str, mode: SlackMode) -> Bot:
    """Paced by the workspace's clock, which is turned by hand, as Slack's limits are there."""
    return assemble(
        settings(slack, database_url, mode),
        policy=POLICY,
        clock=TurnedByHand(slack.clock),
        new_id=new_id,
        pace=Pace(burst=1_000_000, monotonic=lambda: slack.clock.now().timestamp()),
        rhythm=RHYTHM,
    )
