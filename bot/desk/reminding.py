"""What is said of one due moment, to whom, and what comes next of it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk import alerting, automatic, lookup
from bot.desk.transaction import Transaction
from bot.rules import checklist, reminders
from bot.rules.deadline_rules import OF_STATE, RULES
from bot.rules.hours import today_begins
from bot.rules.records import kind_of
from bot.rules.requests import PRESSING
from storage.records.announcements import (
    DESK,
    Announcement,
    Place,
    RecordDue,
    RecordLimit,
    RecordOverdue,
    direct,
    person_of,
)
from storage.records.outbox import Lane
from storage.records.people import PersonId, Role
from storage.records.reminders import Reminder, ReminderRule
from storage.records.requests import LiaisonRequest


def say(tx: Transaction, reminder: Reminder, record: lookup.Record, pending: Sequence[Reminder]) -> None:
    """Unless the record has moved on; `pending` is what else it is to be reminded of."""
    if record.state != reminder.state:
        return
    match reminder.rule:
        case ReminderRule.CRITICAL:
            automatic.critical(tx, record, reminder.about)
        case ReminderRule.ALERT:
            alerting.unanswered(tx, record)
        case _:
            urgent = _is_urgent(tx, reminder, record)
            snoozes = [each for each in pending if each.rule is ReminderRule.SNOOZED]
            if urgent or not reminders.is_held(reminder, snoozes):
                _say(tx, reminder, record, urgent=urgent)
            _ask_again(tx, reminder, pending)


def _say(tx: Transaction, reminder: Reminder, record: lookup.Record, *, urgent: bool) -> None:
    announcement, place = _told(tx, reminder, record)
    person = None if urgent else person_of(place)
    if (
        person
        and tx.stores.reminders.told_since(person, today_begins(tx.now, tx.zone)) >= tx.policy.digest.cap
    ):
        return  # It stands in the next digest.
    if person:
        tx.stores.reminders.told(reminder.id, person)
    tx.say(
        announcement,
        place=place,
        lane=Lane.ANSWER,
        once_key=f"reminder:{reminder.id}",
        record_key=reminder.record_id,
    )
    tx.show_homes([record.owner])


def _ask_again(tx: Transaction, reminder: Reminder, pending: Sequence[Reminder]) -> None:
    """What is wrong abroad is asked for again and again until the correction has gone (34 USC 21504)."""
    rule = OF_STATE.get(reminder.state)
    deadline = tx.policy.deadlines[rule] if rule else None
    of_step = reminders.is_of_step(reminder.rule, reminder.about)
    if not of_step or deadline is None or deadline.every is None or not deadline.urgent:
        return
    again_at = deadline.every.after(tx.now, tx.zone)
    if not any(reminders.is_of_step(one.rule, one.about) and one.due_at <= again_at for one in pending):
        repeated = ReminderRule.DUE if reminder.rule is ReminderRule.SNOOZED else reminder.rule
        tx.stores.reminders.add(replace(reminder, id=tx.new_id(), rule=repeated, due_at=again_at))


def _is_urgent(tx: Transaction, reminder: Reminder, record: lookup.Record) -> bool:
    rule = _deadline(reminder)
    if rule is not None and tx.policy.deadlines[rule].urgent:
        return True
    as_its_record = rule is None or bool(RULES[rule].states) or RULES[rule].pressing
    return as_its_record and isinstance(record, LiaisonRequest) and record.priority in PRESSING


def _deadline(reminder: Reminder) -> ReminderRule | None:
    """Which one it is about, if any."""
    return next((each for each in (reminder.about, reminder.rule) if each in RULES), None)


def _told(tx: Transaction, reminder: Reminder, record: lookup.Record) -> tuple[Announcement, Place]:
    """What is said and where. An owner who has left the desk would not read it: the desk does."""
    owner = record.owner if record.owner and tx.can_answer(record.owner) else None
    late = reminders.is_late(reminder.due_at, now=tx.now, policy=tx.policy)
    place = direct(owner) if owner else DESK
    snoozed = reminder.rule is ReminderRule.SNOOZED
    if reminder.rule is ReminderRule.OVERDUE:
        return _overdue(tx, reminder, record, owner, late=late), DESK
    if reminder.rule in RULES or (snoozed and reminder.about is not None):
        return _limit(tx, reminder, record, late=late), place
    due = RecordDue(
        record_kind=kind_of(record),
        record_id=reminder.record_id,
        reference=record.reference,
        state=record.state,
        due_at=record.due_at or reminder.due_at,
        late=late,
        snoozed=snoozed,
    )
    return due, place


def _overdue(
    tx: Transaction, reminder: Reminder, record: lookup.Record, owner: PersonId | None, *, late: bool
) -> RecordOverdue:
    rule = _deadline(reminder)
    told = rule is None or tx.policy.deadlines[rule].then is not None
    due_at = record.due_at if reminders.is_of_step(reminder.rule, reminder.about) else reminder.limit_at
    return RecordOverdue(
        record_kind=kind_of(record),
        record_id=reminder.record_id,
        reference=record.reference,
        state=record.state,
        due_at=due_at or reminder.due_at,
        overdue_at=reminder.due_at,
        owner=owner,
        late=late,
        rule=None if reminders.is_of_step(reminder.rule, reminder.about) else rule,
        supervisors=_supervisors(tx) if told else (),
    )


def _supervisors(tx: Transaction) -> tuple[PersonId, ...]:
    return tuple(sorted(each.id for each in tx.stores.people.with_role(Role.SUPERVISOR)))


def _limit(tx: Transaction, reminder: Reminder, record: lookup.Record, *, late: bool) -> RecordLimit:
    rule = _deadline(reminder)
    assert rule is not None, "only a deadline is told so"
    partners: tuple[str, ...] = ()
    if rule is ReminderRule.PARTNER and isinstance(record, LiaisonRequest):
        partners = checklist.untold_in_time(record, tx.stores.disclosures.of(record.id))
    return RecordLimit(
        record_kind=kind_of(record),
        record_id=record.id,
        reference=record.reference,
        rule=rule,
        limit_at=reminder.limit_at or reminder.due_at,
        partners=partners,
        at=reminder.due_at,
        late=late,
        snoozed=reminder.rule is ReminderRule.SNOOZED,
        sourced=bool(RULES[rule].source),
    )
