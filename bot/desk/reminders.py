"""Reminders: what is due is said, once, to the owner or to the desk; and what is snoozed comes up again."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.desk import changing, lookup, reminding
from bot.desk.ground import REMINDER, Ground
from bot.desk.transaction import Transaction
from bot.rules import reminders
from bot.rules.errors import NotYet
from bot.rules.hours import Snooze, awake, tomorrow_at
from bot.rules.permissions import Act
from storage.records.people import SYSTEM, Person
from storage.records.reminders import RecordKind, Reminder, ReminderRule, Stage

_AT_ONCE = 200
_A_WEEK = timedelta(days=7)


class Reminders:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def sweep(self) -> int:
        """Says what is due; of several about one thing only the latest. Answers how many were taken."""
        if not self._ground.is_due(self.next_due()):
            return 0
        with self._ground.transaction(SYSTEM, "reminder.sweep", wakes=False) as tx:
            if tx.stores.reminders.is_roster_due(tx.now):
                tx.stores.roster.hold()  # Whoever changes it meanwhile waits, or else we do.
            taken = tx.stores.reminders.take_due(tx.now, _AT_ONCE)
            pending: dict[str, list[Reminder]] = {each.record_id: [] for each in taken}
            for each in tx.stores.reminders.pending_of(pending.keys()):
                pending[each.record_id].append(each)
            records = _records(tx, taken)
            for reminder in reminders.latest(taken):
                record, others = records.get(reminder.record_id), pending[reminder.record_id]
                if reminder.record_kind is None:
                    changing.due(tx, reminder)
                elif record is not None and not _later_one_is_due(reminder, others, tx.now):
                    reminding.say(tx, reminder, record, others)
        if taken:
            self._ground.wake.soon()
        now = self._ground.clock.now()
        for reminder in taken:
            self._ground.late(REMINDER, (now - reminder.due_at).total_seconds())
        return len(taken)

    def next_due(self) -> datetime | None:
        with self._ground.database.reading() as stores:
            return stores.reminders.next_due()

    def snooze(
        self,
        asker: Person,
        record_kind: RecordKind,
        record_id: str,
        about: ReminderRule = reminders.STEP,
        until: Snooze = Snooze.A_WHILE,
    ) -> datetime:
        """It comes up again then; answers when. Another snooze of the same takes the place of the one before.

        Raises NotYet when nothing of it was said, or it has moved on since, and Refusal.
        """
        with self._ground.transaction(asker, f"{record_kind}.snooze", record_id) as tx:
            record = lookup.clicked(tx, record_kind, record_id)
            tx.require(Act.WORK)
            pending = tx.stores.reminders.pending(record_id)
            limit_at = _limit(record, about, pending)
            _check_said(tx, record, about, limit_at)
            for each in pending:
                if each.rule is ReminderRule.SNOOZED and reminders.is_same(each.about, about):
                    tx.stores.reminders.cancel(each.id)
            again_at = _again_at(tx, until)
            tx.stores.reminders.add(
                Reminder(
                    id=tx.new_id(),
                    record_kind=record_kind,
                    record_id=record_id,
                    rule=ReminderRule.SNOOZED,
                    state=record.state,
                    due_at=again_at,
                    about=None if about is reminders.STEP else about,
                    limit_at=limit_at,
                )
            )
            tx.audit("due_at")
            return again_at


def _again_at(tx: Transaction, until: Snooze) -> datetime:
    """Always to come."""
    match until:
        case Snooze.TOMORROW:
            return tomorrow_at(tx.now, tx.policy.digest.at, tx.zone)
        case Snooze.A_WEEK:
            return awake(tx.now + _A_WEEK, tx.policy.quiet, tx.zone)
        case Snooze.A_WHILE:
            return awake(tx.now + tx.policy.snooze, tx.policy.quiet, tx.zone)


def _limit(record: lookup.Record, about: ReminderRule, pending: Sequence[Reminder]) -> datetime | None:
    """When what is to be snoozed is due as things stand now."""
    if reminders.is_of_step(about):
        return record.due_at
    limits = (each.limit_at for each in pending if each.rule is about and each.stage is Stage.LIMIT)
    return next(limits, None)


def _check_said(
    tx: Transaction, record: lookup.Record, about: ReminderRule, limit_at: datetime | None
) -> None:
    """The message that was clicked may be of a state that is past."""
    if limit_at is None:
        raise NotYet(f"{record.reference} awaits nothing any more.")
    said = tx.stores.reminders.last_said(record.id, record.state)
    if not any(
        reminders.is_same(each.about or each.rule, about) and each.limit_at in {limit_at, None}
        for each in said
    ):
        raise NotYet(f"{record.reference} has moved on, and nothing of it is due now.", holder=record.owner)


def _records(tx: Transaction, taken: Sequence[Reminder]) -> dict[str, lookup.Record]:
    """By id, read together: a thousand may be due at once."""
    return {
        record_id: record
        for kind in RecordKind
        if (ids := {each.record_id for each in taken if each.record_kind is kind})
        for record_id, record in tx.stores.due.records(kind, ids).items()
    }


def _later_one_is_due(reminder: Reminder, pending: Sequence[Reminder], now: datetime) -> bool:
    """After a long outage more may be due than one sweep takes; the next sweep says the later one."""
    return reminder.rule is not ReminderRule.CRITICAL and any(
        each.stage is Stage.SAID and each.due_at <= now and reminders.key(each) == reminders.key(reminder)
        for each in pending
    )
