"""The answer to `status`: where a request or notice stands, read without writing anything."""

from bot.desk import cards, lookup
from bot.desk.facts import Status
from bot.desk.ground import Ground
from bot.rules.permissions import Act
from storage.records.people import Actor, Person

_EVENTS = 3


def status(ground: Ground, asker: Person | Actor, words: str, *, action: str) -> Status:
    """By reference of either kind, or by control number. Raises Refusal, NoSuchRecord among them."""
    with ground.reading(asker, action) as tx:
        record = lookup.by_words(tx, words)
        return cards.status(
            record,
            tx.stores.events.latest(record.id, _EVENTS),
            may_see_details=tx.may(Act.READ, filed_by=record.filed_by, agency=record.agency_id),
            policy=tx.policy,
            country_name=tx.stores.countries.name(record.country),
        )
