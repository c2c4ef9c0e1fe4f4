"""The example desk as its people find it in Slack: each thing told at the moment at which it happened."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.demo.people import EVERYBODY, REQUESTER
from bot.policy import load
from bot.sandbox.messages import Message
from bot.sandbox.server import Sandbox
from handlers.cli import example_desk
from handlers.cli.example_desk import DESK, ONCALL
from handlers.cli.ground import database
from handlers.cli.sandbox import environment
from handlers.manifest import manifest
from tests.cli.sandboxes import get

pytestmark = pytest.mark.xdist_group("the example desk in slack")
FIRST = f"LR-{datetime.now(UTC).year}-00001"
A_MINUTE = timedelta(minutes=1)
A_GLANCE = 12
"""So many new messages somebody reads at a glance."""


@pytest.fixture(name="slack", scope="module")
def _slack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """Told once; the tests only look at it."""
    url = f"sqlite:///{tmp_path_factory.mktemp('example') / 'desk.db'}"
    with database(url) as opened, Sandbox(manifest()) as slack:
        example_desk.told(slack, opened, load(), environment(slack, url))
        with opened.reading() as stores:
            assert set(stores.outbox.depth().values()) == {0}, "something was not told"
        yield slack


def said_at(message: Message) -> datetime:
    return datetime.fromtimestamp(float(message.ts), UTC)


def test_a_card_is_as_old_as_its_request_and_shows_how_it_is_now(slack: Sandbox) -> None:
    (card,) = [each for each in slack.messages(DESK) if each.text.startswith(f"Request {FIRST}")]

    assert abs(slack.clock.now() - said_at(card) - timedelta(days=3, hours=4)) < A_MINUTE
    assert card.text.endswith("in intake review")


def test_each_request_has_one_card_and_nobody_is_paged(slack: Sandbox) -> None:
    cards = [each.text.partition(":")[0] for each in slack.messages(DESK) if each.text.startswith("Request ")]

    assert len(cards) >= 15
    assert len(set(cards)) == len(cards)
    assert slack.messages(ONCALL) == []


def test_a_reminder_stands_at_the_moment_at_which_it_fell_due(slack: Sandbox) -> None:
    (overdue,) = [each for each in slack.messages(DESK) if each.text == f"{FIRST} is overdue"]

    assert timedelta(days=1) < slack.clock.now() - said_at(overdue) < timedelta(days=3)


def test_messages_stand_in_the_order_in_which_they_were_said(slack: Sandbox) -> None:
    moments = [said_at(each) for each in slack.messages(DESK)]

    assert moments == sorted(moments)
    assert len(moments) == len(set(moments))
    assert moments[0] < slack.clock.now() - timedelta(days=100)


def test_only_the_requester_has_something_to_read_and_no_more_than_a_glance(slack: Sandbox) -> None:
    unread = {}
    for person in EVERYBODY:
        state = json.loads(get(f"{slack.url}/control/state?user={person.id}"))
        unread[person.id] = state["dm"]["unread"] + sum(each["unread"] for each in state["channels"])

    assert 0 < unread.pop(REQUESTER.id) < A_GLANCE
    assert set(unread.values()) == {0}
    assert [each["id"] for each in state["people"] if each["called"]] == [REQUESTER.id]


def test_slack_had_nothing_to_complain_of(slack: Sandbox) -> None:
    assert slack.violations == []
