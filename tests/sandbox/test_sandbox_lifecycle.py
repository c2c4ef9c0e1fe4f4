"""Starting, stopping, resetting and waiting."""

import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox.clock import VirtualClock
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import NOON, Desk
from tests.sandbox.tiny_bot import MANIFEST


def test_it_starts_and_stops_in_milliseconds() -> None:
    started = time.monotonic()

    for _ in range(5):
        with Sandbox(MANIFEST):
            pass

    assert time.monotonic() - started < 1.0


def test_a_port_in_use_is_refused_at_once(sandbox: Sandbox) -> None:
    with pytest.raises(OSError, match="in use"):
        Sandbox(MANIFEST, port=int(sandbox.url.rpartition(":")[2]))


def test_two_sandboxes_share_no_token(sandbox: Sandbox) -> None:
    with Sandbox(MANIFEST) as other:
        assert other.bot_token != sandbox.bot_token
        assert other.app_token != sandbox.app_token


def test_a_reset_keeps_the_connection_and_forgets_the_rest(desk: Desk) -> None:
    desk.sandbox.message("U1", "C1", "Hello")
    desk.sandbox.clock.advance(timedelta(days=1))

    desk.sandbox.reset(start_at=NOON)

    assert desk.sandbox.sockets.connected == 1
    assert desk.sandbox.clock.now() - NOON < timedelta(minutes=1)
    with pytest.raises(NotOnScreen, match="U1"):
        desk.sandbox.command("U1", "/hello")


def test_waiting_ends_with_the_change_that_was_waited_for(sandbox: Sandbox) -> None:
    threading.Timer(0.05, lambda: sandbox.message("U1", "C1", "There")).start()

    (said,) = sandbox.wait_for(lambda: sandbox.messages("C1"))

    assert said.plain == "There"


def test_waiting_in_vain_says_what_there_is_instead(sandbox: Sandbox) -> None:
    sandbox.message("U1", "C1", "Something else")

    with pytest.raises(AssertionError, match=r"#desk .* U1: 'Something else'"):
        sandbox.wait_for(lambda: sandbox.dms("U1"), timeout=0.05)


def test_the_clock_jumps_runs_faster_and_stands_still() -> None:
    clock = VirtualClock(datetime(2026, 3, 8, 6, 59, tzinfo=UTC))
    clock.pause()
    before = clock.now()
    clock.advance(timedelta(hours=2))
    after = clock.now()
    clock.set_rate(3600)
    clock.resume()

    threading.Event().wait(0.02)

    assert after - before == timedelta(hours=2)
    assert clock.now() - after >= timedelta(minutes=1)


@pytest.mark.parametrize(
    "wrong", [lambda clock: clock.advance(timedelta(-1)), lambda clock: clock.set_rate(0)]
)
def test_the_clock_never_runs_backwards(wrong: object) -> None:
    assert callable(wrong)

    with pytest.raises(ValueError, match="clock"):
        wrong(VirtualClock())
