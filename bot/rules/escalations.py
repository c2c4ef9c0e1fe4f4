"""Escalations: the ladder, step by step, and whom each step tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import assert_never

from bot.rules.permissions import trusted
from bot.rules.policy import LadderStep, PageWaits
from storage.records.escalations import Escalation, EscalationState, Rung, Trouble, TroubleKind
from storage.records.people import Actor, PersonId, Role

WAITING = frozenset({EscalationState.OPEN, EscalationState.EXHAUSTED})
"""Nobody has it."""
DOUBLINGS = 8
"""Alarms at the end grow apart so often at most; the policy's limit comes long before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Who can be told at this moment."""

    on_duty: PersonId | None
    next_person: PersonId | None
    roles: Mapping[Role, tuple[PersonId, ...]]
    gone: PersonId | None = None
    """Whom the roster names now, though they cannot answer: deactivated, or without a role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Climb:
    """What one step of the ladder leads to."""

    escalation: Escalation
    told: tuple[PersonId, ...] = ()
    """Who hears of it now and has not before."""
    nudged: tuple[PersonId, ...] = ()
    """Who was told before and hears of it once more."""
    everyone: bool = False
    """The whole channel is told."""
    group: str | None = None
    """The user group that is mentioned in the channel."""
    troubles: tuple[Trouble, ...] = ()
    """Why steps before this one were not waited for."""

    @property
    def is_loud(self) -> bool:
        """Whether the channel is alarmed: everybody, a group, or that nobody answered."""
        return self.everyone or self.group is not None or self.escalation.state is EscalationState.EXHAUSTED


def climb(
    escalation: Escalation, ladder: Sequence[LadderStep], watch: Watch, waits: PageWaits, now: datetime
) -> Climb:
    """The next step that tells somebody, or the end of the ladder, which alarms again and again.

    A step that reaches nobody new is not waited for. Nobody is told twice unless a step repeats the one
    before it, or the page came back to the ladder; and nobody who could not notice it the first time.
    """
    troubles: tuple[Trouble, ...] = ()
    deaf = {trouble.person for trouble in escalation.troubles}
    for rung, step in enumerate(ladder[escalation.rung :], start=escalation.rung + 1):
        reached = tuple(person for person in _reached(step, watch) if person not in escalation.excluded)
        troubles += _troubles(step, watch, reached)
        told = tuple(person for person in reached if person not in escalation.told)
        again = step.again or escalation.round > 0
        nudged = (
            tuple(each for each in reached if each in escalation.told and each not in deaf) if again else ()
        )
        loud = step.who in {Rung.CHANNEL, Rung.GROUP}
        if told or nudged or loud:
            return Climb(
                escalation=_stepped(escalation, rung, (*told, *nudged), troubles, now + step.wait, told),
                told=told,
                nudged=nudged,
                everyone=step.who is Rung.CHANNEL,
                group=step.group,
                troubles=troubles,
            )
    return Climb(escalation=_at_its_end(escalation, len(ladder), troubles, waits, now), troubles=troubles)


def _stepped(
    escalation: Escalation,
    rung: int,
    awaited: tuple[PersonId, ...],
    troubles: tuple[Trouble, ...],
    next_step_at: datetime,
    told: tuple[PersonId, ...],
) -> Escalation:
    return replace(
        escalation,
        rung=rung,
        told=(*escalation.told, *told),
        awaited=awaited,
        troubles=_added(escalation, *troubles),
        next_step_at=next_step_at,
        steps=escalation.steps + (escalation.first_acknowledged_at is None),
    )


def _at_its_end(
    escalation: Escalation, length: int, troubles: tuple[Trouble, ...], waits: PageWaits, now: datetime
) -> Escalation:
    times = max(0, escalation.rung - length) if escalation.state is EscalationState.EXHAUSTED else 0
    return replace(
        escalation,
        state=EscalationState.EXHAUSTED,
        rung=length + times + 1,
        awaited=(),
        troubles=_added(escalation, *troubles),
        next_step_at=now + alarm_wait(times, waits),
    )


def alarm_wait(times: int, waits: PageWaits) -> timedelta:
    """How long a page at its end is silent after it has alarmed so often before."""
    return min(waits.alarm_again * (1 << min(times, DOUBLINGS)), waits.alarm_again_at_most)


def _troubles(step: LadderStep, watch: Watch, reached: tuple[PersonId, ...]) -> tuple[Trouble, ...]:
    if step.who is not Rung.ON_DUTY or reached or step.again:
        return ()
    if watch.gone is not None and watch.on_duty is None:
        return (Trouble(kind=TroubleKind.GONE, person=watch.gone),)
    return (Trouble(kind=TroubleKind.NOBODY_ON_DUTY),) if watch.on_duty is None else ()


def _added(escalation: Escalation, *troubles: Trouble) -> tuple[Trouble, ...]:
    return (*escalation.troubles, *(each for each in troubles if each not in escalation.troubles))


def _reached(step: LadderStep, watch: Watch) -> tuple[PersonId, ...]:
    match step.who:
        case Rung.ON_DUTY:
            return _some(watch.on_duty)
        case Rung.NEXT:
            return _some(watch.next_person)
        case Rung.ROLE:
            return watch.roles.get(step.role, ()) if step.role else ()
        case Rung.GROUP | Rung.CHANNEL:
            return ()
        case _:
            assert_never(step.who)


def _some(person: PersonId | None) -> tuple[PersonId, ...]:
    return () if person is None else (person,)


def passed_over(escalation: Escalation, trouble: Trouble, now: datetime) -> Escalation:
    """Somebody who was told cannot notice it now: the ladder goes on at once unless others are awaited."""
    awaited = tuple(person for person in escalation.awaited if person != trouble.person)
    after = replace(escalation, awaited=awaited, troubles=_added(escalation, trouble))
    waits_for_nobody = escalation.awaited and not awaited
    return replace(after, next_step_at=now) if waits_for_nobody else after


def roused(escalation: Escalation, ladder: Sequence[LadderStep]) -> Escalation:
    """A page at its end about which somebody pages again: its last step is climbed once more."""
    return replace(escalation, state=EscalationState.OPEN, rung=max(0, len(ladder) - 1))


def may_be_taken_over(escalation: Escalation, by: Actor) -> bool:
    """Somebody has it, and it was offered to `by`; or an operator has it, whom Slack cannot ask."""
    if escalation.state is not EscalationState.ACKNOWLEDGED or escalation.acknowledged_by is None:
        return False
    return escalation.offered_to == PersonId(by) or (trusted(escalation.acknowledged_by) and not trusted(by))


def holder(escalation: Escalation) -> PersonId | None:
    """The person who has the page; None while nobody has it, or when an operator took it."""
    actor = escalation.acknowledged_by
    return None if actor is None or trusted(actor) else PersonId(actor)
