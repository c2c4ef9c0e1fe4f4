"""A page that somebody has: asked after, back to the ladder without an answer, handed to another officer."""

from dataclasses import replace

from bot.desk import answering, climbing, pages, reach
from bot.desk.pages import surface
from bot.desk.transaction import Transaction
from bot.rules import escalations, holding
from bot.rules.errors import InvalidForm, NotYet
from bot.rules.holding import Held
from storage.records.announcements import ONCALL, SurfaceKind, direct
from storage.records.escalations import Escalation, EscalationState
from storage.records.outbox import Lane
from storage.records.people import PersonId
from storage.records.reach import Owner


def advance(tx: Transaction, escalation: Escalation) -> None:
    """What is due about a page that somebody has."""
    match holding.due(escalation):
        case Held.ASK:
            _ask(tx, escalation)
        case Held.BACK:
            _back(tx, escalation)
        case Held.OFFER_OVER:
            _offer_over(tx, escalation)


def _ask(tx: Transaction, escalation: Escalation) -> None:
    asked = holding.asked(escalation, tx.policy.pages, tx.now)
    after = answering.changed(tx, asked, by=None, step="asked", tells=False)
    holder = pages.present_holder(tx, after)
    # Of a page that an operator took, or somebody who has left, the channel is asked.
    place = direct(holder) if holder else ONCALL
    tx.show(surface(SurfaceKind.PAGE_ASK, after, place), lane=Lane.FIRST)


def _back(tx: Transaction, escalation: Escalation) -> None:
    """Its event first: the ladder begins anew in the same transaction."""
    had_it = escalation.acknowledged_by or ""
    tx.event(escalation.id, "back", EscalationState.OPEN, {"person": had_it})
    climbing.climb(tx, [holding.back(escalation)])


def _offer_over(tx: Transaction, escalation: Escalation) -> None:
    after = holding.offer_over(escalation, tx.policy.pages, tx.now)
    evidence = {"person": escalation.offered_to or ""}
    answering.changed(tx, after, by=None, step="offer_over", evidence=evidence, tells=False)


def hand(tx: Transaction, escalation: Escalation, to: PersonId) -> Escalation:
    """Asks another officer to take it over; until they do, it stays with whoever has it.

    A page that nobody has is shown to them at once, and its ladder goes on meanwhile. Raises InvalidForm for
    somebody who cannot have it, and NotYet when it is resolved or being handed over already.
    """
    answering.check_not_over(escalation)
    if sentence := _unfit(tx, escalation, to):
        raise InvalidForm({"officer": sentence})
    if escalation.offered_to is not None:
        raise NotYet("It is being handed over already; nothing was changed.", holder=escalation.offered_to)
    tx.audit("holder")
    if escalation.state is not EscalationState.ACKNOWLEDGED:
        return _show_to(tx, escalation, to)
    offered = holding.offered(escalation, to, tx.policy.pages, tx.now)
    after = answering.changed(tx, offered, by=None, step="offer", evidence={"person": to}, tells=False)
    tx.show(surface(SurfaceKind.PAGE_OFFER, after, direct(to)), lane=Lane.FIRST)
    return after


def _show_to(tx: Transaction, escalation: Escalation, to: PersonId) -> Escalation:
    """Whoever was told before hears of it by a new alarm, everybody else by the page itself."""
    again = to in escalation.told
    after = replace(
        escalation,
        told=escalation.told if again else (*escalation.told, to),
        awaited=(*escalation.awaited, to),
        alarm=escalation.alarm + again,
    )
    after = answering.changed(tx, after, by=None, step="told", evidence={"people": to}, tells=False)
    kind, alarm = (SurfaceKind.PAGE_NUDGE, after.alarm) if again else (SurfaceKind.PAGE, 0)
    tx.show(surface(kind, after, direct(to), alarm=alarm), lane=Lane.FIRST)
    reach.plan(tx, [(after, Owner(to))])
    return after


def _unfit(tx: Transaction, escalation: Escalation, to: PersonId) -> str | None:
    """Why this person cannot have the page."""
    if not tx.can_answer(to):
        return "Only officers and supervisors of this desk can have a page. Choose another person."
    if to in escalation.excluded:
        return "They filed or claimed what this page is about. A second pair of eyes must take it."
    if to == escalations.holder(escalation):
        return "They have it already. Choose another person."
    return None
