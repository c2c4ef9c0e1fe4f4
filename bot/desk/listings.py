"""Lists of requests or notices, page by page, as far as the asker may see them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil

from bot.desk import cards, questions, search
from bot.desk.facts import Listing, ListRow
from bot.desk.ground import Ground
from bot.desk.questions import Question
from bot.desk.transaction import Transaction
from bot.rules.permissions import Act
from storage.records.notices import Notice
from storage.records.people import Person, Role
from storage.records.queries import RecordQuery
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest

_READ = ("state", "owner", "due_at")


def listing(ground: Ground, asker: Person, kind: RecordKind, words: str, page: int) -> Listing:
    """The page of what the words ask for; a page beyond the end is the last.

    An auditor's look is itself audited, and everybody's look for a name. Raises Refusal, and DeskError for a
    name that nobody can be found by.
    """
    action = f"{kind}.list"
    with ground.reading(asker, action) as tx:
        tx.require(Act.SEE)
        question = questions.asked(tx, tx.person or asker, kind, words)
        found = _page(tx, kind, question, words, page)
    names = search.READ if question.reads_names else ()
    if names or asker.role is Role.AUDITOR:
        with ground.transaction(asker, action, wakes=False) as tx:
            tx.audit(*_READ, *names)
    return found


def _page(tx: Transaction, kind: RecordKind, question: Question, words: str, page: int) -> Listing:
    query, parsed = question.query, question.parsed
    most, size = tx.policy.list_most, tx.policy.list_page
    counted = count(tx, kind, query, most + 1)
    total = min(counted, most)
    pages = max(1, ceil(total / size))
    page = min(max(1, page), pages)
    countries = tx.stores.countries.names()
    return Listing(
        record_kind=kind,
        words=words,
        rows=rows(tx, kind, replace(query, limit=size, offset=(page - 1) * size), countries),
        page=page,
        pages=pages,
        total=total,
        is_cut=counted > most,
        readings=parsed.readings,
        not_understood=parsed.not_understood,
        guesses=parsed.guesses,
        may_export=tx.may(Act.EXPORT),
    )


def rows(
    tx: Transaction, kind: RecordKind, query: RecordQuery, countries: Mapping[str, str]
) -> tuple[ListRow, ...]:
    return tuple(cards.row(each, now=tx.now, countries=countries) for each in records(tx, kind, query))


def records(tx: Transaction, kind: RecordKind, query: RecordQuery) -> Sequence[LiaisonRequest | Notice]:
    """What is due first comes first."""
    if kind is RecordKind.NOTICE:
        return tx.stores.notices.find(query)
    return tx.stores.requests.find(query)


def count(tx: Transaction, kind: RecordKind, query: RecordQuery, most: int) -> int:
    """How many there are on all pages, counted up to `most`."""
    store = tx.stores.notices if kind is RecordKind.NOTICE else tx.stores.requests
    return store.count(query, most=most)
