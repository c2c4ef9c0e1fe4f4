"""Slack's official client for Node in the sandbox: what an ordinary bot does works and breaks no rule."""

from bot.sandbox.acting.outcome import Outcome
from bot.sandbox.faults import Fault
from bot.sandbox.http_bot import FORM_TYPE
from bot.sandbox.messages import Message
from bot.sandbox.server import Sandbox
from bot.sandbox.views import View
from tests.node.conftest import ADA, BO, ROOM, open_lunch, web


def said(slack: Sandbox, words: str) -> Message:
    """The one message in the room that says this, once it is there."""
    return slack.wait_for(lambda: next((each for each in slack.messages(ROOM) if words in each.plain), None))


def form(slack: Sandbox, outcome: Outcome) -> View:
    """What opened in answer to something a person did."""
    assert outcome.acked, outcome
    return slack.wait_for(lambda: slack.view(ADA))


def test_a_command_is_answered_by_respond_and_by_say(slack: Sandbox) -> None:
    outcome = slack.command(ADA, "/lunch", channel=ROOM)
    asked = said(slack, "Who comes?")

    assert outcome.acked
    assert asked.buttons == ["I come", "Forget it"]
    assert [each.plain for each in slack.ephemerals(ADA)] == ["You have asked the channel."]


def test_a_click_changes_the_message(slack: Sandbox) -> None:
    slack.command(ADA, "/lunch", channel=ROOM)

    outcome = slack.click(BO, said(slack, "Who comes?"), text="I come")
    changed = said(slack, "Bo Example comes")

    assert outcome.acked
    assert [each.ts for each in slack.messages(ROOM)] == [changed.ts]
    assert changed.buttons == []


def test_a_click_takes_the_message_away_by_its_response_url(slack: Sandbox) -> None:
    slack.command(ADA, "/lunch", channel=ROOM)

    slack.click(ADA, said(slack, "Who comes?"), text="Forget it")

    slack.wait_for(lambda: not slack.messages(ROOM))


def test_a_form_is_refused_beside_its_field_and_then_taken(slack: Sandbox) -> None:
    order = form(slack, slack.command(ADA, "/order", channel=ROOM))
    offered = slack.options(ADA, order, "dish", "pa")

    refused = slack.submit(ADA, order, {"Name": "A", "Dish": "pasta"})
    taken = slack.submit(ADA, order, {"Name": "Ada", "Dish": "pasta"})
    told = slack.wait_for(lambda: slack.dms(ADA))

    assert [each["value"] for each in offered] == ["pancakes", "pasta"]
    assert refused.errors == {"who": "Write the whole name."}
    assert (taken.acked, taken.errors, slack.view(ADA)) == (True, {}, None)
    assert [each.plain for each in told] == ["Ordered: Pasta for Ada"]


def test_a_search_that_finds_nothing_is_an_answer(slack: Sandbox) -> None:
    order = form(slack, slack.command(ADA, "/order", channel=ROOM))

    assert slack.options(ADA, order, "dish", "x") == []


def test_a_global_shortcut_opens_the_form(slack: Sandbox) -> None:
    assert "Dish" in form(slack, slack.shortcut(ADA, "order")).plain


def test_a_shortcut_of_a_message_answers_in_its_thread(slack: Sandbox) -> None:
    message = slack.message(ADA, ROOM, "Noodles again?").message
    assert message is not None

    outcome = slack.message_shortcut(BO, "quote", message)
    quoted = said(slack, "> Noodles")

    assert outcome.acked
    assert quoted.thread_ts == message.ts


def test_a_file_is_uploaded_in_its_three_steps(slack: Sandbox) -> None:
    slack.command(ADA, "/card", channel=ROOM)

    shared = slack.wait_for(lambda: next((each for each in slack.messages(ROOM) if each.files), None))

    assert slack.file(shared) == b"Pancakes\nPasta\nSoup"


def test_the_home_is_published_when_somebody_opens_it(slack: Sandbox) -> None:
    slack.open_home(ADA)

    home = slack.wait_for(lambda: slack.home(ADA))

    assert "Pasta" in home.plain


def test_a_mention_and_a_message_are_answered_once_each(slack: Sandbox) -> None:
    slack.message(ADA, ROOM, f"<@{slack.bot_user_id}> when?")
    said(slack, f"<@{ADA}> Lunch is at noon.")

    slack.message(BO, ROOM, "I am hungry")
    said(slack, f"**So am I**, <@{BO}>.")

    assert len(slack.messages(ROOM)) == 4


def test_a_call_too_many_is_made_again_when_slack_says(slack: Sandbox) -> None:
    slack.faults.add(Fault(kind="ratelimited", method="chat.postMessage", retry_after=1, times=1))

    slack.message(BO, ROOM, "I am hungry")
    said(slack, "**So am I**")

    assert [each.status for each in slack.requests.to("chat.postMessage")] == [429, 200]


def test_the_address_passes_slacks_own_checks_and_refuses_a_forgery() -> None:
    with open_lunch("http") as lunch:
        address = web(lunch.slack)
        genuine = address.verify(), address.ssl_check()
        forged = address.send("command=%2Flunch", FORM_TYPE, {"X-Slack-Signature": "v0=0000"})

    assert genuine == (True, 200)
    assert forged.status == 401


def test_a_bot_that_lost_its_connection_comes_back_and_hears_what_it_missed() -> None:
    with open_lunch("socket") as lunch:
        slack = lunch.slack
        slack.sockets.drop()
        slack.wait_for(lambda: not slack.sockets.connected)
        slack.message(BO, ROOM, "I am hungry")
        said(slack, "**So am I**")
        again = slack.command(ADA, "/lunch", channel=ROOM)

        assert again.acked
        assert [each.plain for each in slack.messages(ROOM)].count(f"**So am I**, <@{BO}>.") == 1
        assert slack.violations == []


def test_a_bot_that_is_asked_to_move_moves_and_loses_nothing() -> None:
    with open_lunch("socket") as lunch:
        slack = lunch.slack
        tickets = len(slack.requests.to("apps.connections.open"))
        slack.sockets.refresh()
        slack.wait_for(lambda: len(slack.requests.to("apps.connections.open")) > tickets)
        slack.wait_for(lambda: slack.sockets.connected == 1)
        slack.message(BO, ROOM, "I am hungry")
        said(slack, "**So am I**")

        assert slack.command(ADA, "/lunch", channel=ROOM).acked
        assert slack.violations == []
