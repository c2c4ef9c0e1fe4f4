"""Holding a page: taken, renewed, asked after, handed over, and back to the ladder without an answer."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from bot.rules.policy import PageWaits
from storage.records.escalations import Escalation, EscalationState
from storage.records.people import Actor, PersonId


class Held(StrEnum):
    """What is due about a page that somebody has."""

    ASK = "ask"
    """Ask its holder whether they are still on it."""
    BACK = "back"
    """They did not answer: it goes back to the ladder."""
    OFFER_OVER = "offer_over"
    """Whoever was asked to take it over did not: it stays with its holder."""


def due(escalation: Escalation) -> Held:
    """What to do about an acknowledged page whose moment has come."""
    if escalation.offered_to is not None:
        return Held.OFFER_OVER
    return Held.ASK if escalation.asked_at is None else Held.BACK


def taken(escalation: Escalation, by: Actor, waits: PageWaits, now: datetime) -> Escalation:
    """Somebody has it now, for the policy's time."""
    return replace(
        renewed(escalation, waits, now),
        state=EscalationState.ACKNOWLEDGED,
        acknowledged_by=by,
        acknowledged_at=now,
        first_acknowledged_at=escalation.first_acknowledged_at or now,
        awaited=(),
        offered_to=None,
    )


def renewed(escalation: Escalation, waits: PageWaits, now: datetime) -> Escalation:
    """Its holder is still on it."""
    return replace(escalation, asked_at=None, next_step_at=now + waits.renew[escalation.priority])


def asked(escalation: Escalation, waits: PageWaits, now: datetime) -> Escalation:
    return replace(escalation, asked_at=now, next_step_at=now + waits.answer_within)


def back(escalation: Escalation) -> Escalation:
    """At the foot of the ladder again; everybody on it is told once more."""
    return replace(
        escalation,
        state=EscalationState.OPEN,
        acknowledged_by=None,
        acknowledged_at=None,
        asked_at=None,
        rung=0,
        round=escalation.round + 1,
        troubles=(),
    )


def offered(escalation: Escalation, to: PersonId, waits: PageWaits, now: datetime) -> Escalation:
    """Handing it over is a sign that its holder is on it."""
    return replace(escalation, offered_to=to, asked_at=None, next_step_at=now + waits.accept_within)


def offer_over(escalation: Escalation, waits: PageWaits, now: datetime) -> Escalation:
    return replace(renewed(escalation, waits, now), offered_to=None)
