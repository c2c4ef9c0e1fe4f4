"""Opening a page: for a record or on its own, new or joined to the one that is open already."""

from dataclasses import dataclass

from bot.desk import lookup, pages
from bot.desk.transaction import Transaction
from bot.rules import escalations, references
from bot.rules.permissions import Act
from storage.records.escalations import Escalation, EscalationId, EscalationState
from storage.records.requests import Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What somebody wants a page for."""

    reference_words: str | None
    words: str
    priority: Priority
    submission_key: str
    unchecked: bool


def open_page(tx: Transaction, asking: Asking) -> tuple[Escalation, bool]:
    """The page, and whether it was open before."""
    record = None if asking.unchecked else _record(tx, asking.reference_words)
    before = tx.stores.escalations.open_for(record.id) if record else None
    escalation_id = before.id if before else EscalationId(tx.new_id())
    if made := tx.made_before(asking.submission_key, escalation_id):
        return _made_before(tx, EscalationId(made)), False
    if before is not None:
        return _joined(tx, before, asking), True
    opened = pages.climb(tx, _new(tx, escalation_id, record, asking))
    tx.stores.escalations.add(opened)
    tx.about(opened.reference)
    tx.audit("words", "priority", "record")
    if record is not None:
        tx.event(record.id, "escalated", record.state, {"escalation": opened.reference})
    return opened, False


def _record(tx: Transaction, words: str | None) -> lookup.Record | None:
    """What the page is about, as far as the asker may know of it. A slip of the finger loses no page."""
    if words is None or not words.strip() or not tx.may(Act.PAGE_FOR_RECORD):
        return None
    return lookup.seen_or_none(tx, words)


def _new(
    tx: Transaction, escalation_id: EscalationId, record: lookup.Record | None, asking: Asking
) -> Escalation:
    # Who may not know of a record is told nothing of it, yet the officer sees which one was named.
    named = references.recognise(asking.reference_words or "")
    return Escalation(
        id=escalation_id,
        reference=tx.stores.references.next("ES", tx.now.year),
        record_id=record.id if record else None,
        record_reference=record.reference if record else named,
        words=asking.words,
        priority=asking.priority,
        opened_by=tx.actor,
        identity_unchecked=asking.unchecked,
        opened_at=tx.now,
        state=EscalationState.OPEN,
        rung=0,
        told=(),
        next_step_at=None,
    )


def _joined(tx: Transaction, escalation: Escalation, asking: Asking) -> Escalation:
    """A page that is open goes on as it is; one at its end pages everybody once more."""
    tx.about(escalation.reference)
    tx.audit("joined")
    tx.event(escalation.id, pages.JOINED, escalation.state, {"words": asking.words})
    if escalation.state is EscalationState.EXHAUSTED:
        return pages.save_climbed(tx, escalations.roused(escalation, tx.policy.ladder))
    pages.say_again(tx, escalation, once_key=f"again:{tx.actor}:{asking.submission_key}")
    return escalation


def _made_before(tx: Transaction, escalation_id: EscalationId) -> Escalation:
    escalation = tx.stores.escalations.get(escalation_id)
    assert escalation is not None, "a submission names the page that it made or joined"
    return escalation
