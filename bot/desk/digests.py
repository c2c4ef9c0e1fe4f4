"""Digests: once a day, to each person and to the desk, what is not said by itself."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.desk import lookup
from bot.desk.ground import Ground
from bot.desk.transaction import Transaction
from bot.rules import digest, notice_states, reminders
from bot.rules.digest import Readers
from bot.rules.hours import last_at
from bot.rules.records import kind_of
from storage.records.announcements import DailyDigest, DigestPart, DigestRow, Place
from storage.records.notices import NoticeState
from storage.records.outbox import Lane
from storage.records.people import SYSTEM, Role
from storage.records.reminders import DueItem, RecordKind, Reminder, ReminderRule

_AT_ONCE = 2000
"""Rows of one digest for everybody together; nobody reads more than a few dozen."""
_BACK = frozenset({NoticeState.RETURNED, NoticeState.WITHDRAWAL_REQUESTED})
_ENDED_WELL = frozenset({"returned", "returned_home"})
"""Outcomes of requests after which a notice that comes from one has nobody to look for."""


class Digests:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def next_due(self) -> datetime | None:
        ground = self._ground
        with ground.database.reading() as stores:
            last_day = stores.digests.last_day()
        return digest.due_at(last_day, ground.clock.now(), ground.policy.digest.at, ground.zone)

    def sweep(self) -> int:
        """Makes the day's digests when they are due, after an outage the latest day's only; how many."""
        if not self._ground.is_due(self.next_due()):
            return 0
        with self._ground.transaction(SYSTEM, "digest.sweep", wakes=False) as tx:
            day = digest.day_of(tx.now, tx.policy.digest.at, tx.zone)
            if not tx.stores.digests.begin(day.isoformat(), tx.now):
                return 0
            rows = [*_due(tx), *_back(tx)]
            readers = Readers(
                can_answer=tx.can_answer,
                supervisors=[each.id for each in tx.stores.people.with_role(Role.SUPERVISOR)],
            )
            read = digest.by_reader(rows, readers)
            for place, found in read.items():
                _say(tx, day.isoformat(), place, found)
        if read:
            self._ground.wake.soon()
        return len(read)


def _say(tx: Transaction, day: str, place: Place, rows: Sequence[DigestRow]) -> None:
    at = last_at(tx.now, tx.policy.digest.at, tx.zone)
    tx.say(
        DailyDigest(
            day=day,
            at=at,
            late=reminders.is_late(at, now=tx.now, policy=tx.policy),
            rows=tuple(rows[: digest.MOST_ROWS]),
            more=max(0, len(rows) - digest.MOST_ROWS),
        ),
        place=place,
        lane=Lane.DIGEST,
        once_key=f"digest:{day}:{place}",
        record_key=f"digest:{place}",
    )


def _due(tx: Transaction) -> Iterator[DigestRow]:
    """What falls due within the week or is overdue, and what is reminded of long before."""
    _, week_ends = digest.ends_of(tx.now, tx.zone)
    items = tx.stores.due.find(tuple(RecordKind), until=week_ends, limit=_AT_ONCE)
    listed = {(each.record_id, each.rule) for each in items}
    for item, reminder in _reminded(tx):
        if (item.record_id, None if reminders.is_of_step(reminder.rule) else item.rule) not in listed:
            items.append(item)
    return (digest.row(each, digest.part_of(each, tx.now, tx.zone)) for each in items)


def _reminded(tx: Transaction) -> Iterator[tuple[DueItem, Reminder]]:
    """Of several about one thing the latest, as its record is now, unless that has moved on."""
    taken = reminders.latest(tx.stores.reminders.take_for_digest(tx.now, _AT_ONCE))
    for kind in RecordKind:
        of_kind = [each for each in taken if each.record_kind is kind]
        records = tx.stores.due.records(kind, {each.record_id for each in of_kind})
        for reminder in of_kind:
            record = records.get(reminder.record_id)
            if record is not None and record.state == reminder.state:
                yield _item(record, reminder), reminder


def _item(record: lookup.Record, reminder: Reminder) -> DueItem:
    over = reminder.rule is ReminderRule.RETENTION
    return DueItem(
        record_kind=kind_of(record),
        record_id=record.id,
        reference=record.reference,
        state=record.state,
        owner=None if over else record.owner,  # What is over is for the desk to purge.
        at=reminder.limit_at or reminder.due_at,
        rule=reminder.rule,
    )


def _back(tx: Transaction) -> Iterator[DigestRow]:
    """Notices that still stand though the person is back: on the days that the policy says."""
    every = tx.policy.deadlines[ReminderRule.HYGIENE].every
    if every is None or not digest.is_the_day(tx.now.astimezone(tx.zone).date(), every):
        return
    found = tx.stores.due.back(returned=_BACK, live=notice_states.LIVE, outcomes=_ENDED_WELL, limit=_AT_ONCE)
    for notice in found:
        yield DigestRow(
            part=DigestPart.BACK,
            record_kind=RecordKind.NOTICE,
            record_id=notice.id,
            reference=notice.reference,
            state=notice.state,
            owner=notice.owner,
            rule=ReminderRule.HYGIENE,
            at=notice.due_at or notice.state_since,
        )
