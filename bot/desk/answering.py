"""Answering a page: taken, renewed, hurried to the next step, noted on, resolved."""

from collections.abc import Mapping
from dataclasses import replace

from bot.desk import climbing, lookup, pages
from bot.desk.transaction import Transaction
from bot.rules import escalations, holding, references
from bot.rules.errors import DeskError, InvalidForm, NoSuchRecord, NotYet, Refusal, taken_already
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
    """Takes it, takes it over when it was offered, or says once more that one is on it.

    Raises NotYet when somebody else has it or it is resolved, Refusal for whoever must not judge their own
    work, and DeskError for a holder who is no officer.
    """
    if holder is not None and not (trusted(tx.actor) and tx.can_answer(holder)):
        raise DeskError(f"{holder} is not an officer of this desk, so they cannot have the page.")
    by = Actor(holder) if holder else tx.actor
    if escalation.acknowledged_by == by and escalation.state is EscalationState.ACKNOWLEDGED:
        return _renew(tx, escalation)
    if not escalations.may_be_taken_over(escalation, by):
        _check_unanswered(tx, escalation)
    if PersonId(by) in escalation.excluded:
        raise Refusal(
            "You filed or claimed what this page is about, so a second pair of eyes must take it. "
            "Use Hand to, or call the command center."
        )
    tx.audit("state", "holder")
    return changed(tx, holding.taken(escalation, by, tx.policy.pages, tx.now), by=by)


def _renew(tx: Transaction, escalation: Escalation) -> Escalation:
    """Raises NotYet unless its holder was asked whether they are still on it."""
    if escalation.asked_at is None:
        raise taken_already(escalations.holder(escalation), tx.actor)
    tx.audit("renewed")
    after = holding.renewed(escalation, tx.policy.pages, tx.now)
    return changed(tx, after, by=None, step="renew", tells=False)


def hurry(tx: Transaction, escalation: Escalation) -> Escalation:
    """The next step at once. Raises NotYet when somebody has the page or everybody was told."""
    if escalation.state is EscalationState.EXHAUSTED:
        raise NotYet(f"Everybody has been told. Call the command center: {tx.policy.telephone}.")
    _check_unanswered(tx, escalation)
    tx.audit("rung")
    tx.event(escalation.id, "hurry", escalation.state)
    [climbed] = climbing.climb(tx, [escalation])
    return climbed


def note(tx: Transaction, escalation: Escalation, words: str) -> Escalation:
    """Adds words that only the details show. Raises InvalidForm."""
    if error := text_error(words, limit=tx.policy.text_limit):
        raise InvalidForm({"note": error})
    tx.audit("note")
    after = replace(escalation, version=escalation.version + 1)
    tx.stores.escalations.save(after)
    tx.event(after.id, "note", after.state, {"words": kept(words)})
    pages.show_around(tx, [after])
    return after


def resolve(tx: Transaction, escalation: Escalation, outcome: str) -> Escalation:
    """Raises InvalidForm without an outcome, and NotYet unless somebody has the page."""
    if error := text_error(outcome, limit=tx.policy.text_limit):
        raise InvalidForm({"outcome": error})
    if escalation.state is EscalationState.RESOLVED:
        raise NotYet(f"{escalation.reference} is resolved already.")
    if escalation.state is not EscalationState.ACKNOWLEDGED:
        raise NotYet("Nobody has it yet. Acknowledge it first, then resolve it.")
    tx.audit("state", "outcome")
    return ended(tx, escalation, outcome)


def ended(tx: Transaction, escalation: Escalation, outcome: str) -> Escalation:
    """What the page was about is over."""
    resolved = replace(
        escalation,
        state=EscalationState.RESOLVED,
        resolved_by=tx.actor,
        resolved_at=tx.now,
        outcome=kept(outcome),
        next_step_at=None,
        asked_at=None,
        offered_to=None,
        awaited=(),
    )
    return changed(tx, resolved, by=resolved.resolved_by, step="resolve")


def check_not_over(escalation: Escalation) -> None:
    """Raises NotYet for a page that is resolved."""
    if escalation.state is EscalationState.RESOLVED:
        raise NotYet(f"{escalation.reference} is resolved already.")


def _check_unanswered(tx: Transaction, escalation: Escalation) -> None:
    check_not_over(escalation)
    if escalation.state is EscalationState.ACKNOWLEDGED:
        raise taken_already(escalations.holder(escalation), tx.actor)


def changed(
    tx: Transaction,
    escalation: Escalation,
    *,
    by: Actor | None,
    step: str = "",
    evidence: Mapping[str, str] | None = None,
    tells: bool = True,
) -> Escalation:
    """Saves what became of a page, writes the step down, and brings its messages up to date.

    `tells`: whoever paged hears of it, too.
    """
    after = replace(escalation, version=escalation.version + 1)
    tx.stores.escalations.save(after)
    tx.event(after.id, step or tx.action.rpartition(".")[2], after.state, evidence)
    pages.show(tx, after)
    if tells:
        pages.tell_askers(tx, after, by=by)
    return after
