"""The watcher of the desk itself: a heartbeat only while all is well, and an alarm when it is not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import make_url, text

from bot.policy import load
from bot.settings import SlackMode
from bot.watcher import Watcher
from handlers.fallback import GatewayPager
from handlers.heartbeat import Heartbeat
from storage.database import Database
from storage.records.people import SYSTEM
from storage.records.reach import DESK_ITSELF, Contact, Way
from tests.desk.around import FrozenClock
from tests.faults.beyond import beyond, mail, reachable
from tests.faults.trouble import pages
from tests.handlers.gateways import HOST, heartbeats, mail_server
from tests.storage.examples import an_escalation, raw
from tests.world import DAN, World


@pytest.fixture(params=["socket mode, sqlite", "http mode, postgresql"])
def where(request: pytest.FixtureRequest) -> tuple[str, SlackMode]:
    mode, database = request.param.split(" mode, ")
    fixture = {"sqlite": "sqlite_url", "postgresql": "postgres_url"}[database]
    return request.getfixturevalue(fixture), SlackMode(mode)


def test_the_alarm_goes_off_when_the_sweep_of_the_ladder_has_stopped(where: tuple[str, SlackMode]) -> None:
    with mail_server() as post, beyond(*where, email=mail(post.port)) as world:
        world.takes_duty(DAN)
        reachable(world, "desk", email="center@agency.example")
        page = pages(world)
        world.settle()
        stops(world, "escalations")

        world.after(minutes=3, seconds=59)
        world.bot.watcher.look()
        in_time = world.bot.watcher.troubles
        world.after(seconds=2)
        world.bot.watcher.look()
        world.bot.watcher.look()

        assert in_time == (), "it is late, and not yet by more than the policy allows"
        assert world.bot.watcher.troubles == ("a page's next step is 121 s past its time.",)
        alarms = [letter for letter in post.letters if letter["subject"] == "The liaison desk needs a look"]
        assert len(alarms) == 1, "once in the policy's time"
        body = alarms[0].get_body(("plain",)).get_content()  # type: ignore[union-attr]  # It has one.
        assert "a page's next step is 121 s past its time. Pages may be late." in body
        assert "Call the command center: 202-616-9000." in body
        assert page.reference not in body


def test_a_reminder_that_nobody_says_is_noticed_as_well(sqlite_url: str) -> None:
    with beyond(sqlite_url) as world:
        world.files_request()
        stops(world, "reminders")

        world.after(hours=4, minutes=3)
        world.bot.watcher.look()

        # It is a child's request: after four hours its partners have to know.
        assert world.bot.watcher.troubles == ("a reminder is 180 s past its time.",)


def test_the_alarm_goes_off_when_the_databases_clock_is_an_hour_off(postgres_url: str) -> None:
    """The database is given a `now()` of its own, found before the one that every PostgreSQL has."""
    an_hour_off(postgres_url)
    with (
        mail_server() as post,
        heartbeats() as beats,
        watching(postgres_url, post.port, beats.port) as watcher,
    ):
        watcher.look()

        assert len(watcher.troubles) == 1
        assert watcher.troubles[0].startswith("The database's clock and this machine's differ by 3600 s")
        assert beats.count == 0
        assert len(post.letters) == 1


def test_a_heartbeat_leaves_while_all_is_well_and_none_while_it_is_not(database_url: str) -> None:
    with (
        mail_server() as post,
        heartbeats() as beats,
        watching(database_url, post.port, beats.port) as watcher,
    ):
        watcher.look()
        watcher.look()
        well = beats.count
        late_page(database_url)
        watcher.look()

        assert (well, beats.count) == (2, 2)
        assert len(watcher.troubles) == 1


def test_a_database_that_is_away_stops_the_heartbeat_at_once_and_alarms_after_a_while(
    sqlite_url: str,
) -> None:
    seconds = 0.0
    with (
        mail_server() as post,
        heartbeats() as beats,
        watching(sqlite_url, post.port, beats.port, monotonic=lambda: seconds) as watcher,
    ):
        watcher.look()
        watcher._database.close()

        watcher.look()
        at_first = watcher.troubles, beats.count, len(post.letters)
        seconds = 121.0
        watcher.look()

        assert at_first == ((), 1, 0)
        assert watcher.troubles == ("The database does not answer (it was closed).",)
        assert (beats.count, len(post.letters)) == (1, 1), "by the addresses that it knew last"


@pytest.mark.parametrize("address", [None, "http://127.0.0.1:9/ping"])
def test_a_heartbeat_that_nobody_takes_breaks_nothing(address: str | None) -> None:
    heartbeat = Heartbeat(address)

    assert [heartbeat() for _ in range(2)] == [None, None]  # type: ignore[func-returns-value]  # It says nothing.


def stops(world: World, sweep: str) -> None:
    world.bot.sweeps = [each for each in world.bot.sweeps if each.name not in {sweep, "watch"}]


@contextmanager
def watching(
    url: str, mail_port: int, beat_port: int, *, monotonic: Callable[[], float] = lambda: 0.0
) -> Iterator[Watcher]:
    """Over a desk that has an address of its own."""
    database = Database(url)
    with database.transaction() as stores:
        stores.reach.set_contact(
            Contact(
                owner=DESK_ITSELF,
                way=Way.EMAIL,
                address="center@agency.example",
                set_at=FrozenClock().now(),
                set_by=SYSTEM,
            )
        )
    yield Watcher(
        database=database,
        clock=FrozenClock(),
        pager=GatewayPager({Way.EMAIL: mail(mail_port)}),
        policy=load,
        heartbeat=Heartbeat(f"http://{HOST}:{beat_port}/ping"),
        monotonic=monotonic,
    )
    database.close()


def late_page(url: str) -> None:
    database = Database(url)
    with database.transaction() as stores:
        stores.escalations.add(an_escalation(next_step_at=FrozenClock().now() - timedelta(minutes=3)))
    database.close()


def an_hour_off(url: str) -> None:
    name = make_url(url).database
    with raw(url) as engine, engine.begin() as connection:
        connection.execute(text("CREATE SCHEMA wrong_clock"))
        connection.execute(
            text(
                "CREATE FUNCTION wrong_clock.now() RETURNS timestamptz LANGUAGE sql STABLE AS "
                "$$ SELECT pg_catalog.now() + interval '1 hour' $$"
            )
        )
        connection.execute(text(f'ALTER DATABASE "{name}" SET search_path = wrong_clock, public, pg_catalog'))
