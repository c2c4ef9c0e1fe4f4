"""A page's place in Slack: whom it tells, which messages show it, and what they show."""

from dataclasses import replace

from bot.desk.facts import PageDetails, PageFacts
from bot.desk.roster import on_call
from bot.desk.transaction import Transaction
from bot.rules import escalations
from bot.rules.escalations import Watch
from bot.rules.policy import Policy
from storage.database import Stores
from storage.records.announcements import (
    ONCALL,
    EveryonePaged,
    NobodyAnswered,
    PagedAgain,
    Surface,
    SurfaceKind,
    direct,
)
from storage.records.escalations import Escalation, EscalationState
from storage.records.outbox import Lane
from storage.records.people import Role

NOBODY_ON_DUTY = "nobody_on_duty"
"""The event that a page found nobody on duty; the record itself has no field for it."""
JOINED = "joined"
"""The event that somebody paged again while it was open; its evidence holds their words."""
_EVENTS = 200


def climb(tx: Transaction, escalation: Escalation) -> Escalation:
    """Takes the next step of the ladder and tells those it reaches. The caller saves what comes back."""
    step = escalations.climb(escalation, tx.policy.ladder, _watch(tx), tx.now)
    after = step.escalation
    if step.nobody_on_duty:
        tx.event(after.id, NOBODY_ON_DUTY, after.state)
    show(tx, after)
    if step.everyone:
        _say(tx, after, EveryonePaged(escalation_id=after.id, reference=after.reference))
    if after.state is EscalationState.EXHAUSTED:
        _say(tx, after, NobodyAnswered(escalation_id=after.id, reference=after.reference))
    tx.event(after.id, "told", after.state)
    return after


def save_climbed(tx: Transaction, escalation: Escalation) -> Escalation:
    """One step up for a page that is open already; fenced by its version, so that nobody takes it twice."""
    after = replace(climb(tx, escalation), version=escalation.version + 1)
    tx.stores.escalations.save(after)
    return after


def show(tx: Transaction, escalation: Escalation) -> None:
    """Brings every message of the page up to date, and posts it to those who were told just now."""
    places = [ONCALL, *(direct(person) for person in escalation.told)]
    for place in places:
        tx.show(Surface(kind=SurfaceKind.PAGE, record_id=escalation.id, place=place), Lane.PAGE)
    tx.show_homes(person.id for person in tx.stores.people.with_role(Role.OFFICER, Role.SUPERVISOR))


def say_again(tx: Transaction, escalation: Escalation, *, once_key: str) -> None:
    """Tells whoever has the page that somebody paged again; the channel while nobody of the desk has it."""
    holder = escalations.holder(escalation)
    tx.say(
        PagedAgain(escalation_id=escalation.id, reference=escalation.reference, by=tx.actor),
        place=direct(holder) if holder and tx.can_answer(holder) else ONCALL,
        lane=Lane.PAGE,
        once_key=once_key,
        record_key=escalation.id,
    )


def facts(stores: Stores, escalation: Escalation, policy: Policy) -> PageFacts:
    events = stores.events.latest(escalation.id, _EVENTS)
    return PageFacts(
        id=escalation.id,
        reference=escalation.reference,
        record_reference=escalation.record_reference,
        priority=escalation.priority,
        state=escalation.state,
        opened_by=escalation.opened_by,
        identity_unchecked=escalation.identity_unchecked,
        opened_at=escalation.opened_at,
        next_step_at=escalation.next_step_at,
        told=escalation.told,
        nobody_on_duty=any(event.step == NOBODY_ON_DUTY for event in events),
        acknowledged_by=escalation.acknowledged_by,
        acknowledged_at=escalation.acknowledged_at,
        resolved_by=escalation.resolved_by,
        resolved_at=escalation.resolved_at,
        telephone=policy.telephone,
    )


def details(tx: Transaction, escalation: Escalation) -> PageDetails:
    events = tx.stores.events.latest(escalation.id, _EVENTS)
    return PageDetails(
        page=facts(tx.stores, escalation, tx.policy),
        words=escalation.words,
        added=tuple(event for event in reversed(events) if event.step == JOINED),
        outcome=escalation.outcome,
    )


def _watch(tx: Transaction) -> Watch:
    now = on_call(tx)
    supervisors = tx.stores.people.with_role(Role.SUPERVISOR)
    return Watch(
        on_duty=now.on_duty,
        next_person=now.next_person,
        supervisors=tuple(person.id for person in supervisors),
    )


def _say(tx: Transaction, escalation: Escalation, announcement: EveryonePaged | NobodyAnswered) -> None:
    """Once for each step: a page that is roused again is said again."""
    tx.say(
        announcement,
        place=ONCALL,
        lane=Lane.PAGE,
        once_key=f"{type(announcement).__name__}:{escalation.id}:{escalation.version}",
        record_key=escalation.id,
    )
