"""Keys of names: kept with each record, and read anew from what was there when their rule changed."""

from datetime import datetime

from bot.desk.ground import Ground
from bot.desk.lookup import Record
from bot.desk.transaction import Transaction
from bot.rules.naming import keys
from bot.rules.records import kind_of
from storage.database import Stores
from storage.records.names import Named, NamesRead
from storage.records.reminders import RecordKind

_AT_ONCE = 500
"""Records of one transaction; others write between two of them."""


def keep(tx: Transaction, *records: Record) -> None:
    """By what their names are found from now on."""
    tx.stores.names.replace([keys.of_record(_named(each)) for each in records])


def _named(record: Record) -> Named:
    kind = kind_of(record)
    return Named(record_id=record.id, record_kind=kind, answers=record.answers)


def are_complete(stores: Stores) -> bool:
    """Whether every record has been read by the rule of now."""
    return _unread(stores) is None


class NameReading:
    """Goes through the records that were there before the rule of keys was what it is now."""

    def __init__(self, ground: Ground, at_once: int = _AT_ONCE) -> None:
        self._ground = ground
        self._at_once = at_once

    def sweep(self) -> int:
        """Reads the next few; answers how many. It can be ended at any moment, and goes on from there."""
        if self.next_due() is None:
            return 0
        with self._ground.database.transaction() as stores:
            stores.names.hold_reading()
            unread = _unread(stores)
            return 0 if unread is None else self._read_on(stores, unread)

    def next_due(self) -> datetime | None:
        with self._ground.database.reading() as stores:
            return None if are_complete(stores) else self._ground.clock.now()

    def _read_on(self, stores: Stores, unread: NamesRead) -> int:
        following = stores.names.after(unread.record_kind, unread.after or "", limit=self._at_once)
        stores.names.replace(keys.of_record(each) for each in following)
        last = following[-1].record_id if len(following) == self._at_once else None
        stores.names.save_read(NamesRead(record_kind=unread.record_kind, rule=keys.RULE, after=last))
        return len(following)


def _unread(stores: Stores) -> NamesRead | None:
    """Where to go on; None: everything was read."""
    read = {each.record_kind: each for each in stores.names.read() if each.rule == keys.RULE}
    for kind in RecordKind:
        found = read.get(kind) or NamesRead(record_kind=kind, rule=keys.RULE)
        if found.after is not None:
            return found
    return None
