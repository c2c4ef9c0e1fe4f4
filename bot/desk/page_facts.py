"""What a page shows: as it stands, with what people wrote, and its timeline."""

from collections.abc import Iterable, Iterator

from bot.desk import pages
from bot.desk.facts import PageDetails, PageFacts, PageRow, Timeline, TimelineEntry
from bot.desk.transaction import Transaction
from bot.rules.policy import Policy
from storage.database import Stores
from storage.records.announcements import TELLS_A_PERSON, SurfaceKind, person_of
from storage.records.escalations import Escalation, EscalationState
from storage.records.notices import RecordEvent
from storage.records.people import PersonId
from storage.records.reach import Reach, ReachState

NOTE = "note"
_TOLD_BY = TELLS_A_PERSON | {SurfaceKind.PAGE_OFFER}
LATEST_SHOWN = 60
"""Entries of a timeline at most; a modal has room for a hundred blocks."""


def facts(stores: Stores, escalation: Escalation, policy: Policy) -> PageFacts:
    held = escalation.state is EscalationState.ACKNOWLEDGED
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
        troubles=escalation.troubles,
        acknowledged_by=escalation.acknowledged_by,
        acknowledged_at=escalation.acknowledged_at,
        resolved_by=escalation.resolved_by,
        resolved_at=escalation.resolved_at,
        telephone=policy.telephone,
        linked=escalation.record_id is not None,
        cause=escalation.cause,
        round=escalation.round,
        alarm=escalation.alarm,
        asked_at=escalation.asked_at,
        answer_by=escalation.next_step_at if held and escalation.asked_at else None,
        offered_to=escalation.offered_to,
        group=_group(escalation, policy),
        taken=stores.outbox.taken(escalation.id),
    )


def _group(escalation: Escalation, policy: Policy) -> str | None:
    ladder = policy.ladders[escalation.priority]
    step = ladder[escalation.rung - 1] if 0 < escalation.rung <= len(ladder) else None
    return step.group if step else None


def row(escalation: Escalation) -> PageRow:
    return PageRow(
        id=escalation.id,
        reference=escalation.reference,
        state=escalation.state,
        priority=escalation.priority,
        holder=escalation.acknowledged_by,
        opened_at=escalation.opened_at,
        about=escalation.record_reference,
    )


def details(tx: Transaction, escalation: Escalation) -> PageDetails:
    events = tx.stores.events.latest(escalation.id, pages.EVENTS)
    return PageDetails(
        page=facts(tx.stores, escalation, tx.policy),
        words=escalation.words,
        added=tuple(event for event in reversed(events) if event.step in {pages.JOINED, NOTE}),
        outcome=escalation.outcome,
    )


def timeline(stores: Stores, escalation: Escalation, policy: Policy) -> Timeline:
    page = facts(stores, escalation, policy)
    entries = [
        *_steps(escalation, stores.events.latest(escalation.id, pages.EVENTS)),
        *_reached_in_slack(page),
        *_reached_beyond(stores.reach.of(escalation.id)),
    ]
    entries.sort(key=lambda entry: entry.at)
    return Timeline(page=page, entries=entries[-LATEST_SHOWN:], left_out=max(0, len(entries) - LATEST_SHOWN))


def _steps(escalation: Escalation, events: Iterable[RecordEvent]) -> Iterator[TimelineEntry]:
    # Several steps of one moment stand in the order in which they were taken.
    for event in reversed(list(events)):
        named = event.evidence.get("people") or event.evidence.get("person") or ""
        took = event.at - escalation.opened_at if event.step in {"acknowledge", "resolve"} else None
        yield TimelineEntry(
            at=event.at,
            what=event.step,
            actor=event.actor,
            people=tuple(PersonId(each) for each in named.split()),
            took=took,
        )


def _reached_in_slack(page: PageFacts) -> Iterator[TimelineEntry]:
    """When Slack took each message to a person; one that it has not taken yet is no entry."""
    for taken in page.taken.values():
        person = person_of(taken.surface.place)
        if taken.at is not None and person and taken.surface.kind in _TOLD_BY:
            yield TimelineEntry(at=taken.at, what="slack", people=(person,), took=taken.at - taken.due_at)


def _reached_beyond(reaches: Iterable[Reach]) -> Iterator[TimelineEntry]:
    for reach in reaches:
        if reach.ended_at is not None and reach.state in {ReachState.SENT, ReachState.FAILED}:
            yield TimelineEntry(
                at=reach.ended_at,
                what="reached",
                people=(PersonId(reach.owner),),
                way=reach.way,
                took=reach.ended_at - reach.told_at,
                failed=reach.state is ReachState.FAILED,
            )
