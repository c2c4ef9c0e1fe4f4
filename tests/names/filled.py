"""Notices about invented people, many at once: the tables are filled as the desk would fill them."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from sqlalchemy import insert

from bot.desk.name_keys import NameReading
from storage.database import Database
from storage.records.notices import Colour, Means, NoticeState
from storage.records.people import PersonId
from storage.records.requests import Direction
from storage.tables import notices
from tests.names.namesakes import HELD_OUT, ONCE_HELD_OUT, OPEN, Namesakes, Who, pairs
from tests.storage.examples import NOW

BATCH = 10_000


def people(count: int) -> list[Who]:
    """Namesakes, and among them whoever the test set is about."""
    meant = [*pairs(OPEN), *pairs(ONCE_HELD_OUT), *pairs(HELD_OUT)]
    return [*islice(Namesakes(1, meant), count - len(meant)), *(pair.who for pair in meant)]


def fill(database: Database, everybody: Sequence[Who]) -> None:
    rows = (row(number, who) for number, who in enumerate(everybody))
    while some := list(islice(rows, BATCH)):
        with database._engine.begin() as connection:
            connection.execute(insert(notices), some)


def row(number: int, who: Who) -> dict[str, Any]:
    answers = {"family_name": who.family_name, "forename": who.forename, "birth": str(who.born)}
    return {
        "id": f"{number:032x}",
        "reference": reference(number),
        "colour": Colour.BLUE,
        "country": "FR",
        "direction": Direction.INCOMING,
        "means": Means.NOTICE,
        "answers": answers | {"description": "Nothing else is known of this invented person."},
        "agency_name": "",
        "agency_case": "",
        "filed_by": PersonId("UADA"),
        "state": NoticeState.RECEIVED,
        "state_since": NOW,
        "created_at": NOW,
        "version": 1,
    }


def reference(number: int) -> str:
    return f"NT-2026-{number:07}"


def read_all(reading: NameReading) -> int:
    """Their keys; answers of how many."""
    read = 0
    while reading.next_due():
        read += reading.sweep()
    return read
