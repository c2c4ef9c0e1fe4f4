"""Reminders: what is due is said, once, to the owner or to the desk."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.desk import alerting, automatic, lookup
from bot.desk.ground import REMINDER, Ground
from bot.desk.transaction import Transaction
from bot.rules import checklist, deadlines, reminders
from bot.rules.errors import NotYet
from bot.rules.permissions import Act
from bot.rules.reminders import OF_THE_STEP
from storage.records.announcements import DESK, Place, RecordDue, RecordLimit, RecordOverdue, direct
from storage.records.notices import Notice
from storage.records.outbox import Lane
from storage.records.people import SYSTEM, Person
from storage.records.reminders import RecordKind, Reminder, ReminderRule
from storage.records.requests import LiaisonRequest, RequestState

_AT_ONCE = 200
_CORRECT_AGAIN = timedelta(hours=1)


class Reminders:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def sweep(self) -> int:
        """Says what is due; of several for one record only the latest. Answers how many were taken."""
        if not self._ground.is_due(self.next_due()):
            return 0
        with self._ground.transaction(SYSTEM, "reminder.sweep", wakes=False) as tx:
            taken = tx.stores.reminders.take_due(tx.now, _AT_ONCE)
            for reminder in reminders.latest(taken):
                if not _later_one_is_due(tx, reminder):
                    _say(tx, reminder)
        if taken:
            self._ground.wake.soon()
        now = self._ground.clock.now()
        for reminder in taken:
            self._ground.late(REMINDER, (now - reminder.due_at).total_seconds())
        return len(taken)

    def next_due(self) -> datetime | None:
        with self._ground.database.reading() as stores:
            return stores.reminders.next_due()

    def snooze(self, asker: Person, record_kind: RecordKind, record_id: str) -> datetime:
        """It comes up again after the policy's snooze; answers when.

        Raises NotYet when nothing is due now or it is snoozed already, and Refusal.
        """
        with self._ground.transaction(asker, f"{record_kind}.snooze", record_id) as tx:
            record = lookup.clicked(tx, record_kind, record_id)
            tx.require(Act.WORK)
            _check_due(tx, record)
            if any(one.rule is ReminderRule.SNOOZED for one in tx.stores.reminders.pending(record_id)):
                raise NotYet(f"{record.reference} is snoozed already and comes up again.")
            again_at = tx.now + tx.policy.snooze
            tx.stores.reminders.add(
                Reminder(
                    id=tx.new_id(),
                    record_kind=record_kind,
                    record_id=record_id,
                    rule=ReminderRule.SNOOZED,
                    state=record.state,
                    due_at=again_at,
                )
            )
            tx.audit("due_at")
            return again_at


def _check_due(tx: Transaction, record: lookup.Record) -> None:
    """The message that was clicked may be of a state that is past."""
    if record.due_at is None:
        raise NotYet(f"{record.reference} awaits nothing any more.")
    if record.due_at > tx.now:
        raise NotYet(f"{record.reference} has moved on, and nothing of it is due now.", holder=record.owner)


def _later_one_is_due(tx: Transaction, reminder: Reminder) -> bool:
    """After a long outage more may be due than one sweep takes; the next sweep says the later one."""
    return reminder.rule in OF_THE_STEP and any(
        one.due_at <= tx.now and one.rule in OF_THE_STEP
        for one in tx.stores.reminders.pending(reminder.record_id)
    )


def _say(tx: Transaction, reminder: Reminder) -> None:
    record = lookup.kept(tx.stores, reminder.record_kind, reminder.record_id)
    if record is None or record.state != reminder.state:
        return
    if reminder.rule not in OF_THE_STEP:
        _say_apart(tx, reminder, record)
        return
    if record.state is RequestState.CORRECTING:
        _ask_again(tx, reminder)
    announcement, place = _told(tx, reminder, record)
    tx.say(
        announcement,
        place=place,
        lane=Lane.ANSWER,
        once_key=f"reminder:{reminder.id}",
        record_key=reminder.record_id,
    )
    tx.show_homes([record.owner])


def _ask_again(tx: Transaction, reminder: Reminder) -> None:
    """What is wrong abroad is asked for every hour until the correction has gone (34 USC 21504)."""
    again_at = tx.now + _CORRECT_AGAIN
    pending = tx.stores.reminders.pending(reminder.record_id)
    if not any(one.rule in OF_THE_STEP and one.due_at <= again_at for one in pending):
        rule = ReminderRule.DUE if reminder.rule is ReminderRule.SNOOZED else reminder.rule
        tx.stores.reminders.add(replace(reminder, id=tx.new_id(), rule=rule, due_at=again_at))


def _say_apart(tx: Transaction, reminder: Reminder, record: lookup.Record) -> None:
    """What is not about the next step."""
    if reminder.rule is ReminderRule.CRITICAL:
        automatic.critical(tx, record)
    elif reminder.rule is ReminderRule.ALERT:
        alerting.unanswered(tx, record)
    elif not isinstance(record, Notice):
        _say_limit(tx, reminder, record)


def _say_limit(tx: Transaction, reminder: Reminder, request: LiaisonRequest) -> None:
    told = tx.stores.disclosures.of(request.id)
    limit_at = deadlines.preserved_until(request, tx.policy)
    if reminder.rule is ReminderRule.PARTNER:
        limit_at = request.created_at + tx.policy.requests.partner_told
    owner = request.owner if request.owner and tx.can_answer(request.owner) else None
    tx.say(
        RecordLimit(
            record_kind=reminder.record_kind,
            record_id=request.id,
            reference=request.reference,
            rule=reminder.rule,
            limit_at=limit_at or reminder.due_at,
            partners=checklist.untold_in_time(request, told),
        ),
        place=direct(owner) if owner else DESK,
        lane=Lane.ANSWER,
        once_key=f"reminder:{reminder.id}",
        record_key=request.id,
    )


def _told(
    tx: Transaction, reminder: Reminder, record: lookup.Record
) -> tuple[RecordDue | RecordOverdue, Place]:
    """What is said and where. An owner who has left the desk would not read it: the desk does."""
    owner = record.owner if record.owner and tx.can_answer(record.owner) else None
    late = reminders.is_late(reminder.due_at, now=tx.now, policy=tx.policy)
    if reminder.rule is ReminderRule.OVERDUE:
        overdue = RecordOverdue(
            record_kind=reminder.record_kind,
            record_id=reminder.record_id,
            reference=record.reference,
            state=record.state,
            due_at=record.due_at or reminder.due_at,
            overdue_at=reminder.due_at,
            owner=owner,
            late=late,
        )
        return overdue, DESK
    due = RecordDue(
        record_kind=reminder.record_kind,
        record_id=reminder.record_id,
        reference=record.reference,
        state=record.state,
        due_at=record.due_at or reminder.due_at,
        late=late,
        snoozed=reminder.rule is ReminderRule.SNOOZED,
    )
    return due, direct(owner) if owner else DESK
