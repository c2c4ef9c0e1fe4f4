"""Bolt's client when its connection breaks: what the sandbox does to it, and that it comes back."""

import pytest

from bot.sandbox.faults import Fault
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Desk

# websocket-client leaves the socket of a broken connection to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def reaches_the_bot(sandbox: Sandbox) -> bool:
    """Bolt's client may connect twice in a row after a break, and loses what came in between."""
    return any(sandbox.command("U1", "/hello").acked for _ in range(3))


def test_a_refresh_warns_first_and_the_bot_connects_anew(fragile_desk: Desk) -> None:
    sandbox = fragile_desk.sandbox
    opened = len(sandbox.requests.to("apps.connections.open"))

    sandbox.sockets.refresh()
    sandbox.wait_for(lambda: len(sandbox.requests.to("apps.connections.open")) > opened)
    sandbox.wait_for(lambda: sandbox.sockets.connected == 0)
    sandbox.wait_for(lambda: sandbox.sockets.connected == 1)

    assert reaches_the_bot(sandbox)


def test_a_dropped_bot_connects_again(fragile_desk: Desk) -> None:
    sandbox = fragile_desk.sandbox

    sandbox.sockets.drop()
    sandbox.wait_for(lambda: sandbox.sockets.connected == 0)
    sandbox.wait_for(lambda: sandbox.sockets.connected == 1)

    assert reaches_the_bot(sandbox)


def test_into_a_muted_connection_slack_speaks_in_vain(fragile_desk: Desk) -> None:
    sandbox = fragile_desk.sandbox
    sandbox.sockets.mute()

    outcome = sandbox.command("U1", "/hello")
    believed_in = sandbox.sockets.connected
    sandbox.stop()  # Else Bolt waits long for the goodbye of a broken connection.

    assert outcome.error == "operation_timeout"
    assert believed_in == 1
    assert fragile_desk.bot.seen == []
    assert sandbox.violations == []


def test_a_half_open_connection_is_forgotten_by_slack_alone(fragile_desk: Desk) -> None:
    sandbox = fragile_desk.sandbox
    sandbox.sockets.half_open()
    sandbox.wait_for(lambda: sandbox.sockets.connected == 0)

    outcome = sandbox.command("U1", "/hello")
    bot_believes = fragile_desk.bot.handler.client.is_connected()
    sandbox.stop()  # Else Bolt waits long for the goodbye of a broken connection.

    assert outcome.error == "dispatch_failed"
    assert bot_believes


def test_with_slack_down_nothing_answers_and_the_bot_comes_back(fragile_desk: Desk) -> None:
    sandbox = fragile_desk.sandbox
    down = sandbox.faults.add(Fault(kind="down"))
    sandbox.wait_for(lambda: sandbox.sockets.connected == 0)
    with pytest.raises(OSError, match="reset"):
        fragile_desk.client.auth_test()
    unreachable = sandbox.command("U1", "/hello")

    sandbox.faults.remove(down)
    sandbox.wait_for(lambda: sandbox.sockets.connected == 1)

    assert unreachable.error == "dispatch_failed"
    assert any(sandbox.command("U1", "/hello").acked for _ in range(3))
