"""Search by name, as far as the asker may see; each one is a read in the audit trail."""

from collections.abc import Mapping, Sequence
from math import ceil

from bot.desk import cards, lookup, name_keys, naming, questions
from bot.desk.ground import Ground
from bot.desk.search_facts import Found, FoundRow
from bot.desk.transaction import Transaction
from bot.rules.naming import ranking
from bot.rules.naming.ranking import Hit
from bot.rules.permissions import Act
from storage.records.people import Person
from storage.records.queries import RecordQuery

_ACTION = "search"
READ = ("family_name", "forename", "birth")
"""What a search by name has looked at."""


class Search:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def find(self, asker: Person, words: str, page: int = 1) -> Found:
        """The page of what fits best; a page beyond the end is the last. The words are kept nowhere.

        Raises Refusal, and DeskError for words that no name can be found by.
        """
        with self._ground.reading(asker, _ACTION) as tx:
            tx.require(Act.SEE)
            eyes = questions.seen_by(tx.person or asker, RecordQuery()).visible_to
            found = _page(tx, naming.hits(tx, eyes, words), words, page)
        # The read is written down before anybody sees it, apart from it: finding takes longer than writing.
        with self._ground.transaction(asker, _ACTION, wakes=False) as tx:
            tx.audit(*READ)
        return found


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
