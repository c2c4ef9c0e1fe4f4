"""The HTTP port over real HTTP: alive, ready, and what Prometheus reads."""

import http.client
import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from prometheus_client import CollectorRegistry

from bot.settings import SlackMode
from handlers.http import LARGEST_BODY_BYTES, HttpPort, WebApp
from handlers.metrics import Signals, Standing
from storage.records.escalations import EscalationState
from storage.records.outbox import Lane
from tests.world import DESK, RITA, World, open_world

STANDING = Standing(
    depth={lane: lane.value for lane in Lane},
    oldest_seconds={Lane.FIRST: 12.5},
    dead_letters=3,
    pages={EscalationState.OPEN: 2},
    lag_seconds={"a reminder": 1.5},
    joined=True,
    socket_age_seconds=60,
    twins_removed=1,
    well=True,
)


@pytest.fixture(name="world")
def _world(staffed_sqlite_url: str) -> Iterator[World]:
    with open_world(staffed_sqlite_url) as opened:
        yield opened


def scraped(standing: Callable[[], Standing | None]) -> CollectorRegistry:
    signals = Signals()
    signals.at_scrape(standing)
    return signals.registry


def get(port: int, path: str, *, body: bytes | None = None) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", body, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read().decode()


def of(world: World) -> int:
    assert world.bot.port is not None
    return world.bot.port.port


@contextmanager
def port(
    *,
    alive: Callable[[], bool] = lambda: True,
    ready: dict[str, object] | None = None,
    metrics: CollectorRegistry | None = None,
) -> Iterator[int]:
    app = WebApp(
        alive=alive,
        ready=lambda: ready or {"ready": True},
        metrics=metrics or CollectorRegistry(),
        slack=None,
    )
    opened = HttpPort(app, host="127.0.0.1", port=0)
    opened.start()
    try:
        yield opened.port
    finally:
        opened.stop()


def metrics(text: str) -> dict[str, float]:
    """Each sample by its name with its labels."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def test_a_desk_that_has_joined_is_alive_and_ready(world: World) -> None:
    assert get(of(world), "/healthz") == (200, '{"alive": true}')
    assert get(of(world), "/readyz") == (
        200,
        '{"ready": true, "slack": true, "database": true, "lag_seconds": 0.0}',
    )


def test_a_desk_that_lost_slack_is_alive_and_not_ready(world: World) -> None:
    world.bot.connection.stop()

    status, words = get(of(world), "/readyz")

    assert get(of(world), "/healthz")[0] == 200
    assert status == 503
    assert json.loads(words)["slack"] is False
    assert json.loads(words)["database"] is True


def test_a_program_that_must_end_is_not_alive() -> None:
    with port(alive=lambda: False) as opened:
        assert get(opened, "/healthz") == (503, '{"alive": false}')


def test_a_desk_without_its_database_is_not_ready() -> None:
    with port(ready={"ready": False, "database": False}) as opened:
        assert get(opened, "/readyz") == (503, '{"ready": false, "database": false}')


def test_each_payload_is_counted_with_its_kind_and_its_time(world: World) -> None:
    world.files_request()
    world.types(RITA, "/liaison mine")

    found = metrics(get(of(world), "/metrics")[1])
    assert found['desk_ack_seconds_count{kind="command"}'] == 2
    assert found['desk_ack_seconds_count{kind="form"}'] == 2
    assert found['desk_ack_seconds_bucket{kind="form",le="3.0"}'] == 2
    assert found['desk_ack_seconds_sum{kind="form"}'] > 0


def test_what_waits_to_be_told_is_counted_by_lane_with_its_age(world: World) -> None:
    reference = world.files_request()
    world.slack.click("U0OLGA", world.card(reference), text="Claim")
    world.slack.clock.advance(timedelta(seconds=90))

    found = metrics(get(of(world), "/metrics")[1])
    assert found['desk_outbox_waiting{lane="card"}'] >= 1
    assert found['desk_outbox_waiting{lane="page"}'] == 0
    assert found['desk_outbox_oldest_seconds{lane="card"}'] >= 90
    assert found['desk_outbox_oldest_seconds{lane="page"}'] == 0
    assert (found["desk_database_up"], found["desk_slack_joined"], found["desk_dead_letters"]) == (1, 1, 0)


def test_no_metric_names_a_person_or_a_record(world: World) -> None:
    reference = world.files_request()

    text = get(of(world), "/metrics")[1]

    for word in (reference, RITA, DESK, "Example"):
        assert word not in text


def test_every_lane_and_every_count_is_told() -> None:
    with port(metrics=scraped(lambda: STANDING)) as opened:
        found = metrics(get(opened, "/metrics")[1])

    assert found == {
        "desk_database_up": 1,
        **{f'desk_outbox_waiting{{lane="{lane.name.lower()}"}}': lane.value for lane in Lane},
        **{f'desk_outbox_oldest_seconds{{lane="{lane.name.lower()}"}}': 0 for lane in Lane},
        'desk_outbox_oldest_seconds{lane="first"}': 12.5,
        'desk_pages{state="open"}': 2,
        'desk_lag_seconds{what="a reminder"}': 1.5,
        "desk_dead_letters": 3,
        "desk_slack_joined": 1,
        "desk_socket_age_seconds": 60,
        "desk_twins_removed": 1,
        "desk_well": 1,
    }


def test_without_the_database_only_that_is_told() -> None:
    with port(metrics=scraped(lambda: None)) as opened:
        found = metrics(get(opened, "/metrics")[1])

    assert found == {"desk_database_up": 0}


def test_what_stands_is_read_at_each_scrape() -> None:
    standings = iter([STANDING, replace(STANDING, dead_letters=4)])

    with port(metrics=scraped(lambda: next(standings))) as opened:
        counts = [metrics(get(opened, "/metrics")[1])["desk_dead_letters"] for _ in range(2)]

    assert counts == [3, 4]


@pytest.mark.parametrize("path", ["/", "/healthz/", "/metrics/x", "/slack/events", "/../etc/passwd"])
def test_there_is_nothing_else_in_socket_mode(world: World, path: str) -> None:
    assert get(of(world), path) == (404, '{"error": "nothing here"}')
    assert get(of(world), path, body=b"{}") == (404, '{"error": "nothing here"}')


def test_in_http_mode_only_what_slack_signed_is_let_in(staffed_sqlite_url: str) -> None:
    with open_world(staffed_sqlite_url, SlackMode.HTTP) as world:
        by_slack = world.asks(RITA, "/oncall")
        by_nobody = get(of(world), "/slack/events", body=b'{"type": "url_verification", "challenge": "x"}')

    assert "on duty" in by_slack
    assert by_nobody == (401, "")


def test_a_body_that_no_slack_sends_is_not_read() -> None:
    with port() as opened:
        connection = http.client.HTTPConnection("127.0.0.1", opened, timeout=5)
        connection.putrequest("POST", "/slack/events")
        connection.putheader("Content-Length", str(LARGEST_BODY_BYTES + 1))
        connection.endheaders()
        answer = connection.getresponse()
        connection.close()

    assert answer.status == 413


def test_the_server_does_not_name_itself() -> None:
    with port() as opened:
        connection = http.client.HTTPConnection("127.0.0.1", opened, timeout=5)
        connection.request("GET", "/healthz")
        headers = connection.getresponse().getheaders()
        connection.close()

    assert not re.search("waitress|python", str(headers), re.IGNORECASE)


def test_a_port_that_was_closed_takes_nothing_in() -> None:
    with port() as opened:
        pass

    with pytest.raises(urllib.error.URLError):
        get(opened, "/healthz")


def test_it_stops_also_when_its_own_thread_has_closed_it_before() -> None:
    """As when an answer that leaves wakes that thread at the very moment of the stop."""
    app = WebApp(alive=lambda: True, ready=lambda: {"ready": True}, metrics=CollectorRegistry(), slack=None)
    opened = HttpPort(app, host="127.0.0.1", port=0)
    opened.start()
    opened._server.trigger.pull_trigger(opened._close)  # type: ignore[attr-defined]  # The stubs call it a number.
    opened._thread.join(5)

    opened.stop()

    assert not opened._thread.is_alive()
