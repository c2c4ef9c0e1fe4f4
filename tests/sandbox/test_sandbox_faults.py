"""Injected trouble in the Web API, before and after the effect."""

import threading

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.faults import Fault
from bot.sandbox.server import Sandbox


def post(client: WebClient, channel: str = "C1") -> None:
    client.chat_postMessage(channel=channel, text="Hello", unfurl_links=False, unfurl_media=False)


def said(sandbox: Sandbox) -> int:
    return len(sandbox.messages("C1"))


def test_a_server_error_has_no_effect_and_happens_once(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.faults.add(Fault("chat.postMessage", "error500"))

    with pytest.raises(SlackApiError) as refused:
        post(client)
    post(client)

    assert refused.value.response.status_code == 500
    assert said(sandbox) == 1


def test_nonsense_is_an_answer_that_is_not_json(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.faults.add(Fault("chat.postMessage", "nonsense"))

    with pytest.raises(SlackApiError, match="non-JSON"):
        post(client)

    assert said(sandbox) == 0


def test_a_named_error_is_answered(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.faults.add(Fault("chat.postMessage", "api_error", name="restricted_action"))

    with pytest.raises(SlackApiError) as refused:
        post(client)

    assert refused.value.response["error"] == "restricted_action"


def test_the_connection_can_be_reset_before_or_after_the_effect(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.faults.add(Fault("chat.postMessage", "reset_before"))
    with pytest.raises(OSError, match="reset"):
        post(client)
    before = said(sandbox)
    sandbox.faults.add(Fault("chat.postMessage", "reset_after"))
    with pytest.raises(OSError, match="reset"):
        post(client)

    assert (before, said(sandbox)) == (0, 1)


def test_a_late_effect_lands_when_it_is_let(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.faults.add(Fault("chat.postMessage", "late"))
    with pytest.raises(SlackApiError):
        post(client)
    before = said(sandbox)

    sandbox.faults.land_late()
    sandbox.faults.land_late()

    assert (before, said(sandbox)) == (0, 1)


def test_a_late_effect_lands_by_itself_after_its_seconds(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.faults.add(Fault("chat.postMessage", "late", seconds=0.1, late_answer="reset"))

    with pytest.raises(OSError, match="reset"):
        post(client)

    assert sandbox.wait_for(lambda: said(sandbox)) == 1


def test_a_slow_answer_comes_and_a_silent_one_does_not(sandbox: Sandbox) -> None:
    client = WebClient(sandbox.bot_token, base_url=sandbox.api_url, retry_handlers=[], timeout=1)
    sandbox.faults.add(Fault("chat.postMessage", "slow", seconds=0.2))
    post(client)
    sandbox.faults.add(Fault("chat.postMessage", "silent"))

    with pytest.raises(TimeoutError):
        post(client)

    assert said(sandbox) == 1
    assert sandbox.requests.to("chat.postMessage")[0].seconds > 0.2


def test_a_fault_waits_for_its_turn_its_method_and_its_channel(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.faults.add(Fault("chat.postMessage", "error500", after=1, channel="C1"))

    post(client)
    post(client, "U1")
    client.auth_test()
    with pytest.raises(SlackApiError):
        post(client)

    assert said(sandbox) == 1


def test_a_lasting_fault_goes_when_it_is_cleared(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.faults.add(Fault("*", "error500", times=None))
    for _ in range(3):
        with pytest.raises(SlackApiError):
            client.auth_test()

    sandbox.faults.clear()

    assert client.auth_test()["ok"]


def test_faults_may_be_added_from_several_threads(sandbox: Sandbox) -> None:
    threads = [threading.Thread(target=sandbox.faults.add, args=[Fault(times=1)]) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(list(sandbox.faults)) == 20
