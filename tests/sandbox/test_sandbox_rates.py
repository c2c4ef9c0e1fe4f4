"""Slack's rate limits, and insisting during a Retry-After."""

from datetime import timedelta

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.faults import Fault
from bot.sandbox.server import Sandbox
from tests.sandbox.tiny_bot import MANIFEST


def post(client: WebClient, channel: str = "C1") -> int:
    """The seconds to wait, 0 when it went through."""
    try:
        client.chat_postMessage(channel=channel, text="Hello", unfurl_links=False, unfurl_media=False)
    except SlackApiError as refused:
        limited = refused.response["error"] == "ratelimited" and refused.response.status_code == 429
        return int(refused.response.headers["Retry-After"]) if limited else -1
    return 0


@pytest.fixture(autouse=True)
def _paused(sandbox: Sandbox) -> None:
    """So that only what a test says passes for the limits, apart from its own milliseconds."""
    sandbox.clock.pause()


def test_a_channel_takes_a_burst_and_then_a_message_a_second(sandbox: Sandbox, client: WebClient) -> None:
    waits = [post(client) for _ in range(6)]
    sandbox.clock.advance(timedelta(seconds=1))
    after_waiting = post(client)

    assert waits == [0, 0, 0, 0, 0, 1]
    assert after_waiting == 0
    assert sandbox.violations == []


def test_channels_have_limits_of_their_own(sandbox: Sandbox, client: WebClient) -> None:
    for _ in range(6):
        post(client)

    assert post(client, "U1") == 0


def test_insisting_during_the_retry_after_is_noted(sandbox: Sandbox, client: WebClient) -> None:
    waits = [post(client) for _ in range(7)]

    assert waits[5:] == [1, 1]
    assert [each.kind for each in sandbox.violations] == ["over-rate"]


def test_a_method_is_limited_by_its_tier(sandbox: Sandbox, client: WebClient) -> None:
    for _ in range(20):
        client.users_list()

    with pytest.raises(SlackApiError) as refused:
        client.users_list()

    assert refused.value.response.headers["Retry-After"] == "3"


def test_an_injected_retry_after_has_to_be_kept_too(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.faults.add(Fault(method="chat.postMessage", kind="ratelimited", retry_after=30))

    first, early = post(client), post(client)
    sandbox.clock.advance(timedelta(seconds=30))
    late = post(client)

    assert (first, early, late) == (30, 30, 0)
    assert [each.kind for each in sandbox.violations] == ["over-rate"]


def test_rates_can_be_switched_off() -> None:
    with Sandbox(MANIFEST, rates=False) as sandbox:
        sandbox.add_channel("C1", "desk")
        client = WebClient(sandbox.bot_token, base_url=sandbox.api_url)

        assert [post(client) for _ in range(10)] == [0] * 10
