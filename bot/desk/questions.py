"""Questions of a list: what the words say by themselves, and what the registry and the names know of them."""

from dataclasses import dataclass, replace

from bot.desk import naming
from bot.desk.transaction import Transaction
from bot.rules import queries
from bot.rules.queries import Parsed
from storage.records.folding import folded
from storage.records.people import Person, Role
from storage.records.queries import RecordQuery, Visibility
from storage.records.reminders import RecordKind

_AGENCIES = 50
"""Of a few letters; more than these are meant by nobody."""
_NAMED = 2
"""Agencies that a sentence names; of more it says how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    query: RecordQuery
    """Of no more than the asker may see."""
    parsed: Parsed

    @property
    def reads_names(self) -> bool:
        return bool(self.parsed.name)


def asked(tx: Transaction, asker: Person, kind: RecordKind, words: str) -> Question:
    """Raises DeskError for a name that nobody can be found by."""
    countries = tx.stores.countries.names()
    parsed = queries.parse(words, kind=kind, asker=asker, now=tx.now, countries=countries)
    for agency in parsed.agencies:
        parsed = _of_agency(tx, parsed, agency)
    query = seen_by(asker, parsed.query)
    if parsed.name:
        hits = naming.hits(tx, query.visible_to, parsed.name)
        found = {hit.named.record_id for hit in hits if hit.named.record_kind is kind}
        query = replace(query, ids=frozenset(found))
    return Question(query=query, parsed=parsed)


def seen_by(asker: Person, query: RecordQuery) -> RecordQuery:
    """The same question, asked of no more than a requester may see."""
    if asker.role is not Role.REQUESTER:
        return query
    # Admitted for one agency: what they filed for another one before is not theirs any more.
    person = None if asker.outside else asker.id
    return replace(query, visible_to=Visibility(person=person, agency_id=asker.agency_id))


def _of_agency(tx: Transaction, parsed: Parsed, words: str) -> Parsed:
    """By id, or by words of its name, state or ORI."""
    store = tx.stores.agencies
    exact = store.get(words.casefold())
    found = [exact] if exact else store.search(folded(words).split(), _AGENCIES)
    if not found:
        return replace(parsed, not_understood=(*parsed.not_understood, f"agency:{words}"))
    several = f"{len(found)} agencies with “{words}”"
    said = several if len(found) > _NAMED else " or ".join(each.name for each in found)
    agencies = parsed.query.agencies | {each.id for each in found}
    return replace(
        parsed,
        query=replace(parsed.query, agencies=agencies),
        readings=(*parsed.readings, f"agency {said}"),
    )
