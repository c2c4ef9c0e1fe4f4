"""Handing a record to another officer of the desk, who is told of it."""

from bot.desk import lookup
from bot.desk.transaction import Transaction
from bot.rules.errors import InvalidForm
from bot.rules.records import kind_of
from storage.records.announcements import RecordHanded, direct
from storage.records.outbox import Lane
from storage.records.people import PersonId


def handed(tx: Transaction, record: lookup.Record, officer: PersonId) -> PersonId:
    """Who has it from now on. Raises InvalidForm for somebody who cannot have it, or has it already."""
    if not tx.can_answer(officer):
        raise InvalidForm({"officer": "This is no officer of the desk. Choose one."})
    if officer == record.owner:
        raise InvalidForm({"officer": "They have it already."})
    if officer != PersonId(tx.actor):
        tx.say(
            RecordHanded(
                record_kind=kind_of(record), record_id=record.id, reference=record.reference, by=tx.actor
            ),
            place=direct(officer),
            lane=Lane.ANSWER,
            once_key=f"handed:{record.id}:{record.version}",
            record_key=record.id,
        )
    return officer
