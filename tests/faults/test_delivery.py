"""Slack asks to wait, or refuses: each message keeps its turn, and one that is refused holds up no other."""

import pytest

from bot.sandbox.faults import Fault
from handlers.budget import Budget, budgets
from handlers.calls import Calls
from tests.faults.trouble import (
    EDIT,
    cards,
    claims,
    closes,
    dead_letters,
    deletes,
    dm,
    everything_is_told,
    fails,
    files,
    messenger,
    pages,
    times_told,
    waiting,
)
from tests.processes import until
from tests.world import DAN, DESK, OLGA, ONCALL, SAM, World


def test_a_channel_that_has_to_wait_holds_up_no_other(world: World) -> None:
    fails(world, "ratelimited", channel=DESK, retry_after=7)
    first, second = files(world), files(world)
    world.settle()
    held = cards(world, first) + cards(world, second)
    told = [times_told(world, SAM, request.reference) > 0 for request in (first, second)]

    world.after(seconds=6)
    still_held = cards(world, first)
    world.after(seconds=1)

    assert (held, still_held) == ([], [])
    assert told == [True, True]
    assert [len(cards(world, request)) for request in (first, second)] == [1, 1]
    everything_is_told(world)


def test_edits_that_have_to_wait_hold_up_no_post(world: World) -> None:
    first, second = files(world), files(world)
    world.settle()
    fails(world, "ratelimited", EDIT, retry_after=1)

    claims(world, first)
    claims(world, second, DAN)
    third = files(world)
    world.settle()
    before = [OLGA in cards(world, first)[0].plain, DAN in cards(world, second)[0].plain]
    posted = len(cards(world, third))
    assert until(lambda: messenger(world)._calls._budgets[EDIT].take() == 0.0)
    world.after(seconds=1)

    assert (before, posted) == ([False, False], 1)
    assert OLGA in cards(world, first)[0].plain
    assert DAN in cards(world, second)[0].plain
    everything_is_told(world)


def test_edits_wait_when_their_budget_is_spent(world: World) -> None:
    seconds = 1000.0
    messenger(world)._calls = Calls(budgets() | {EDIT: Budget(1, monotonic=lambda: seconds)})
    first, second = files(world), files(world)
    world.settle()

    claims(world, first)
    claims(world, second, DAN)
    third = files(world)
    world.settle()
    seen = [OLGA in cards(world, first)[0].plain, DAN in cards(world, second)[0].plain]
    posted = len(cards(world, third))
    for _ in range(3):
        seconds += 60
        world.after(seconds=60)

    assert (seen, posted) == ([True, False], 1)
    assert DAN in cards(world, second)[0].plain
    assert len(world.slack.requests.to(EDIT)) == 4, "of each the card, and the message to whoever filed it"
    everything_is_told(world)


@pytest.mark.parametrize("error", ["channel_not_found", "not_in_channel"])
def test_what_slack_refuses_for_good_lets_the_next_one_pass(world: World, error: str) -> None:
    fails(world, "api_error", channel=DESK, name=error)
    first, second = files(world), files(world)
    world.settle()
    shown = [len(cards(world, first)), len(cards(world, second))]

    claims(world, first)
    world.settle()

    assert shown == [0, 1]
    [letter] = dead_letters(world)
    assert (letter.what, letter.place, letter.error, letter.attempts) == ("request_card", "desk", error, 1)
    assert len(cards(world, first)) == 1
    assert waiting(world) == 0


def test_a_card_that_somebody_deleted_is_posted_anew_at_the_next_change(world: World) -> None:
    request = files(world)
    world.settle()
    deletes(world, cards(world, request)[0])
    fails(world, "reset_after", channel=DESK)

    claims(world, request)
    world.settle()
    world.after(seconds=2)
    closes(world, request)
    world.settle()

    [card] = cards(world, request)
    assert "*State*\nclosed" in card.plain
    everything_is_told(world)


def test_more_than_five_for_one_person_become_one_message(world: World) -> None:
    requests = [files(world) for _ in range(7)]
    for request in requests:
        claims(world, request)
    world.settle()

    for request in requests:
        closes(world, request)
    world.settle()

    [bundle] = world.told(SAM)[7:]
    assert "7 updates at once" in bundle
    assert all(request.reference in bundle for request in requests)


def test_what_happens_to_one_record_is_told_in_its_order(world: World) -> None:
    fails(world, "error500", channel=dm(SAM))
    request = files(world)
    world.settle()

    claims(world, request)
    closes(world, request)
    world.settle()
    early = world.told(SAM)
    world.after(seconds=2)

    assert early == []
    own, moved = world.told(SAM)
    assert "It is over. Located." in own
    assert "is now closed" in moved


def test_a_page_overtakes_a_backlog_of_cards(world: World) -> None:
    fails(world, "slow", channel=DESK, times=None, seconds=0.2)
    requests = [files(world) for _ in range(10)]
    world.bot.scheduler.start(world.bot.sweeps)
    world.slack.wait_for(lambda: cards(world, requests[0]))

    page = pages(world)
    world.slack.wait_for(lambda: any(page.reference in text for text in world.said(ONCALL)))
    shown = sum(len(cards(world, request)) for request in requests)
    world.slack.wait_for(lambda: all(cards(world, request) for request in requests))

    assert shown < 6


@pytest.mark.parametrize("kind", ["error500", "ratelimited"])
def test_a_home_that_was_not_published_is_shown_later(world: World, kind: str) -> None:
    fails(world, kind, "views.publish", retry_after=1)

    world.slack.open_home(OLGA)
    assert until(lambda: waiting(world) == 1)
    world.settle()
    early = world.slack.home(OLGA)
    assert until(lambda: messenger(world)._calls._budgets["views.publish"].take() == 0.0)
    world.after(seconds=2)

    assert early is None
    assert world.slack.home(OLGA) is not None


def test_a_card_that_changed_twice_while_slack_was_down_is_edited_once(world: World) -> None:
    request = files(world)
    world.settle()
    down = world.slack.faults.add(Fault(kind="down", times=None))

    claims(world, request)
    world.settle()
    closes(world, request)
    world.settle()
    world.slack.faults.remove(down)
    edits = len(world.slack.requests.to(EDIT))
    world.after(seconds=10)

    [card] = cards(world, request)
    assert "*State*\nclosed" in card.plain
    [own, _] = world.told(SAM)
    assert "It is over. Located." in own
    assert len(world.slack.requests.to(EDIT)) == edits + 2, "the card, and the message to whoever filed it"
    everything_is_told(world)
