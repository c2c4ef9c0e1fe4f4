"""Lists as a file: what a list shows and by which numbers a case is known, never whom it is about.

A file stays where it was sent after a role is revoked, so that no answer about a subject stands in it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from bot.desk import cards, listings, questions, search
from bot.desk.facts import Exported
from bot.desk.ground import Ground
from bot.desk.lookup import Record
from bot.desk.transaction import Transaction
from bot.rules import colours
from bot.rules.errors import DeskError
from bot.rules.kinds import KINDS
from bot.rules.permissions import Act
from bot.rules.records import kind_of
from bot.rules.texts import state_words
from storage.records.notices import Notice
from storage.records.people import Actor, Person, PersonId, Role
from storage.records.reminders import RecordKind

Columns = Mapping[str, Callable[[Record], str]]


class Exporting:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def export(self, asker: Person | Actor, kind: RecordKind, words: str) -> Exported:
        """Everything that the words ask for; that it was taken is audited, with the names of its columns.

        Raises Refusal, and DeskError when nothing fits, or more than a file may have.
        """
        action = f"{kind}.export"
        with self._ground.reading(asker, action) as tx:
            tx.require(Act.EXPORT)
            # An operator at the command line asks as an officer would.
            person = tx.person or Person(id=PersonId(tx.actor), role=Role.OFFICER)
            question = questions.asked(tx, person, kind, words)
            most = tx.policy.list_most
            found = listings.records(tx, kind, replace(question.query, limit=most + 1))
            if not found:
                raise DeskError("Nothing fits, so there is no file. Ask for more.")
            if len(found) > most:
                raise DeskError(f"More than {most} fit, too many for one file. Ask for fewer.")
            columns = _columns(tx, person)
            rows = tuple(tuple(cell(each) for cell in columns.values()) for each in found)
        # Written down before anybody has it, apart from the reading: others write while thousands are read.
        with self._ground.transaction(asker, action, wakes=False) as tx:
            tx.audit(*columns, *(search.READ if question.reads_names else ()))
        return Exported(record_kind=kind, columns=tuple(columns), rows=rows)


def _columns(tx: Transaction, person: Person) -> Columns:
    """By name. By which numbers a case is known elsewhere is not an auditor's to take away."""
    countries = tx.stores.countries.names()

    def local(moment: datetime | None) -> str:
        return moment.astimezone(tx.zone).isoformat(timespec="minutes") if moment else ""

    standing: Columns = {
        "reference": lambda each: each.reference,
        "what": _what,
        "direction": lambda each: each.direction,
        "country": lambda each: countries.get(each.country, each.country),
        "agency": cards.agency,
        "state": _state,
        "state_since": lambda each: local(each.state_since),
        "owner": lambda each: each.owner or "",
        "due_at": lambda each: local(each.due_at),
        "filed_at": lambda each: local(each.created_at),
    }
    if person.role is Role.AUDITOR:
        return standing
    return {
        **standing,
        "agency_case": lambda each: each.agency_case,
        "control_number": lambda each: (each.control_number or "") if isinstance(each, Notice) else "",
        "entity_id": lambda each: each.answers.get("entity_id", ""),
    }


def _what(record: Record) -> str:
    if isinstance(record, Notice):
        return colours.title(record.colour, record.means, record.direction)
    return KINDS[record.kind].label


def _state(record: Record) -> str:
    return state_words(kind_of(record), record.state)
