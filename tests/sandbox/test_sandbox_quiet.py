"""Do not disturb: what dnd.info answers as the workspace's clock goes on, and what the bot hears of it."""

import copy
from collections.abc import Iterator
from datetime import timedelta

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import NOON, Desk, fill
from tests.sandbox.quiet import NOT_IN_IT, info
from tests.sandbox.tiny_bot import MANIFEST, TinyBot


@pytest.fixture
def subscribed() -> Iterator[Desk]:
    manifest = copy.deepcopy(MANIFEST)
    manifest["settings"]["event_subscriptions"]["bot_events"].append("dnd_updated_user")
    with Sandbox(manifest, start_at=NOON) as sandbox:
        fill(sandbox)
        bot = TinyBot(sandbox)
        bot.connect()
        yield Desk(sandbox, bot)
        bot.close()


def error_of(refused: pytest.ExceptionInfo[SlackApiError]) -> str:
    return str(refused.value.response["error"])


def test_nobody_is_in_it_at_first_the_bot_included(client: WebClient) -> None:
    assert info(client, user="U1") == NOT_IN_IT
    assert info(client) == NOT_IN_IT


def test_a_snooze_is_told_with_its_end(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.clock.pause()
    sandbox.do_not_disturb("U1", minutes=30)
    begin = int(sandbox.clock.now().timestamp())
    sandbox.clock.advance(timedelta(minutes=10))

    told = info(client, user="U1")

    end = begin + 1800
    assert told == {
        "dnd_enabled": True,
        "next_dnd_start_ts": begin,
        "next_dnd_end_ts": end,
        "snooze_enabled": True,
        "snooze_endtime": end,
        "snooze_remaining": 1200,
    }
    assert info(client, user="U2") == NOT_IN_IT


def test_a_snooze_ends_by_the_clock_of_the_workspace(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.do_not_disturb("U1", minutes=30)
    sandbox.clock.advance(timedelta(minutes=30))

    assert info(client, user="U1") == NOT_IN_IT


def test_a_snooze_is_ended_by_hand(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.do_not_disturb("U1", minutes=480)
    sandbox.do_not_disturb("U1", minutes=None)

    assert info(client, user="U1") == NOT_IN_IT


def test_people_who_are_not_there_are_not_found_and_strangers_not_visible(
    sandbox: Sandbox, client: WebClient
) -> None:
    sandbox.add_person("W9", "out", team_id="T9")

    with pytest.raises(SlackApiError) as unknown:
        client.dnd_info(user="U404")
    with pytest.raises(SlackApiError) as stranger:
        client.dnd_info(user="W9")

    assert (error_of(unknown), error_of(stranger)) == ("user_not_found", "user_not_visible")


def test_asking_needs_its_scope() -> None:
    manifest = copy.deepcopy(MANIFEST)
    manifest["oauth_config"]["scopes"]["bot"].remove("dnd:read")
    with Sandbox(manifest) as sandbox, pytest.raises(SlackApiError) as refused:
        WebClient(sandbox.bot_token, base_url=sandbox.api_url).dnd_info(user="U1")

    assert error_of(refused) == "missing_scope"
    assert refused.value.response["needed"] == "dnd:read"


def test_only_people_who_are_here_switch_it_and_for_some_time(sandbox: Sandbox) -> None:
    with pytest.raises(NotOnScreen, match="U404"):
        sandbox.do_not_disturb("U404", minutes=30)
    with pytest.raises(ValueError, match="more than 0 minutes"):
        sandbox.do_not_disturb("U1", minutes=0)


def test_a_bot_that_subscribed_hears_of_it_without_the_snooze_as_at_slack(subscribed: Desk) -> None:
    subscribed.sandbox.do_not_disturb("U1", minutes=30)
    subscribed.sandbox.do_not_disturb("U1", minutes=None)

    subscribed.sandbox.wait_for(lambda: len(subscribed.bot.events("dnd_updated_user")) == 2)
    on, off = subscribed.bot.events("dnd_updated_user")
    assert on["user"] == "U1"
    assert on["dnd_status"]["next_dnd_end_ts"] - on["dnd_status"]["next_dnd_start_ts"] == 1800
    assert off["dnd_status"] == {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}


def test_a_bot_that_did_not_subscribe_hears_nothing(desk: Desk) -> None:
    desk.sandbox.do_not_disturb("U1", minutes=30)
    desk.sandbox.message("U1", None, "Heard")

    desk.sandbox.wait_for(lambda: desk.bot.events("message"))
    assert desk.bot.events("dnd_updated_user") == []
