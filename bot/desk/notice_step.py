"""One step of a notice: checked against its table, saved, and told."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.desk import alerting, automatic, cases, disclosing, lookup, notice_days, notice_moves
from bot.desk.transaction import Transaction
from bot.rules import answers as filled_in
from bot.rules import deadlines, notice_offers, notice_steps, notices, texts
from bot.rules.errors import STALE, NotYet, Refusal, taken_already
from bot.rules.notice_states import IN_FORCE, LIVE, OVER, UNSENT
from bot.rules.permissions import Act, trusted
from bot.rules.requests import PRESSING
from bot.rules.spans import midnight
from bot.rules.steps import Step
from storage.records.announcements import DESK, Surface, SurfaceKind, direct
from storage.records.notices import Notice, NoticeState
from storage.records.outbox import Lane
from storage.records.people import Actor
from storage.records.reminders import RecordKind
from storage.records.requests import Direction

NEEDS_THE_FILER = frozenset({NoticeState.NEEDS_INFO}) | OVER
"""Only then is the filer told by a message of its own; else theirs is edited in place."""


def take(
    tx: Transaction, notice: Notice, step_name: str, answers: Mapping[str, str], seen_version: int | None
) -> Notice:
    """Raises NotYet, with the state as it is now, InvalidForm for the answers, and Refusal."""
    step = _open_step(tx, notice, step_name, seen_version)
    given = filled_in.check(notice_offers.asks_of(step, notice), answers, tx.bounds)
    moved = notice_moves.moved(tx, notice, step, given)
    changed = moved.state is not notice.state
    after = replace(moved, version=notice.version + 1, state_since=tx.now if changed else notice.state_since)
    if changed or step.name in notice_moves.SETS_DUE:
        after = replace(after, due_at=due(tx, after, given, step.name))
    tx.stores.notices.save(after)
    disclosing.of_notice(tx, after, step, given)
    tx.event(after.id, step.name, after.state, given)
    remind(tx, after, keeps_step=not changed and after.due_at == notice.due_at)
    tx.audit(*(["state"] if changed else []), *given)
    if changed:
        tx.tell_moved(RecordKind.NOTICE, after, filer_too=after.state in NEEDS_THE_FILER)
        automatic.approval_turn(tx, after)
        if after.state in OVER:
            automatic.over(tx, after)
    show(tx, after)
    if step.name == notice_steps.LINK.name:
        show_around(tx, notice)  # Linked to another request, it comes from the first one no more.
        show_around(tx, after)
    elif changed:
        show_case(tx, after)
    return after


def remind(tx: Transaction, notice: Notice, *, keeps_step: bool = False) -> None:
    """What is due of it in its state; with `keeps_step` its next step is owed as before."""
    moments = deadlines.of_notice(notice, lookup.history(tx, notice.id), tx.policy, tx.zone)
    calls = () if notice.state in OVER else alerting.moments(tx, notice.id)
    tx.remind(RecordKind.NOTICE, notice, (*moments, *calls), keeps_step=keeps_step)


def show(tx: Transaction, notice: Notice) -> None:
    """Its card, the timeline under it, the message to whoever filed it, and the Homes that name it."""
    tx.show(card(notice.id), thread(notice.id), lane=Lane.CARD)
    if notice.direction is Direction.OUTGOING and not trusted(Actor(notice.filed_by)):
        place = direct(notice.filed_by)
        own = Surface(kind=SurfaceKind.NOTICE_OWN, record_id=notice.id, place=place)
        tx.show(own, lane=Lane.ANSWER if notices.priority_of(notice) in PRESSING else Lane.CARD)
    tx.show_homes([notice.owner, notice.filed_by])


def show_around(tx: Transaction, notice: Notice) -> None:
    """The other cards that name it: of the request that it comes from, and of the notices of its case."""
    if notice.request_id:
        origin = Surface(kind=SurfaceKind.REQUEST_CARD, record_id=notice.request_id, place=DESK)
        tx.show(origin, lane=Lane.CARD)
    show_case(tx, notice)


def show_case(tx: Transaction, notice: Notice) -> None:
    """The cards of the other notices of its case, which say where it stands."""
    tx.show(*(card(each.id) for each in cases.linked(tx.stores, notice)), lane=Lane.CARD)


def card(notice_id: str) -> Surface:
    return Surface(kind=SurfaceKind.NOTICE_CARD, record_id=notice_id, place=DESK)


def thread(notice_id: str) -> Surface:
    return Surface(kind=SurfaceKind.NOTICE_THREAD, record_id=notice_id, place=DESK)


def require(tx: Transaction, notice: Notice, step: Step[NoticeState]) -> None:
    """Raises Refusal unless the asker may take this step of this notice."""
    tx.require(step.taker)
    if step.taker is Act.FILE:
        require_adder(tx, notice)
    if step.taker is Act.WITHDRAW and not tx.may(
        Act.WITHDRAW, filed_by=notice.filed_by, agency=notice.agency_id
    ):
        raise Refusal("Only who filed a notice may take it back. Ask the desk to reject it.")


def require_adder(tx: Transaction, notice: Notice) -> None:
    """Raises Refusal for an agency that was only alerted to the notice: it reads and adds nothing."""
    if not tx.may(Act.FILE, filed_by=notice.filed_by, agency=notice.agency_id):
        raise Refusal("Only the agency that asks, or an officer, adds to this notice.")


def _open_step(
    tx: Transaction, notice: Notice, step_name: str, seen_version: int | None
) -> Step[NoticeState]:
    step = notice_steps.step_named(step_name)
    if step is None:
        raise NotYet("This step is not known any more. Look at the notice's card again.")
    require(tx, notice, step)
    if step is notice_steps.CLAIM and notice.owner is not None and notice.state in LIVE:
        raise taken_already(notice.owner, tx.actor)
    state = texts.notice_standing(notice.state).words
    if not notice_offers.is_open(step, notice):
        raise NotYet(
            f"{notice.reference} is now {state}, so “{step.label}” is not open.", holder=notice.owner
        )
    if seen_version is not None and seen_version != notice.version:
        raise NotYet(f"{STALE}{notice.reference} is now {state}.", holder=notice.owner)
    return step


def due(tx: Transaction, notice: Notice, given: Mapping[str, str], step_name: str = "") -> datetime | None:
    """When its next step is owed: counted from the day that the step named, where it names one."""
    if step_name == notice_steps.REPLIED.name and notice.state is NoticeState.LOCATED:
        return tx.now + tx.policy.notices.look_again
    if notice.state is NoticeState.IPSG_QUERY and "answer_due" in given:
        return deadlines.day_begins(given["answer_due"], tx.zone)
    if notice.state in UNSENT:
        return deadlines.unsent_due(notice, tx.policy, tx.zone)
    since, days = notice.state_since, given.get("treaty_days")
    if notice.state in IN_FORCE:
        day = notice_moves.in_force_since(tx, notice, step_name, given)
        since = midnight(day, tx.zone) if day else since
    elif named := notice_moves.COUNTED_FROM.get(notice.state):
        # A withdrawal that is called off gives a suspension no further six months.
        day_named = given.get(named) or notice_days.suspended_on(tx, notice)
        since = deadlines.day_begins(day_named, tx.zone) if day_named else since
    treaty = int(days) if days else None
    return deadlines.notice_due(notice.state, since=since, policy=tx.policy, zone=tx.zone, days=treaty)
