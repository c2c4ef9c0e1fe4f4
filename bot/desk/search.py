"""Search by name, as far as the asker may see; each one is a read in the audit trail."""

from collections.abc import Mapping, Sequence
from math import ceil

from bot.desk import cards, listings, lookup, name_keys
from bot.desk.ground import Ground
from bot.desk.search_facts import Found, FoundRow
from bot.desk.transaction import Transaction
from bot.rules.errors import DeskError
from bot.rules.naming import asking, keys, ranking
from bot.rules.naming.asking import Question
from bot.rules.naming.ranking import Hit
from bot.rules.permissions import Act
from storage.records.people import Person
from storage.records.queries import RecordQuery

_ACTION = "search"
_READ = ("family_name", "forename", "birth")


class Search:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def find(self, asker: Person, words: str, page: int = 1) -> Found:
        """The page of what fits best; a page beyond the end is the last. The words are kept nowhere.

        Raises Refusal, and DeskError for words that no name can be found by.
        """
        with self._ground.reading(asker, _ACTION) as tx:
            tx.require(Act.SEE)
            question = asking.read(words, today=tx.bounds.latest)
            found = _page(tx, _hits(tx, tx.person or asker, question), words, page)
        # The read is written down before anybody sees it, apart from it: finding takes longer than writing.
        with self._ground.transaction(asker, _ACTION, wakes=False) as tx:
            tx.audit(*_READ)
        return found


def _hits(tx: Transaction, asker: Person, question: Question) -> tuple[Hit, ...]:
    store, years = tx.stores.names, question.years
    worth = keys.of_question(question.name)
    sizes = store.sizes(worth, years, most=ranking.COUNTED)
    weights = ranking.telling(worth, sizes)
    if sizes and not weights:
        raise DeskError(asking.TOO_COMMON)
    eyes = listings.seen_by(asker, RecordQuery()).visible_to
    if not weights:
        return ()
    likeliest = store.likeliest(
        weights,
        years,
        eyes,
        first_year=ranking.FIRST_YEAR,
        least=ranking.LEAST,
        limit=ranking.COMPARED,
    )
    return ranking.ranked(question, store.named(likeliest))


def _page(tx: Transaction, hits: Sequence[Hit], words: str, page: int) -> Found:
    size = tx.policy.list_page
    pages = max(1, ceil(len(hits) / size))
    page = min(max(1, page), pages)
    countries = tx.stores.countries.names()
    rows = [_row(tx, hit, countries) for hit in hits[(page - 1) * size : page * size]]
    return Found(
        words=words,
        rows=[row for row in rows if row],
        page=page,
        pages=pages,
        total=len(hits),
        is_cut=len(hits) == ranking.SHOWN,
        is_complete=name_keys.are_complete(tx.stores),
    )


def _row(tx: Transaction, hit: Hit, countries: Mapping[str, str]) -> FoundRow | None:
    record = lookup.kept(tx.stores, hit.named.record_kind, hit.named.record_id)
    if record is None:
        return None
    return FoundRow(
        row=cards.row(record, now=tx.now, countries=countries),
        record_kind=hit.named.record_kind,
        direction=record.direction,
        fit=hit.fit,
        birth=hit.birth,
    )
