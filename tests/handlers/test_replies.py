"""The reply lane: bounded, quick to give up, and never in anybody's way."""

import time

from handlers.replies import WAITING, Replies
from handlers.views.blocks import Message, line, words
from tests.handlers.slack_stub import running

ANSWER = Message(text="an answer", blocks=[line(words("said"))])


def test_an_answer_in_direct_messages_unfurls_nothing() -> None:
    with running() as slack:
        lane = Replies(slack.client())
        lane.say("D1", ANSWER)
        method, sent = slack.next_call()
        lane.close()

    assert method == "chat.postMessage"
    assert (sent["channel"], sent["unfurl_links"], sent["unfurl_media"]) == ("D1", False, False)


def test_a_reply_that_slack_refuses_harms_nothing() -> None:
    with running() as slack:
        slack.down = True
        lane = Replies(slack.client())
        lane.respond(f"{slack.url}response", ANSWER)
        lane.say("D1", ANSWER)
        lane.open("1.1", {"type": "modal"})
        tried = {slack.next_call()[0] for _ in range(3)}
        lane.close()

        assert tried == {"response", "chat.postMessage", "views.open"}


def test_an_address_that_is_none_harms_nothing() -> None:
    with running() as slack:
        lane = Replies(slack.client())
        lane.respond("no address at all", ANSWER)
        lane.close()

        assert slack.quiet


def test_a_full_lane_drops_and_does_not_wait() -> None:
    with running() as slack:
        lane = Replies(slack.client())
        slack.may_answer.clear()
        began = time.monotonic()
        for _ in range(WAITING * 2):
            lane.respond(f"{slack.url}response", ANSWER)
        took = time.monotonic() - began
        slack.may_answer.set()
        lane.close()

        assert took < 20  # Waiting for room would take a minute: eight calls at a time, two seconds each.
        assert slack.calls < WAITING


def test_a_reply_after_the_end_is_dropped() -> None:
    with running() as slack:
        lane = Replies(slack.client())
        lane.close()
        lane.respond(f"{slack.url}response", ANSWER)

        assert slack.quiet
