"""How long `/notice status` and filtered lists take among many notices.

Run it by `python -m tests.bench_lists [rows]`; its figures are printed.
"""

import random
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from bot.clock import SystemClock, new_id
from bot.desk.desk import Desk
from bot.policy import load
from handlers.app import desk_over
from storage.database import Database
from storage.records.notices import Colour, Means, NoticeState
from storage.records.people import Person, PersonId, Role
from storage.records.queries import case_key
from storage.records.requests import Direction
from storage.tables import notices
from tests.bench import databases
from tests.bench_names import NobodyWaits
from tests.storage.examples import NOW

ROWS = 1_000_000
BATCH = 10_000
ASKED = 200
OFFICER = Person(id=PersonId("U0OFFICER"), role=Role.OFFICER)
COUNTRIES = ("FR", "DE", "MX", "PH", "TH", "GB", "CA", "BR", "IN", "ZA")
UNNUMBERED = frozenset({NoticeState.SUBMITTED, NoticeState.REVIEW, NoticeState.SENT})
QUESTIONS = (
    "",
    "red",
    "mine",
    "overdue",
    "due:7d",
    "pending",
    "red pending country:FR older:30d mine overdue",
    "yellow suspended south africa",
    "unowned review older:2y blue",
    "26-{number}",
    "2021/{number}",
)


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder, databases(Path(folder)) as urls:
        for name, url in urls:
            database = Database(url, wait=600)
            desk = desk_over(database, clock=SystemClock(), new_id=new_id, wake=NobodyWaits(), policy=load())
            with database.transaction() as stores:
                stores.people.save(OFFICER)
            _fill(database, rows)
            _measure(f"{name}, {rows:,}", desk, rows)
            database.close()


def _fill(database: Database, rows: int) -> None:
    some = random.Random(1)
    every = (_row(number, some) for number in range(rows))
    while batch := list(islice(every, BATCH)):
        with database._engine.begin() as connection:
            connection.execute(insert(notices), batch)
    with database._engine.begin() as connection:
        connection.execute(text("ANALYZE"))


def _row(number: int, some: random.Random) -> dict[str, Any]:
    """Most are over or in force, as in a register of years; a few thousand are owed something now."""
    is_over = some.random() < 0.6
    state = some.choice([NoticeState.WITHDRAWN, NoticeState.EXPIRED]) if is_over else _live(some)
    created = NOW - timedelta(minutes=some.randrange(5 * 365 * 24 * 60))
    due = None if is_over else created + timedelta(days=some.choice([1, 10, 5 * 365, 5 * 365]))
    case = f"26-{number}"
    return {
        "id": f"{number:032x}",
        "reference": f"NT-2026-{number:05}",
        "colour": some.choice([Colour.RED, Colour.RED, Colour.BLUE, Colour.GREEN, Colour.YELLOW]),
        "country": some.choice(COUNTRIES),
        "direction": some.choice(list(Direction)),
        "means": Means.NOTICE,
        "answers": {"family_name": "Example", "charge": "An invented charge, as long as they often are."},
        "agency_name": "",
        "agency_case": case,
        "case_key": case_key(case),
        "entity_id": f"2021/{number}" if number else None,
        "control_number": None if state in UNNUMBERED else f"A-{number}/1-2026",
        "filed_by": PersonId("UADA"),
        "owner": some.choice([None, OFFICER.id, *(PersonId(f"U{each}") for each in range(20))]),
        "state": state,
        "state_since": created,
        "due_at": due,
        "created_at": created,
        "version": 1,
    }


def _live(some: random.Random) -> NoticeState:
    rare = (NoticeState.SUBMITTED, NoticeState.REVIEW, NoticeState.SENT, NoticeState.SUSPENDED)
    return some.choice(rare) if some.random() < 0.05 else NoticeState.PUBLISHED


def _measure(name: str, desk: Desk, rows: int) -> None:
    some = random.Random(2)
    references = [f"NT-2026-{some.randrange(1, rows):05}" for _ in range(ASKED)]
    _told(f"{name}: status", [_timed(lambda it=it: desk.notices.status(OFFICER, it)) for it in references])
    for question in QUESTIONS:
        asked = [question.format(number=some.randrange(1, rows)) for _ in range(ASKED)]
        seconds = [_timed(lambda it=it: desk.notices.listing(OFFICER, it)) for it in asked]
        found = desk.notices.listing(OFFICER, asked[0]).total
        _told(f"{name}: list {question!r}, {found} found", seconds)


def _timed(act: Any) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _told(what: str, seconds: list[float]) -> None:
    cuts = statistics.quantiles(seconds, n=100)
    print(f"{what}: median {cuts[49] * 1000:.1f} ms, 99th percentile {cuts[98] * 1000:.1f} ms", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
