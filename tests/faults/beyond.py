"""A desk with gateways beyond Slack, in a workspace that can be taken away from it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial

from pydantic import SecretStr

from bot import policy
from bot.clock import new_id
from bot.pacing import Pace
from bot.sandbox.faults import Fault
from bot.sandbox.server import Sandbox
from bot.settings import SlackMode
from handlers.app import assemble
from handlers.bot import Bot
from storage.records.people import SYSTEM
from storage.records.reach import Owner, Reach, ReachState, Way
from tests.faults.wary import RHYTHM
from tests.processes import until
from tests.world import TurnedByHand, World, open_world, settings


def mail(port: int) -> str:
    return f"mailto://127.0.0.1:{port}?from=desk@agency.example&to={{to}}"


def web(port: int) -> str:
    return f"json://127.0.0.1:{port}/{{to}}"


@contextmanager
def beyond(
    database_url: str, mode: SlackMode = SlackMode.SOCKET, *, deadline: float | None = None, **gateways: str
) -> Iterator[World]:
    """`email=`, `sms=`, `phone=` and `chat=` are gateways as in the settings, `deadline` their seconds."""
    with open_world(database_url, mode, bot_for=partial(_bot, gateways=gateways, deadline=deadline)) as world:
        yield world


def _bot(
    slack: Sandbox, database_url: str, mode: SlackMode, gateways: dict[str, str], deadline: float | None
) -> Bot:
    secrets = {f"pager_{way}": SecretStr(address) for way, address in gateways.items()}
    desk_policy = policy.load()
    if deadline is not None:
        reach = replace(desk_policy.reach, deadline=timedelta(seconds=deadline))
        desk_policy = replace(desk_policy, reach=reach)
    return assemble(
        settings(slack, database_url, mode).model_copy(update=secrets),
        policy=desk_policy,
        clock=TurnedByHand(slack.clock),
        new_id=new_id,
        pace=Pace(burst=1_000_000, monotonic=lambda: slack.clock.now().timestamp()),
        rhythm=RHYTHM,
    )


def reachable(world: World, who: str, **addresses: str) -> None:
    for way, address in addresses.items():
        world.bot.desk.contacts.set(SYSTEM, Owner(who), Way(way), address)


def slack_goes_down(world: World) -> Fault:
    return world.slack.faults.add(Fault(kind="down", times=None))


def reaches(world: World) -> list[Reach]:
    """What was planned for all pages, as it stands now."""
    with world.bot.database.reading() as stores:
        return [each for page in stores.escalations.latest(1000) for each in stores.reach.of(page.id)]


def nothing_is_under_way(world: World) -> bool:
    """Attempts run in threads of their own; those that a gateway swallows end by their lease."""
    return until(lambda: not any(each.lease_until for each in reaches(world)))


def ended(world: World, state: ReachState) -> list[tuple[str, str]]:
    return [(each.owner, each.way) for each in reaches(world) if each.state is state]
