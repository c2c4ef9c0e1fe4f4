"""The answer to `status`: where a request or notice stands, read without writing anything."""

from collections.abc import Mapping

from bot.desk import cards, lookup, notice_step
from bot.desk.facts import Status
from bot.desk.ground import Ground
from bot.desk.transaction import Transaction
from bot.rules import checklist, notice_steps, request_steps
from bot.rules.notice_states import LIVE
from bot.rules.permissions import Act
from bot.rules.records import kind_of
from storage.records.notices import Notice
from storage.records.people import Actor, Person
from storage.records.reminders import RecordKind

_EVENTS = 3
_ADDABLE: Mapping[RecordKind, frozenset[str]] = {
    RecordKind.REQUEST: frozenset(request_steps.SUPPLEMENT.starts),
    RecordKind.NOTICE: frozenset(notice_steps.SUPPLEMENT.starts),
}


def status(ground: Ground, asker: Person | Actor, words: str, *, action: str) -> Status:
    """By reference of either kind, or by control number. Raises Refusal, NoSuchRecord among them."""
    with ground.reading(asker, action) as tx:
        record = lookup.by_words(tx, words)
        return cards.status(
            record,
            tx.stores.events.latest(record.id, _EVENTS),
            as_of=tx.now,
            may_add=_may_add(tx, record),
            items=_items(tx, record),
            may_see_details=tx.may(Act.READ, filed_by=record.filed_by, agency=record.agency_id),
            policy=tx.policy,
            country_name=tx.stores.countries.name(record.country),
            card_wanted=isinstance(record, Notice) and _card_wanted(tx, record),
        )


def _may_add(tx: Transaction, record: lookup.Record) -> bool:
    starts: frozenset[str] = _ADDABLE[kind_of(record)]
    return record.state in starts and tx.may(Act.FILE, filed_by=record.filed_by, agency=record.agency_id)


def _card_wanted(tx: Transaction, notice: Notice) -> bool:
    card = notice_step.card(notice.id).key
    return notice.state in LIVE and tx.may(Act.WORK) and not tx.stores.outbox.known({card})


def _items(tx: Transaction, record: lookup.Record) -> tuple[checklist.Item, ...]:
    if isinstance(record, Notice):
        return checklist.of_notice(record)
    return checklist.items(record, tx.stores.disclosures.of(record.id), tx.stores.countries.name)
