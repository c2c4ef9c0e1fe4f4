"""The way to Slack breaks in each of its ways, and is found again; whoever types meanwhile is answered."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from bot.sandbox.acting.outcome import Outcome
from bot.sandbox.faults import Fault
from bot.sandbox.server import Sandbox
from bot.sandbox.sockets import Sockets
from bot.settings import SlackMode
from handlers.manifest import manifest
from tests.faults.trouble import fails
from tests.faults.wary import wary_bot
from tests.postgres import PostgreSQL
from tests.processes import until
from tests.storage.examples import all_at_once, new_id
from tests.world import OLGA, RITA, World, open_world, people

OPENS = "apps.connections.open"


def in_background(work: Callable[[], Outcome]) -> Future[Outcome]:
    pool = ThreadPoolExecutor(1)
    future = pool.submit(work)
    pool.shutdown(wait=False)
    return future


def lines_opened(world: World) -> int:
    return len(world.slack.requests.to(OPENS))


@pytest.mark.parametrize("harm", [Sockets.drop, Sockets.half_open])
def test_a_socket_that_broke_is_replaced(world: World, harm: Callable[[Sockets], None]) -> None:
    harm(world.slack.sockets)

    assert until(lambda: lines_opened(world) == 2 and world.slack.sockets.connected == 1)
    assert "Nobody is on duty" in world.asks(OLGA, "/oncall")


def test_a_socket_that_slack_believes_in_and_that_hears_nothing_is_replaced(world: World) -> None:
    world.slack.sockets.mute()

    assert until(lambda: world.slack.sockets.connected == 2 and world.bot.connection.joined)
    answers = all_at_once(2, lambda _: world.slack.command(OLGA, "/oncall"))
    assert sorted(answer.acked for answer in answers) == [False, True], "one went to the deaf socket"


def test_nobody_notices_that_slack_moves_the_bot_to_another_server(world: World) -> None:
    world.slack.sockets.refresh()
    answers = [world.slack.command(OLGA, "/oncall") for _ in range(60)]

    assert all(answer.acked for answer in answers)
    assert until(lambda: lines_opened(world) == 2)
    assert until(lambda: world.slack.sockets.connected == 1), "the old line ends in the next silence"


@pytest.mark.parametrize("harm", [Sockets.drop, Sockets.refresh])
def test_an_answer_under_way_arrives_by_the_next_socket(
    world: World, harm: Callable[[Sockets], None]
) -> None:
    slow = fails(world, "slow", "views.open", seconds=0.5)
    asked = in_background(lambda: world.slack.command(RITA, "/liaison"))
    assert until(lambda: slow not in world.slack.faults)

    harm(world.slack.sockets)

    assert asked.result().acked


def test_slack_asking_to_wait_with_a_new_socket_is_obeyed(world: World) -> None:
    fails(world, "ratelimited", OPENS, retry_after=1)

    world.slack.sockets.drop()

    assert until(lambda: world.bot.connection.joined and lines_opened(world) == 3)
    assert world.types(OLGA, "/oncall").acked


@pytest.mark.parametrize("kind", ["error500", "nonsense", "reset_before", "reset_after"])
def test_a_socket_is_asked_for_again_after_a_failure(world: World, kind: str) -> None:
    fails(world, kind, OPENS)

    world.slack.sockets.drop()

    assert until(lambda: world.bot.connection.joined and lines_opened(world) >= 3)
    assert world.types(OLGA, "/oncall").acked


@pytest.mark.parametrize("mode", list(SlackMode))
def test_a_command_under_way_when_the_desk_stops_is_still_answered(sqlite_url: str, mode: SlackMode) -> None:
    with open_world(sqlite_url, mode, bot_for=wary_bot) as world:
        slow = fails(world, "slow", "views.open", seconds=0.5)
        asked = in_background(lambda: world.slack.command(RITA, "/liaison"))
        assert until(lambda: slow not in world.slack.faults)

        world.restarts()

        assert asked.result().acked


def test_by_http_a_command_that_comes_before_slack_was_reached_is_answered(sqlite_url: str) -> None:
    with Sandbox(manifest()) as slack:
        people(slack)
        slack.faults.add(Fault(method="auth.test", kind="error500", times=None))
        bot = wary_bot(slack, sqlite_url, SlackMode.HTTP)
        assert bot.port is not None
        bot.port.start()
        bot.connection.start()
        slack.deliver_to(f"http://127.0.0.1:{bot.port.port}/slack/events")
        answer = slack.command(OLGA, "/escalate please come")
        bot.stop()

        assert answer.message is not None
        assert "The desk has only just started; nothing was saved." in answer.message.plain
        assert "call the command center: 202-616-9000" in answer.message.plain


def test_a_desk_whose_server_is_away_says_so_and_works_once_it_is_there(
    postgres_server: PostgreSQL,
) -> None:
    name = f"later_{new_id()}"
    with Sandbox(manifest()) as slack:
        people(slack)
        world = World(slack, lambda: wary_bot(slack, postgres_server.url(name), SlackMode.SOCKET))
        world.joins()
        away = [world.asks(OLGA, line) for line in ("/oncall", "/escalate please come")]

        postgres_server.copy(name)
        world.bot.look_at_the_database()
        there = world.asks(OLGA, "/oncall")
        world.bot.stop()
        postgres_server.drop(name)

    busy = "The desk is busy; nothing was saved. Try again in a moment."
    assert away == [busy, f"{busy} If it cannot wait, call the command center: 202-616-9000."]
    assert "Nobody is on duty" in there
