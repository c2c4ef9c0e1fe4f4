"""Lists of requests or notices, page by page, as far as the asker may see them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil

from bot.desk import cards
from bot.desk.facts import Listing, ListRow
from bot.desk.ground import Ground
from bot.desk.transaction import Transaction
from bot.rules import queries
from bot.rules.permissions import Act
from storage.records.notices import Notice
from storage.records.people import Person, Role
from storage.records.queries import RecordQuery, Visibility
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest


def listing(ground: Ground, asker: Person, kind: RecordKind, words: str, page: int) -> Listing:
    """The page of what the words ask for; a page beyond the end is the last.

    An auditor's look is itself audited. Raises Refusal.
    """
    action = f"{kind}.list"
    with ground.reading(asker, action) as tx:
        tx.require(Act.SEE)
        found = _page(tx, tx.person or asker, kind, words, page)
    if asker.role is Role.AUDITOR:
        with ground.transaction(asker, action) as tx:
            tx.audit("state", "owner", "due_at")
    return found


def _page(tx: Transaction, asker: Person, kind: RecordKind, words: str, page: int) -> Listing:
    countries = tx.stores.countries.names()
    parsed = queries.parse(words, kind=kind, asker=asker, now=tx.now, countries=countries)
    query = seen_by(asker, parsed.query)
    total = _count(tx, kind, query)
    size = tx.policy.list_page
    pages = max(1, ceil(total / size))
    page = min(max(1, page), pages)
    return Listing(
        record_kind=kind,
        words=words,
        rows=rows(tx, kind, replace(query, limit=size, offset=(page - 1) * size), countries),
        page=page,
        pages=pages,
        total=total,
        not_understood=parsed.not_understood,
    )


def seen_by(asker: Person, query: RecordQuery) -> RecordQuery:
    """The same question, asked of no more than a requester may see."""
    if asker.role is not Role.REQUESTER:
        return query
    # Admitted for one agency: what they filed for another one before is not theirs any more.
    person = None if asker.outside else asker.id
    return replace(query, visible_to=Visibility(person=person, agency_id=asker.agency_id))


def rows(
    tx: Transaction, kind: RecordKind, query: RecordQuery, countries: Mapping[str, str]
) -> tuple[ListRow, ...]:
    store = tx.stores.notices if kind is RecordKind.NOTICE else tx.stores.requests
    found: Sequence[LiaisonRequest | Notice] = store.find(query)
    return tuple(cards.row(record, now=tx.now, countries=countries) for record in found)


def _count(tx: Transaction, kind: RecordKind, query: RecordQuery) -> int:
    store = tx.stores.notices if kind is RecordKind.NOTICE else tx.stores.requests
    return store.count(query)
