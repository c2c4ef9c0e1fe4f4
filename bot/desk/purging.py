"""Purging: erases records that are over and were kept as long as the policy says."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from bot.desk.ground import Ground
from bot.desk.lookup import Record
from bot.desk.transaction import Transaction
from bot.rules import references, retention
from bot.rules.permissions import Act
from storage.records.people import Actor, Person
from storage.records.reminders import RecordKind

_ACTION = "record.purge"
_AT_ONCE = 200
_OWN: Mapping[RecordKind, tuple[str, ...]] = {
    RecordKind.REQUEST: ("facts", "contact", "agency_case", "on_behalf", "answers"),
    RecordKind.NOTICE: ("answers", "agency_case"),
}
"""What a record itself held of people, as it is named in the audit trail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purgeable:
    """A record that may be erased, without anything of whom it is about."""

    reference: str
    kind: RecordKind
    over_since: datetime
    due_since: datetime


class Purging:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def due(self, asker: Person | Actor) -> tuple[Purgeable, ...]:
        """What may be erased now, in the order in which it can be. Nothing is changed. Raises Refusal."""
        with self._ground.reading(asker, _ACTION) as tx:
            tx.require(Act.PURGE)
            notices = tuple(_due(tx, RecordKind.NOTICE))
            gone = {each.reference for each in notices}
            return (*notices, *_due(tx, RecordKind.REQUEST, gone))

    def purge(self, asker: Person | Actor, reference: str) -> Purgeable | None:
        """Erases everything that is kept of one record; what was done to it stays in the audit trail.

        None: it is gone already, is not due or not any more, or something still waits for it, as a page that
        is not resolved or a notice that comes from it. Raises Refusal.
        """
        named = references.recognise(reference) or ""
        kind = RecordKind.REQUEST if named.startswith(references.REQUEST) else RecordKind.NOTICE
        with self._ground.reading(asker, _ACTION, named) as tx:
            tx.require(Act.PURGE)
            record = tx.stores.retention.get(kind, named)
            if record is None:
                return None
            told = tx.stores.retention.told_of(record)
        with self._ground.transaction(asker, _ACTION, named, wakes=False) as tx:
            tx.require(Act.PURGE)
            held = tx.stores.retention.get(kind, named, held=True)
            found = _purgeable(tx, kind, held) if held is not None else None
            if held is not None and found is not None:
                tx.audit(*_OWN[kind], *tx.stores.retention.erase(held, told))
            return found

    def purge_all(self, asker: Person | Actor, limit: int) -> Iterator[Purgeable]:
        """Erases what is due, each in a transaction of its own, and answers each once it is gone.

        Whoever stops in the middle leaves whole records. Raises Refusal.
        """
        tried = (self.purge(asker, each.reference) for each in self.due(asker))
        yield from islice(filter(None, tried), limit)
        self._ground.database.clear_log()


def _due(tx: Transaction, kind: RecordKind, gone: Collection[str] = ()) -> Iterator[Purgeable]:
    """Oldest first; `gone` are references of what will be erased before."""
    states, until = retention.over_states(kind), retention.cutoff(kind, tx.now, tx.policy)
    last: Record | None = None
    while some := tx.stores.retention.ended(kind, states, until=until, after=last, limit=_AT_ONCE):
        yield from filter(None, (_purgeable(tx, kind, each, gone) for each in some))
        last = some[-1]


def _purgeable(
    tx: Transaction, kind: RecordKind, record: Record, gone: Collection[str] = ()
) -> Purgeable | None:
    notices = tx.stores.retention.notices_of(record)
    due_since = retention.due_at(record, tx.policy, notices)
    if due_since is None or due_since > tx.now:
        return None
    if any(each.reference not in gone for each in notices) or tx.stores.retention.is_paged(record):
        return None
    return Purgeable(
        reference=record.reference, kind=kind, over_since=record.state_since, due_since=due_since
    )
