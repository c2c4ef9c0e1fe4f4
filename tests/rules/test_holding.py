"""A page that somebody has: renewed, asked after, handed over, and back to the ladder."""

from dataclasses import replace

import pytest

from bot.policy import load
from bot.rules import holding
from bot.rules.holding import Held
from storage.records.escalations import EscalationState, Trouble, TroubleKind
from storage.records.people import Actor
from storage.records.requests import Priority
from tests.rules.examples import ADA, BORIS, NOW, after, an_escalation

WAITS = load().pages
TAKEN = holding.taken(an_escalation(awaited=(ADA, BORIS)), Actor(ADA), WAITS, NOW)


@pytest.mark.parametrize(
    ("priority", "hours"),
    [(Priority.FLASH, 1), (Priority.URGENT, 4), (Priority.NORMAL, 24), (Priority.ROUTINE, 72)],
)
def test_whoever_takes_a_page_has_it_for_the_policys_time(priority: Priority, hours: int) -> None:
    taken = holding.taken(an_escalation(priority=priority), Actor(ADA), WAITS, NOW)

    assert taken.next_step_at == after(hours=hours)
    assert (taken.state, taken.acknowledged_by) == (EscalationState.ACKNOWLEDGED, Actor(ADA))
    assert taken.awaited == ()


def test_after_that_time_they_are_asked_and_have_a_while_to_answer() -> None:
    asked = holding.asked(TAKEN, WAITS, NOW)

    assert holding.due(TAKEN) is Held.ASK
    assert holding.due(asked) is Held.BACK
    assert asked.next_step_at == NOW + WAITS.answer_within


def test_whoever_is_still_on_it_has_the_whole_time_again() -> None:
    renewed = holding.renewed(holding.asked(TAKEN, WAITS, NOW), WAITS, after(minutes=5))

    assert holding.due(renewed) is Held.ASK
    assert renewed.next_step_at == after(hours=1, minutes=5)


def test_without_an_answer_it_begins_at_the_foot_of_the_ladder() -> None:
    quiet = (Trouble(kind=TroubleKind.QUIET, person=ADA),)
    back = holding.back(holding.asked(replace(TAKEN, troubles=quiet), WAITS, NOW))

    assert back.troubles == (), "whoever was quiet then may hear it now"
    assert (back.state, back.rung, back.round) == (EscalationState.OPEN, 0, 1)
    assert (back.acknowledged_by, back.acknowledged_at, back.asked_at) == (None, None, None)
    assert back.first_acknowledged_at == NOW, "the figures of the month keep the first answer"


def test_an_offer_that_nobody_takes_leaves_it_where_it_was() -> None:
    offered = holding.offered(holding.asked(TAKEN, WAITS, NOW), BORIS, WAITS, NOW)
    over = holding.offer_over(offered, WAITS, after(minutes=5))

    assert holding.due(offered) is Held.OFFER_OVER
    assert offered.asked_at is None, "handing it on is an answer"
    assert (over.acknowledged_by, over.offered_to) == (Actor(ADA), None)
    assert holding.due(over) is Held.ASK


def test_whoever_takes_it_over_has_it_and_no_offer_stands() -> None:
    offered = holding.offered(TAKEN, BORIS, WAITS, NOW)
    taken = holding.taken(offered, Actor(BORIS), WAITS, after(minutes=1))

    assert (taken.acknowledged_by, taken.offered_to) == (Actor(BORIS), None)
    assert taken.first_acknowledged_at == NOW
