"""One step of a request: checked against its table, saved, and told."""

from collections.abc import Mapping
from dataclasses import replace

from bot.desk import alerting, alike, automatic, disclosing, handing, lookup
from bot.desk.transaction import Transaction
from bot.rules import answers as filled_in
from bot.rules import criteria, deadlines, request_offers, request_steps, texts
from bot.rules.errors import STALE, InvalidForm, NotYet, Refusal, taken_already
from bot.rules.kinds import DUPLICATE, KINDS
from bot.rules.permissions import Act
from bot.rules.requests import LIVE, OVER, PRESSING
from bot.rules.steps import Step
from storage.records.announcements import DESK, Surface, SurfaceKind, direct
from storage.records.outbox import Lane
from storage.records.people import PersonId
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest, RequestState
from storage.records.subjects import Watch

NEEDS_THE_FILER = frozenset({RequestState.NEEDS_INFO}) | OVER
"""Only then is the filer told by a message of its own; else theirs is edited in place."""


def take(
    tx: Transaction,
    request: LiaisonRequest,
    step_name: str,
    answers: Mapping[str, str],
    seen_version: int | None,
) -> LiaisonRequest:
    """Raises NotYet, with the state as it is now, InvalidForm for the answers, and Refusal."""
    step = _open_step(tx, request, step_name, seen_version)
    given = filled_in.check(request_offers.asks_of(step, request), answers, tx.bounds)
    moved = _moved(tx, request, step, given)
    after = replace(moved, version=request.version + 1)
    if after.state is not request.state:
        after = replace(after, state_since=tx.now)
        after = replace(after, due_at=deadlines.request_due(after, tx.policy, tx.zone))
    tx.stores.requests.save(after)
    disclosing.of_request(tx, after, step, given)
    remind(tx, after, keeps_step=after.state is request.state)
    tx.event(after.id, step.name, after.state, given)
    tx.audit(*(["state"] if after.state is not request.state else []), *given)
    if after.state is not request.state:
        tx.tell_moved(RecordKind.REQUEST, after, filer_too=after.state in NEEDS_THE_FILER)
    show(tx, after)
    if after.state in OVER:
        automatic.over(tx, after)
    return after


def remind(tx: Transaction, request: LiaisonRequest, *, keeps_step: bool = False) -> None:
    """What is due of it in its state; what is not about its next step counts until it is over.

    With `keeps_step` its next step is owed as before, so that nothing of it is said again or is not said.
    """
    moments = deadlines.of_request(request, tx.stores.disclosures.of(request.id), tx.policy, tx.zone)
    calls = () if request.state in OVER else alerting.moments(tx, request.id)
    tx.remind(RecordKind.REQUEST, request, (*moments, *calls), keeps_step=keeps_step)


def show(tx: Transaction, request: LiaisonRequest) -> None:
    card = Surface(kind=SurfaceKind.REQUEST_CARD, record_id=request.id, place=DESK)
    own = Surface(kind=SurfaceKind.REQUEST_OWN, record_id=request.id, place=direct(request.filed_by))
    tx.show(card, own, lane=Lane.ANSWER if request.priority in PRESSING else Lane.CARD)
    tx.show_homes([request.owner, request.filed_by])


def _open_step(
    tx: Transaction, request: LiaisonRequest, step_name: str, seen_version: int | None
) -> Step[RequestState]:
    step = request_steps.step_named(step_name)
    if step is None:
        raise NotYet("This step is not known any more. Look at the request's card again.")
    require(tx, request, step)
    if step is request_steps.CLAIM and request.owner is not None and request.state in LIVE:
        raise taken_already(request.owner, tx.actor)
    words = texts.request_standing(request.state).words
    if seen_version not in {None, request.version}:
        raise NotYet(f"{STALE}{request.reference} is now {words}.", holder=request.owner)
    if not request_offers.is_open(step, request):
        raise NotYet(
            f"{request.reference} is now {words}, so “{step.label}” is not open.", holder=request.owner
        )
    return step


def require(tx: Transaction, request: LiaisonRequest, step: Step[RequestState]) -> None:
    """Raises Refusal unless the asker may take this step of this request."""
    tx.require(step.taker)
    if step.taker is Act.FILE:
        require_adder(tx, request)
    if step.taker is Act.WITHDRAW and not tx.may(
        Act.WITHDRAW, filed_by=request.filed_by, agency=request.agency_id
    ):
        raise Refusal("Only who filed a request may withdraw it. Ask the desk to close it.")


def require_adder(tx: Transaction, request: LiaisonRequest) -> None:
    """Raises Refusal for an agency that was only alerted to the request: it reads and adds nothing."""
    if not may_add(tx, request):
        raise Refusal("Only the agency that asks, or an officer, adds to this request.")


def may_add(tx: Transaction, request: LiaisonRequest) -> bool:
    """Whether the asker is of the agency that asks, or of the desk."""
    return tx.may(Act.FILE, filed_by=request.filed_by, agency=request.agency_id)


def _moved(  # noqa: C901, PLR0911  One return for each step that sets more than the state.
    tx: Transaction, request: LiaisonRequest, step: Step[RequestState], given: Mapping[str, str]
) -> LiaisonRequest:
    """The request after the step, with what the step sets besides the state."""
    me = PersonId(tx.actor)
    moved = replace(request, state=step.to or request.state)
    match step.name:
        case request_steps.CLAIM.name:
            automatic.claimed(tx, replace(moved, owner=me))
            return replace(moved, owner=me)
        case request_steps.ACCEPT.name:
            criteria.check_all(given[criteria.ASK.name])
        case request_steps.CLOSE.name:
            return replace(moved, outcome=_outcome(given))
        case request_steps.MERGE.name:
            return _merged(tx, moved, given)
        case request_steps.REOPEN.name:
            return replace(moved, outcome=None, merged_into=None, owner=request.owner or me)
        case request_steps.WRONG.name:
            return replace(moved, outcome=None, owner=request.owner or me)
        case request_steps.HAND.name:
            return replace(moved, owner=handing.handed(tx, request, PersonId(given["officer"])))
        case request_steps.ALERT.name:
            alerting.alert(tx, request, [given["alerted"]], "alerted")
        case request_steps.WATCH.name:
            tx.stores.subjects.watch(Watch(record_id=request.id, person=me, since=tx.now))
        case request_steps.UNWATCH.name:
            tx.stores.subjects.unwatch(request.id, me)
    return moved


def _outcome(given: Mapping[str, str]) -> str:
    if given["outcome"] == "otherwise" and not given.get("note"):
        raise InvalidForm({"note": "Say how it ended."})
    return given["outcome"]


def _merged(tx: Transaction, request: LiaisonRequest, given: Mapping[str, str]) -> LiaisonRequest:
    """Closed as the duplicate of another one, which is still open."""
    other = lookup.seen_or_none(tx, given["into"])
    if not isinstance(other, LiaisonRequest):
        raise InvalidForm({"into": "There is no such request. Write it like LR-2026-00042."})
    if other.id == request.id:
        raise InvalidForm({"into": "This is the same request. Name the one that goes on."})
    if other.state in OVER:
        raise InvalidForm({"into": f"{other.reference} is over. Name one that goes on."})
    if other.kind is not request.kind:
        raise InvalidForm({"into": f"{other.reference} asks for something else: {KINDS[other.kind].label}."})
    if other not in alike.of(tx, request) and not given.get("reason"):
        raise InvalidForm({"reason": "Nothing shows that both are about the same. Say why they are."})
    for watch in tx.stores.subjects.watches([request.id]):
        tx.stores.subjects.watch(replace(watch, record_id=other.id))
    return replace(request, merged_into=other.id, outcome=DUPLICATE)
