"""Slack fails, lies or is silent, and nobody knows whether a message arrived: it stands once at last."""

import pytest

from storage.records.requests import LiaisonRequest
from tests.faults.trouble import (
    EDIT,
    cards,
    claims,
    closes,
    dm,
    everything_is_told,
    fails,
    files,
    messenger,
    pages,
    times_told,
    times_told_that_it_is_over,
    twins_removed,
)
from tests.world import DESK, OLGA, ONCALL, SAM, World

UNKNOWN = ["error500", "nonsense", "reset_before", "reset_after"]
"""After these nobody can say whether the message arrived; after the last one it did."""


@pytest.mark.parametrize("kind", UNKNOWN)
def test_after_an_unknown_outcome_everything_stands_once(world: World, kind: str) -> None:
    for channel in (DESK, ONCALL, dm(SAM)):
        fails(world, kind, channel=channel)
    request, page = files(world), pages(world)
    world.settle()
    landed = len(cards(world, request))

    world.after(seconds=2)
    world.after(minutes=6)

    assert landed == (1 if kind == "reset_after" else 0)
    assert len(cards(world, request)) == 1
    assert times_told(world, SAM, f"*{request.reference}*  Fugitive") == 1
    assert len([text for text in world.said(ONCALL) if page.reference in text and "Priority" in text]) == 1
    everything_is_told(world)


@pytest.mark.parametrize("kind", UNKNOWN)
def test_an_edit_that_failed_is_made_again(world: World, kind: str) -> None:
    request = files(world)
    world.settle()
    fails(world, kind, EDIT)

    claims(world, request)
    world.settle()
    world.after(seconds=2)

    [card] = cards(world, request)
    assert OLGA in card.plain
    everything_is_told(world)


@pytest.mark.parametrize("kind", ["silent", "silent_after"])
def test_a_silent_slack_is_given_up_and_looked_at_again(world: World, kind: str) -> None:
    messenger(world)._client.timeout = 1
    fails(world, kind, channel=DESK)
    request = files(world)

    world.settle()
    world.after(seconds=2)

    assert len(cards(world, request)) == 1
    everything_is_told(world)


@pytest.mark.parametrize("answer", ["error500", "reset"])
def test_what_lands_late_is_deleted_and_counted(world: World, answer: str) -> None:
    fails(world, "late", channel=DESK, late_answer=answer)
    request = files(world)
    world.settle()
    world.after(seconds=2)
    world.slack.faults.land_late()
    kept, twin = cards(world, request)

    world.clicks(OLGA, "Claim", twin)
    world.after(seconds=30)

    [card] = cards(world, request)
    assert card.ts == kept.ts
    assert OLGA in card.plain
    assert twins_removed(world) == 1
    everything_is_told(world)


def test_a_twin_is_removed_although_slack_is_away_when_it_is_looked_for(world: World) -> None:
    fails(world, "late", channel=DESK)
    request = files(world)
    world.settle()
    world.after(seconds=2)
    world.slack.faults.land_late()

    away = fails(world, "error500", "conversations.history", times=None)
    world.after(minutes=6)
    there = len(cards(world, request))
    world.slack.faults.remove(away)
    world.after(minutes=2)

    assert there == 2
    assert len(cards(world, request)) == 1


@pytest.mark.parametrize("kind", [*UNKNOWN, "late"])
def test_a_bundle_whose_fate_is_unknown_doubles_nothing(world: World, kind: str) -> None:
    requests = seven_requests(world)
    fails(world, kind, channel=dm(SAM))
    for request in requests:
        closes(world, request)
    world.settle()
    world.after(seconds=2)

    world.slack.faults.land_late()
    world.after(minutes=6)

    assert [times_told_that_it_is_over(world, SAM, request) for request in requests] == [1] * 7
    everything_is_told(world)


def test_a_bundle_that_lands_after_it_was_looked_for_leaves_no_twin(world: World) -> None:
    requests = seven_requests(world)
    fails(world, "late", channel=dm(SAM))
    for request in requests:
        closes(world, request)
    world.settle()
    world.after(seconds=2)
    again = len(world.told(SAM)) - 7

    world.slack.faults.land_late()
    both = len(world.told(SAM)) - 7
    world.after(minutes=6)

    assert (again, both) == (1, 2), "what had not arrived goes as one bundle once more"
    assert len(world.told(SAM)) - 7 == 1
    assert [times_told_that_it_is_over(world, SAM, request) for request in requests] == [1] * 7
    everything_is_told(world)


def test_what_may_have_been_sent_swallows_nothing_that_comes_after_it(world: World) -> None:
    first, *others = requests = seven_requests(world)
    fails(world, "reset_after", channel=dm(SAM))
    closes(world, first)
    world.settle()

    for request in others:
        closes(world, request)
    world.after(seconds=2)

    assert [times_told_that_it_is_over(world, SAM, request) for request in requests] == [1] * 7
    everything_is_told(world)


def seven_requests(world: World) -> list[LiaisonRequest]:
    """Filed by the supervisor, who has a message about each; that one is closed is told by one of its own."""
    requests = [files(world) for _ in range(7)]
    for request in requests:
        claims(world, request)
    world.settle()
    assert len(world.told(SAM)) == 7
    return requests
