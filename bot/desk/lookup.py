"""Finds a request or notice for somebody who may see it; one that they may not see is not there."""

from typing import TypeVar

from bot.desk.transaction import Transaction
from bot.rules import references
from bot.rules.errors import NoSuchRecord
from bot.rules.permissions import Act
from storage.database import Stores
from storage.records.notices import Notice, NoticeId, RecordEvent
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest, RequestId

Record = LiaisonRequest | Notice
Found = TypeVar("Found", bound=LiaisonRequest | Notice)

CLICKED = "that record"
"""What a click is called when its record cannot be seen; its id says nothing to people."""
_WHOLE_LIFE = 200
_SHOWN = 80
_UNREAD = "unread words"
"""What a refused look-up is audited under: the words themselves may hold a name."""


def request(tx: Transaction, request_id: RequestId) -> LiaisonRequest:
    """The request that somebody clicked. Raises Refusal, NoSuchRecord among them."""
    tx.require(Act.SEE)
    return _seen(tx, tx.stores.requests.get(request_id), asked=CLICKED)


def notice(tx: Transaction, notice_id: NoticeId) -> Notice:
    """The notice that somebody clicked. Raises Refusal, NoSuchRecord among them."""
    tx.require(Act.SEE)
    return _seen(tx, tx.stores.notices.get(notice_id), asked=CLICKED)


def clicked(tx: Transaction, kind: RecordKind, record_id: str) -> Record:
    """The record of either kind that somebody clicked. Raises Refusal, NoSuchRecord among them."""
    if kind is RecordKind.NOTICE:
        return notice(tx, NoticeId(record_id))
    return request(tx, RequestId(record_id))


def kept(stores: Stores, kind: RecordKind, record_id: str) -> Record | None:
    """As it is now; nobody is asked whether they may see it."""
    if kind is RecordKind.NOTICE:
        return stores.notices.get(record_id)
    return stores.requests.get(record_id)


def by_words(tx: Transaction, words: str) -> Record:
    """The record that somebody named, by reference or control number. Raises Refusal."""
    tx.about(references.recognise(words) or _UNREAD)
    tx.require(Act.SEE)
    return _seen(tx, _named(tx, words), asked=shown(words))


def seen_or_none(tx: Transaction, words: str) -> Record | None:
    """The record that somebody named in passing, or None when they may not know that it is there."""
    record = _named(tx, words)
    return record if record is not None and is_visible(tx, record) else None


def is_visible(tx: Transaction, record: Record) -> bool:
    """Whether the asker may know that it is there: by role, agency, or an alert to their agency."""
    if tx.may(Act.SEE, filed_by=record.filed_by, agency=record.agency_id):
        return True
    agency = tx.person.agency_id if tx.person else None
    return agency is not None and tx.may(Act.SEE) and _alerted(tx, record.id, agency)


def _alerted(tx: Transaction, record_id: str, agency_id: str) -> bool:
    return any(alert.agency_id == agency_id for alert in tx.stores.alerts.of(record_id))


def shown(words: str) -> str:
    """What somebody asked for, as far as a sentence has room for it."""
    return words.strip()[:_SHOWN]


def history(tx: Transaction, record_id: str) -> tuple[RecordEvent, ...]:
    """The steps of a record, newest first."""
    return tuple(tx.stores.events.latest(record_id, _WHOLE_LIFE))


def _named(tx: Transaction, words: str) -> Record | None:
    reference = references.recognise(words)
    if reference is None:
        return tx.stores.notices.by_control_number(references.control_number(words) or words.strip())
    if reference.startswith(references.REQUEST):
        return tx.stores.requests.by_reference(reference)
    return tx.stores.notices.by_reference(reference)


def _seen(tx: Transaction, record: Found | None, *, asked: str) -> Found:
    if record is not None:
        tx.about(record.reference)
        if is_visible(tx, record):
            return record
    raise NoSuchRecord(asked)
