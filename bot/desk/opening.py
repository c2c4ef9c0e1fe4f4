"""Opening a page: for a record or on its own, new or joined to the one that is open already."""

from dataclasses import dataclass, replace

from bot.desk import climbing, lookup, pages
from bot.desk.transaction import Transaction
from bot.rules import escalations, references
from bot.rules.permissions import Act
from storage.records.escalations import Cause, Escalation, EscalationId, EscalationState
from storage.records.people import PersonId
from storage.records.requests import Priority

_URGENCY = {priority: rank for rank, priority in enumerate(Priority)}


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a page is about: a request, a notice, or something of the desk's own."""

    id: str
    reference: str | None = None
    state: str = ""
    """Empty for what has no history of its own."""
    apart: str = ""
    """Set for a page that joins no other about the same: it waits for other people."""

    @property
    def key(self) -> str:
        """One page is open for it at a time."""
        return f"{self.apart}:{self.id}" if self.apart else self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What somebody wants a page for."""

    reference_words: str | None = None
    words: str
    priority: Priority
    submission_key: str
    unchecked: bool = False
    cause: Cause = Cause.ASKED
    excluded: tuple[PersonId, ...] = ()
    """Who must not take it."""


def open_page(tx: Transaction, asking: Asking) -> tuple[Escalation, bool]:
    """The page, and whether it was open before."""
    if not asking.unchecked and (named := _page_named(tx, asking)):
        return _once(tx, named, asking)
    record = None if asking.unchecked else _record(tx, asking.reference_words)
    return open_about(tx, asking, None if record is None else about(record))


def about(record: lookup.Record) -> About:
    return About(id=record.id, reference=record.reference, state=record.state)


def open_about(tx: Transaction, asking: Asking, subject: About | None) -> tuple[Escalation, bool]:
    """As `open_page`, for what is at hand; a page that is open for it is joined."""
    before = tx.stores.escalations.open_for(subject.key) if subject else None
    if before is not None:
        return _once(tx, before, asking)
    escalation_id = EscalationId(tx.new_id())
    if made := tx.made_before(asking.submission_key, escalation_id):
        return _made_before(tx, EscalationId(made)), False
    new = _new(tx, escalation_id, subject, asking)
    tx.event(new.id, "opened", new.state)
    opened = climbing.open_ladder(tx, new)
    tx.stores.escalations.add(opened)
    tx.about(opened.reference)
    tx.audit("words", "priority", "record")
    if subject is not None and subject.state:
        tx.event(subject.id, "escalated", subject.state, {"escalation": opened.reference})
    return opened, False


def _record(tx: Transaction, words: str | None) -> lookup.Record | None:
    """What the page is about, as far as the asker may know of it. A slip of the finger loses no page."""
    if words is None or not words.strip() or not tx.may(Act.PAGE_FOR_RECORD):
        return None
    return lookup.seen_or_none(tx, words)


def _page_named(tx: Transaction, asking: Asking) -> Escalation | None:
    """A page that is open already and was named itself, as far as the asker may know of it."""
    reference = references.recognise(asking.reference_words or "")
    if reference is None or not reference.startswith(references.ESCALATION):
        return None
    found = tx.stores.escalations.by_reference(reference)
    if found is None or found.state is EscalationState.RESOLVED:
        return None
    mine = PersonId(tx.actor) in pages.askers(tx.stores, found)
    return found if mine or tx.may(Act.SEE, filed_by=PersonId(found.opened_by)) else None


def _new(
    tx: Transaction,
    escalation_id: EscalationId,
    subject: About | None,
    asking: Asking,
) -> Escalation:
    # Who may not know of a record is told nothing of it, yet the officer sees which one was named.
    named = references.recognise(asking.reference_words or "")
    return Escalation(
        id=escalation_id,
        reference=tx.stores.references.next("ES", tx.now.year),
        record_id=subject.key if subject else None,
        record_reference=subject.reference if subject else named,
        words=asking.words,
        priority=asking.priority,
        opened_by=tx.actor,
        identity_unchecked=asking.unchecked,
        opened_at=tx.now,
        state=EscalationState.OPEN,
        rung=0,
        told=(),
        next_step_at=None,
        cause=asking.cause,
        excluded=asking.excluded,
    )


def _once(tx: Transaction, before: Escalation, asking: Asking) -> tuple[Escalation, bool]:
    if made := tx.made_before(asking.submission_key, before.id):
        return _made_before(tx, EscalationId(made)), False
    return _joined(tx, before, asking), True


def _joined(tx: Transaction, escalation: Escalation, asking: Asking) -> Escalation:
    """A page that is open goes on as it is; one at its end pages everybody once more.

    Whoever asks for it more urgently makes it so, and its ladder goes on at once.
    """
    tx.about(escalation.reference)
    tx.audit("joined")
    tx.event(escalation.id, pages.JOINED, escalation.state, {"words": asking.words})
    pressing = _URGENCY[asking.priority] < _URGENCY[escalation.priority]
    joined = _pressing(tx, escalation, asking.priority) if pressing else escalation
    if joined.state is EscalationState.EXHAUSTED:
        joined = escalations.roused(joined, tx.policy.ladders[joined.priority])
    if joined.state is EscalationState.OPEN and joined != escalation:
        [climbed] = climbing.climb(tx, [joined])
        return climbed
    if joined != escalation:
        joined = replace(joined, version=joined.version + 1)
        tx.stores.escalations.save(joined)
        pages.show(tx, joined)
    pages.say_again(tx, joined, once_key=f"again:{tx.actor}:{asking.submission_key}")
    return joined


def _pressing(tx: Transaction, escalation: Escalation, priority: Priority) -> Escalation:
    """The same page, more urgent: it climbs the other ladder from its foot, past those who were told."""
    if escalation.state is not EscalationState.ACKNOWLEDGED:
        return replace(escalation, priority=priority, rung=0)
    renewed_by = tx.now + tx.policy.pages.renew[priority]
    sooner = min(escalation.next_step_at or renewed_by, renewed_by)
    return replace(escalation, priority=priority, next_step_at=sooner)


def _made_before(tx: Transaction, escalation_id: EscalationId) -> Escalation:
    escalation = tx.stores.escalations.get(escalation_id)
    assert escalation is not None, "a submission names the page that it made or joined"
    return escalation
