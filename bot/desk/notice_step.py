"""One step of a notice: checked against its table, saved, and told."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.desk import automatic, lookup
from bot.desk.transaction import Transaction
from bot.rules import answers as filled_in
from bot.rules import deadlines, endings, notice_steps, notices, references, texts
from bot.rules.errors import STALE, InvalidForm, NotYet, taken_already
from bot.rules.steps import Step
from storage.records.announcements import DESK, Surface, SurfaceKind
from storage.records.notices import Notice, NoticeState
from storage.records.outbox import Lane
from storage.records.people import PersonId
from storage.records.reminders import RecordKind, ReminderRule


def take(
    tx: Transaction, notice: Notice, step_name: str, answers: Mapping[str, str], seen_version: int | None
) -> Notice:
    """Raises NotYet, InvalidForm and Refusal; the caller has checked that the asker works at the desk."""
    step = _open_step(tx, notice, step_name, seen_version)
    given = filled_in.check(step.asks, answers, tx.bounds)
    after = replace(_moved(tx, notice, step, given), state_since=tx.now, version=notice.version + 1)
    after = replace(after, due_at=_due(tx, after, given))
    tx.stores.notices.save(after)
    critical_at = deadlines.arrest_watch(after.state, after.due_at, tx.policy)
    others = [(ReminderRule.CRITICAL, critical_at)] if critical_at else []
    tx.remind(RecordKind.NOTICE, after.id, after.state, after.due_at, others=others)
    tx.event(after.id, step.name, after.state, given)
    tx.audit("state", *given)
    tx.tell_moved(RecordKind.NOTICE, after)
    show(tx, after)
    if after.state is NoticeState.REVIEW:
        automatic.approval(tx, after)
    else:
        automatic.approval_over(tx, after)
    return after


def show(tx: Transaction, notice: Notice) -> None:
    tx.show(Surface(kind=SurfaceKind.NOTICE_CARD, record_id=notice.id, place=DESK), lane=Lane.CARD)
    tx.show_homes([notice.owner, notice.filed_by])


def _open_step(
    tx: Transaction, notice: Notice, step_name: str, seen_version: int | None
) -> Step[NoticeState]:
    step = notice_steps.step_named(step_name)
    if step is None:
        raise NotYet("This step is not known any more. Look at the notice's card again.")
    if step.name == notice_steps.CLAIM and notice.owner is not None and notice.state in notice_steps.LIVE:
        raise taken_already(notice.owner, tx.actor)
    state = texts.notice_standing(notice.state).words
    if not notice_steps.is_open(step, notice):
        raise NotYet(
            f"{notice.reference} is now {state}, so “{step.label}” is not open.", holder=notice.owner
        )
    if seen_version is not None and seen_version != notice.version:
        raise NotYet(f"{STALE}{notice.reference} is now {state}.", holder=notice.owner)
    return step


def _moved(tx: Transaction, notice: Notice, step: Step[NoticeState], given: Mapping[str, str]) -> Notice:
    """The notice after the step, with what the step sets besides the state."""
    me = PersonId(tx.actor)
    if step.to is None:
        return replace(notice, state=_end(tx, notice, given))
    if step.name == notice_steps.CLAIM:
        return replace(notice, state=step.to, owner=me)
    if step.name == notice_steps.APPROVE:
        notices.check_approver(notice, me)
        return replace(notice, state=step.to, approved_by=me)
    if step.name == notice_steps.PUBLISH:
        return replace(notice, state=step.to, control_number=_control_number(tx, notice, given))
    return replace(notice, state=step.to)


def _end(tx: Transaction, notice: Notice, given: Mapping[str, str]) -> NoticeState:
    return endings.end(
        notice.colour,
        given,
        supervisor=tx.is_supervisor,
        published_on=_published_on(tx, notice),
        lifetime=tx.policy.notice_waits[NoticeState.PUBLISHED],
        today=tx.now.date(),
    )


def _control_number(tx: Transaction, notice: Notice, given: Mapping[str, str]) -> str:
    number = references.control_number(given["control_number"]) or given["control_number"]
    if not references.may_be_control_number(number):
        raise InvalidForm({"control_number": "Write the number as INTERPOL gave it, such as A-1234/5-2020."})
    other = tx.stores.notices.by_control_number(number)
    if other is not None and other.id != notice.id:
        raise InvalidForm({"control_number": f"{other.reference} has this control number already."})
    return number


def _due(tx: Transaction, notice: Notice, given: Mapping[str, str]) -> datetime | None:
    """A published notice is counted from its publication, also when it was suspended in between."""
    since = notice.state_since
    if notice.state is NoticeState.PUBLISHED:
        day = date.fromisoformat(given["published_on"]) if given else _published_on(tx, notice)
        since = deadlines.beginning(day) if day else since
    if notice.state is NoticeState.ARRESTED:
        since = deadlines.beginning(date.fromisoformat(given["arrested_on"]))
    return deadlines.notice_due(notice.state, since=since, policy=tx.policy)


def _published_on(tx: Transaction, notice: Notice) -> date | None:
    for event in lookup.history(tx, notice.id):
        if event.step == notice_steps.PUBLISH:
            return date.fromisoformat(event.evidence["published_on"])
    return None
