"""Escalations: the ladder, rung by rung, and whom each rung tells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot.rules.permissions import trusted
from bot.rules.policy import LadderStep
from storage.records.escalations import Escalation, EscalationState, Rung
from storage.records.people import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Who can be told at this moment."""

    on_duty: PersonId | None
    next_person: PersonId | None
    supervisors: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Climb:
    """What one step of the ladder leads to."""

    escalation: Escalation
    told: tuple[PersonId, ...]
    """Who hears of it now and has not before."""
    everyone: bool
    """The whole channel is told."""
    nobody_on_duty: bool


def climb(escalation: Escalation, ladder: Sequence[LadderStep], watch: Watch, now: datetime) -> Climb:
    """The next rung that tells somebody new, or the end of the ladder.

    A rung that reaches nobody new is not waited for. Nobody is told twice by direct message.
    """
    nobody_on_duty = False
    for rung, step in enumerate(ladder[escalation.rung :], start=escalation.rung + 1):
        reached = _reached(step.who, watch)
        nobody_on_duty = nobody_on_duty or (step.who is Rung.ON_DUTY and not reached)
        told = tuple(person for person in reached if person not in escalation.told)
        everyone = step.who is Rung.CHANNEL
        if told or everyone:
            after = replace(
                escalation, rung=rung, told=(*escalation.told, *told), next_step_at=now + step.wait
            )
            return Climb(escalation=after, told=told, everyone=everyone, nobody_on_duty=nobody_on_duty)
    spent = replace(escalation, rung=len(ladder), state=EscalationState.EXHAUSTED, next_step_at=None)
    return Climb(escalation=spent, told=(), everyone=False, nobody_on_duty=nobody_on_duty)


def _reached(rung: Rung, watch: Watch) -> tuple[PersonId, ...]:
    match rung:
        case Rung.ON_DUTY:
            return _some(watch.on_duty)
        case Rung.NEXT:
            return _some(watch.next_person)
        case Rung.SUPERVISORS:
            return watch.supervisors
        case Rung.CHANNEL:
            return ()
        case _:
            assert_never(rung)


def _some(person: PersonId | None) -> tuple[PersonId, ...]:
    return () if person is None else (person,)


def roused(escalation: Escalation, ladder: Sequence[LadderStep]) -> Escalation:
    """A page at its end about which somebody pages again: its last rung is climbed once more."""
    return replace(escalation, state=EscalationState.OPEN, rung=max(0, len(ladder) - 1))


def holder(escalation: Escalation) -> PersonId | None:
    """The person who has the page; None while nobody has it, or when an operator took it."""
    actor = escalation.acknowledged_by
    return None if actor is None or trusted(actor) else PersonId(actor)
