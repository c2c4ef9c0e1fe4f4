"""Answering a page: taken, hurried to the next rung, resolved."""

from dataclasses import replace

from bot.desk import lookup, pages
from bot.desk.transaction import Transaction
from bot.rules import escalations, references
from bot.rules.errors import DeskError, InvalidForm, NoSuchRecord, NotYet, taken_already
from bot.rules.fields import kept, text_error
from bot.rules.permissions import Act, trusted
from storage.records.escalations import Escalation, EscalationId, EscalationState
from storage.records.people import Actor, PersonId


def clicked(tx: Transaction, escalation_id: EscalationId) -> Escalation:
    """The page whose button was clicked. Raises NoSuchRecord."""
    escalation = tx.stores.escalations.get(escalation_id)
    if escalation is None:
        raise NoSuchRecord(lookup.CLICKED)
    tx.about(escalation.reference)
    return escalation


def named(tx: Transaction, words: str) -> Escalation:
    """The page that somebody named by its reference. Raises NoSuchRecord."""
    reference = references.recognise(words)
    escalation = tx.stores.escalations.by_reference(reference) if reference else None
    if escalation is None:
        raise NoSuchRecord(lookup.shown(words))
    tx.about(escalation.reference)
    return escalation


def seen(tx: Transaction, words: str) -> Escalation:
    """As `named`, and NoSuchRecord as well for somebody who may not know of the page."""
    escalation = named(tx, words)
    opener = PersonId(escalation.opened_by)
    if PersonId(tx.actor) in pages.askers(tx.stores, escalation) or tx.may(Act.SEE, filed_by=opener):
        return escalation
    raise NoSuchRecord(lookup.shown(words))


def acknowledge(tx: Transaction, escalation: Escalation, holder: PersonId | None) -> Escalation:
    _check_unanswered(tx, escalation)
    if holder is not None and not (trusted(tx.actor) and tx.can_answer(holder)):
        raise DeskError(f"{holder} is not an officer of this desk, so they cannot have the page.")
    tx.audit("state", "holder")
    taken = replace(
        escalation,
        state=EscalationState.ACKNOWLEDGED,
        acknowledged_by=Actor(holder) if holder else tx.actor,
        acknowledged_at=tx.now,
        next_step_at=None,
    )
    return _changed(tx, taken, by=taken.acknowledged_by)


def hurry(tx: Transaction, escalation: Escalation) -> Escalation:
    """The next rung at once. Raises NotYet when somebody has the page or everybody was told."""
    if escalation.state is EscalationState.EXHAUSTED:
        raise NotYet(f"Everybody has been told. Call the command center: {tx.policy.telephone}.")
    _check_unanswered(tx, escalation)
    tx.audit("rung")
    return pages.save_climbed(tx, escalation)


def resolve(tx: Transaction, escalation: Escalation, outcome: str) -> Escalation:
    """Raises InvalidForm without an outcome, and NotYet unless somebody has the page."""
    if error := text_error(outcome, limit=tx.policy.text_limit):
        raise InvalidForm({"outcome": error})
    if escalation.state is EscalationState.RESOLVED:
        raise NotYet(f"{escalation.reference} is resolved already.")
    if escalation.state is not EscalationState.ACKNOWLEDGED:
        raise NotYet("Nobody has it yet. Acknowledge it first, then resolve it.")
    tx.audit("state", "outcome")
    resolved = replace(
        escalation,
        state=EscalationState.RESOLVED,
        resolved_by=tx.actor,
        resolved_at=tx.now,
        outcome=kept(outcome),
    )
    return _changed(tx, resolved, by=resolved.resolved_by)


def _check_unanswered(tx: Transaction, escalation: Escalation) -> None:
    holder = escalations.holder(escalation)
    if escalation.state is EscalationState.RESOLVED:
        raise NotYet(f"{escalation.reference} is resolved already.", holder=holder)
    if escalation.state is EscalationState.ACKNOWLEDGED:
        raise taken_already(holder, tx.actor)


def _changed(tx: Transaction, escalation: Escalation, *, by: Actor | None) -> Escalation:
    after = replace(escalation, version=escalation.version + 1)
    tx.stores.escalations.save(after)
    tx.event(after.id, tx.action.rpartition(".")[2], after.state)
    pages.show(tx, after)
    pages.tell_askers(tx, after, by=by)
    return after
