"""One step of a request: checked against its table, saved, and told."""

from collections.abc import Mapping
from dataclasses import replace

from bot.desk.transaction import Transaction
from bot.rules import answers as filled_in
from bot.rules import deadlines, texts
from bot.rules.errors import STALE, NotYet
from bot.rules.fields import latest_today
from bot.rules.requests import OVER, PRESSING
from bot.rules.steps import Step
from storage.records.announcements import DESK, Surface, SurfaceKind
from storage.records.outbox import Lane
from storage.records.people import PersonId
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest, RequestState


def take(
    tx: Transaction,
    request: LiaisonRequest,
    step: Step[RequestState],
    *,
    owner: PersonId | None = None,
    answers: Mapping[str, str] | None = None,
    seen_version: int | None = None,
) -> LiaisonRequest:
    """Takes a step of the table.

    Raises NotYet, with the state as it is now, when it does not begin there, and InvalidForm for the answers.
    """
    words = texts.request_standing(request.state).words
    if seen_version not in {None, request.version}:
        raise NotYet(f"{STALE}{request.reference} is now {words}.", holder=request.owner)
    if step.to is None or request.state not in step.starts:
        raise NotYet(
            f"{request.reference} is now {words}, so “{step.label}” is not open.", holder=request.owner
        )
    given = filled_in.check(step.asks, answers or {}, latest=latest_today(tx.now), limit=tx.policy.text_limit)
    due_at = deadlines.request_due(
        step.to,
        since=tx.now,
        created_at=request.created_at,
        priority=request.priority,
        policy=tx.policy,
    )
    after = replace(
        request,
        state=step.to,
        state_since=tx.now,
        owner=owner or request.owner,
        due_at=due_at,
        version=request.version + 1,
    )
    tx.stores.requests.save(after)
    remind(tx, after)
    tx.event(after.id, step.name, after.state, given)
    tx.audit("state", *given)
    tx.tell_moved(RecordKind.REQUEST, after)
    show(tx, after)
    return after


def remind(tx: Transaction, request: LiaisonRequest) -> None:
    """What is due of it in its state; a departure counts until it is over."""
    over = request.state in OVER
    critical_at = None if over else deadlines.departure_watch(request.departs_on, tx.policy)
    tx.remind(RecordKind.REQUEST, request.id, request.state, request.due_at, critical_at=critical_at)


def show(tx: Transaction, request: LiaisonRequest) -> None:
    card = Surface(kind=SurfaceKind.REQUEST_CARD, record_id=request.id, place=DESK)
    tx.show(card, lane=Lane.ANSWER if request.priority in PRESSING else Lane.CARD)
    tx.show_homes([request.owner, request.filed_by])
