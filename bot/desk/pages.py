"""A page's place in Slack: whom it tells, which messages show it, and what they show."""

from dataclasses import replace

from bot.desk.facts import PageDetails, PageFacts
from bot.desk.roster import on_call
from bot.desk.transaction import Transaction
from bot.rules import escalations
from bot.rules.escalations import Watch
from bot.rules.permissions import trusted
from bot.rules.policy import Policy
from storage.database import Stores
from storage.records.announcements import (
    ONCALL,
    PagedAgain,
    PageMoved,
    Surface,
    SurfaceKind,
    direct,
)
from storage.records.escalations import Escalation, EscalationState
from storage.records.outbox import Lane
from storage.records.people import Actor, PersonId, Role

NOBODY_ON_DUTY = "nobody_on_duty"
"""The event that a page found nobody on duty; the record itself has no field for it."""
JOINED = "joined"
"""The event that somebody paged again while it was open; its evidence holds their words."""
_EVENTS = 200
_ALARMS = (SurfaceKind.PAGE_EVERYONE, SurfaceKind.PAGE_NOBODY)


def climb(tx: Transaction, escalation: Escalation) -> Escalation:
    """Takes the next step of the ladder and tells those it reaches. The caller saves what comes back."""
    step = escalations.climb(escalation, tx.policy.ladder, _watch(tx), tx.now)
    after = step.escalation
    if step.nobody_on_duty:
        tx.event(after.id, NOBODY_ON_DUTY, after.state)
    show(tx, after)
    if step.everyone:
        _alarm(tx, after, SurfaceKind.PAGE_EVERYONE)
    if after.state is EscalationState.EXHAUSTED:
        _alarm(tx, after, SurfaceKind.PAGE_NOBODY)
        tell_askers(tx, after, by=None)
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
    if escalation.acknowledged_by is not None:
        _end_alarms(tx, escalation)
    tx.show_homes(person.id for person in tx.stores.people.with_role(Role.OFFICER, Role.SUPERVISOR))


def say_again(tx: Transaction, escalation: Escalation, *, once_key: str) -> None:
    """Tells whoever has the page that somebody paged again; the channel while nobody of the desk has it."""
    holder = present_holder(tx, escalation)
    tx.say(
        PagedAgain(escalation_id=escalation.id, reference=escalation.reference, by=tx.actor),
        place=direct(holder) if holder else ONCALL,
        lane=Lane.PAGE,
        once_key=once_key,
        record_key=escalation.id,
    )


def present_holder(tx: Transaction, escalation: Escalation) -> PersonId | None:
    """Whoever has the page and is still of the desk."""
    holder = escalations.holder(escalation)
    return holder if holder and tx.can_answer(holder) else None


def tell_askers(tx: Transaction, escalation: Escalation, *, by: Actor | None) -> None:
    """Tells everybody who paged what has become of it; not whoever did it."""
    moved = PageMoved(
        escalation_id=escalation.id, reference=escalation.reference, state=escalation.state, by=by
    )
    for person in sorted(askers(tx.stores, escalation) - {PersonId(tx.actor)}):
        tx.say(
            moved,
            place=direct(person),
            lane=Lane.ANSWER,
            once_key=f"page:{escalation.id}:{escalation.state}:{escalation.version}:{person}",
            record_key=escalation.id,
        )


def askers(stores: Stores, escalation: Escalation) -> set[PersonId]:
    """The people who opened the page or joined it; an operator at the command line is none of them."""
    events = stores.events.latest(escalation.id, _EVENTS)
    actors = {escalation.opened_by, *(event.actor for event in events if event.step == JOINED)}
    return {PersonId(actor) for actor in actors if not trusted(actor)}


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


def _alarm(tx: Transaction, escalation: Escalation, kind: SurfaceKind) -> None:
    """A message of its own for each step: an edit notifies nobody, and a page that is roused must."""
    alarm = Surface(kind=kind, record_id=escalation.id, place=ONCALL, alarm=escalation.version)
    tx.show(alarm, Lane.PAGE)


def _end_alarms(tx: Transaction, escalation: Escalation) -> None:
    """Those that stand and those on their way: once somebody has the page they alarm nobody any more."""
    for surface in tx.stores.outbox.surfaces_of(escalation.id):
        if surface.kind in _ALARMS:
            tx.show(surface, Lane.PAGE)
