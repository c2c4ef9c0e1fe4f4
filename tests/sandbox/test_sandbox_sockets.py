"""Socket Mode: tickets, hello, envelopes, and connections that break."""

import json
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
import websocket
from slack_sdk import WebClient

from bot.sandbox.faults import Fault
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Desk


def open_url(sandbox: Sandbox) -> str:
    client = WebClient(sandbox.app_token, base_url=sandbox.api_url)
    return str(client.apps_connections_open(app_token=sandbox.app_token)["url"])


def connect(url: str) -> websocket.WebSocket:
    return websocket.create_connection(url, timeout=5)


def read(socket: websocket.WebSocket) -> dict[str, Any]:
    words: dict[str, Any] = json.loads(socket.recv())
    return words


@pytest.fixture
def socket(sandbox: Sandbox) -> Iterator[websocket.WebSocket]:
    with closing(connect(open_url(sandbox))) as socket:
        yield socket


def test_slack_says_hello(sandbox: Sandbox, socket: websocket.WebSocket) -> None:
    hello = read(socket)

    assert (hello["type"], hello["num_connections"]) == ("hello", 1)
    assert hello["connection_info"] == {"app_id": sandbox.app_id}
    assert "approximate_connection_time" in hello["debug_info"]


def test_a_ticket_is_good_for_one_connection(sandbox: Sandbox) -> None:
    url = open_url(sandbox)

    with closing(connect(url)), pytest.raises(websocket.WebSocketBadStatusException):
        connect(url)


def test_an_event_comes_in_an_envelope(sandbox: Sandbox, socket: websocket.WebSocket) -> None:
    read(socket)
    sandbox.message("U1", "C1", "Hello")

    envelope = read(socket)

    assert envelope["type"] == "events_api"
    assert envelope["accepts_response_payload"] is False
    assert (envelope["retry_attempt"], envelope["retry_reason"]) == (0, "")
    assert envelope["payload"]["event"]["text"] == "Hello"


def test_the_eleventh_connection_is_one_too_many(sandbox: Sandbox) -> None:
    sockets = [connect(open_url(sandbox)) for _ in range(10)]
    sandbox.wait_for(lambda: sandbox.sockets.connected == 10)
    with closing(connect(open_url(sandbox))) as eleventh:
        words = read(eleventh)
    for socket in sockets:
        socket.close()

    assert (words["type"], words["reason"]) == ("disconnect", "too_many_websockets")


def test_pings_are_echoed(socket: websocket.WebSocket) -> None:
    read(socket)
    socket.ping("session:time")

    opcode, payload = socket.recv_data(control_frame=True)

    assert (opcode, payload) == (websocket.ABNF.OPCODE_PONG, b"session:time")


def test_each_envelope_goes_to_any_one_connection(sandbox: Sandbox) -> None:
    sockets = [connect(open_url(sandbox)) for _ in range(2)]
    for socket in sockets:
        read(socket)
    for number in range(4):
        sandbox.message("U1", "C1", str(number))

    seen = [[read(socket)["payload"]["event"]["text"] for _ in range(2)] for socket in sockets]
    for socket in sockets:
        socket.close()

    assert sorted(text for texts in seen for text in texts) == ["0", "1", "2", "3"]


def test_events_before_the_bot_came_reach_it_later(sandbox: Sandbox) -> None:
    sandbox.message("U1", "C1", "Early")

    with closing(connect(open_url(sandbox))) as socket:
        read(socket)
        envelope = read(socket)

    assert envelope["payload"]["event"]["text"] == "Early"
    assert envelope["retry_attempt"] == 1


def test_an_unacknowledged_event_is_repeated_at_once_when_its_connection_drops(sandbox: Sandbox) -> None:
    with closing(connect(open_url(sandbox))) as first:
        read(first)
        sandbox.message("U1", "C1", "Lost?")
        lost = read(first)
        sandbox.sockets.drop()
        with pytest.raises(OSError, match="reset"):
            first.recv()
    with closing(connect(open_url(sandbox))) as second:
        read(second)
        repeated = read(second)

    assert repeated["payload"] == lost["payload"]
    assert repeated["envelope_id"] != lost["envelope_id"]
    assert (repeated["retry_attempt"], repeated["retry_reason"]) == (1, "timeout")


def test_an_unacknowledged_event_is_repeated_after_three_seconds(
    sandbox: Sandbox, socket: websocket.WebSocket
) -> None:
    read(socket)
    sandbox.message("U1", "C1", "Hello?")

    attempts = [read(socket)["retry_attempt"] for _ in range(2)]

    assert attempts == [0, 1]
    assert [each.kind for each in sandbox.violations] == ["missing ack"]


def test_an_envelope_may_come_twice(desk: Desk) -> None:
    desk.sandbox.faults.add(Fault(kind="repeat_next"))

    desk.sandbox.command("U1", "/hello")

    desk.sandbox.wait_for(lambda: len(desk.bot.seen) == 2)
    assert desk.bot.envelope_ids[-1] == desk.bot.envelope_ids[-2]
    assert desk.sandbox.violations == []


def test_an_envelope_may_be_overtaken(desk: Desk) -> None:
    desk.sandbox.faults.add(Fault(kind="delay_next", seconds=0.1))

    desk.sandbox.message("U1", "C1", "First")
    desk.sandbox.message("U1", "C1", "Second")

    desk.sandbox.wait_for(lambda: len(desk.bot.events("message")) == 2)
    assert [event["text"] for event in desk.bot.events("message")] == ["Second", "First"]
