"""How long a tick takes with a million reminders pending, and how many due at once are said a second.

Run it by `python -m tests.bench_reminders [rows]`; its figures are printed.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from sqlalchemy import text

from bot.desk.desk import build
from bot.desk.ground import Ground
from bot.policy import load
from storage.database import Database
from storage.records.people import Person, PersonId, Role
from storage.records.reminders import RecordKind, Reminder, ReminderRule, Stage
from storage.records.requests import RequestId, RequestState
from storage.upgrade import upgrade
from tests.desk.around import CountingIds, CountingWake, FrozenClock
from tests.postgres import running_server
from tests.storage.examples import a_request, new_id, raw

ROWS = 1_000_000
AT_ONCE = 1_000
BATCH = 10_000
NOW = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as server:
        server.copy("bench")
        for name, url in (("SQLite", f"sqlite:///{folder}/bench.db"), ("PostgreSQL", server.url("bench"))):
            with _database(url) as database:
                _measure(name, url, database, rows)


@contextmanager
def _database(url: str) -> Iterator[Database]:
    upgrade(url)
    database = Database(url, wait=60)
    try:
        yield database
    finally:
        database.close()


def _measure(name: str, url: str, database: Database, rows: int) -> None:
    clock = FrozenClock()
    ground = Ground(database=database, clock=clock, new_id=CountingIds(), wake=CountingWake(), policy=load())
    desk = build(ground)
    _staff(database)
    _pending(database, rows)
    with raw(url) as engine, engine.begin() as connection:
        connection.execute(text("ANALYZE"))  # As PostgreSQL does by itself, some time later.
    desk.digests.sweep()
    idle = _timed(200, lambda: (desk.reminders.sweep(), desk.digests.sweep()))
    print(f"{name}: a tick with nothing due, {rows:,} pending: {_spread(idle)}")
    listed = _timed(20, lambda: desk.due.listing(_officer(), RecordKind.REQUEST, "7d"))
    print(f"{name}: what falls due in a week: {_spread(listed)}")
    _due_at_once(database, clock.now() + timedelta(hours=1))
    clock.advance(hours=1)
    began = perf_counter()
    taken = 0
    while swept := desk.reminders.sweep():
        taken += swept
    seconds = perf_counter() - began
    print(f"{name}: {taken} due at once in {seconds:.2f} s, {taken / seconds:,.0f} a second")
    clock.advance(days=1)
    began = perf_counter()
    made = desk.digests.sweep()
    print(f"{name}: {made} digests of {AT_ONCE} overdue in {perf_counter() - began:.2f} s")


def _officer() -> Person:
    return Person(id=PersonId("UOFFICER"), role=Role.OFFICER)


def _staff(database: Database) -> None:
    with database.transaction() as stores:
        stores.people.save(_officer())
        stores.people.save(Person(id=PersonId("USUPER"), role=Role.SUPERVISOR))


def _pending(database: Database, rows: int) -> None:
    """Five for each record, months away: three to be said, one for the digest, one limit."""
    for start in range(0, rows, BATCH):
        with database.transaction() as stores:
            stores.reminders.add(
                *(
                    _reminder(f"r{number // 5}", NOW + timedelta(days=60, minutes=number), number)
                    for number in range(start, start + BATCH)
                )
            )


def _reminder(record_id: str, due_at: datetime, number: int = 0) -> Reminder:
    return Reminder(
        id=new_id(),
        record_kind=RecordKind.REQUEST,
        record_id=record_id,
        rule=ReminderRule.DUE,
        state=RequestState.INTAKE_REVIEW,
        due_at=due_at,
        stage=(Stage.SAID, Stage.SAID, Stage.SAID, Stage.DIGEST, Stage.LIMIT)[number % 5],
        limit_at=due_at,
    )


def _due_at_once(database: Database, due_at: datetime) -> None:
    """Of records that nobody has, so that no cap holds any back."""
    with database.transaction() as stores:
        for number in range(AT_ONCE):
            record_id = RequestId(f"due{number}")
            stores.requests.add(
                a_request(
                    id=record_id,
                    reference=f"LR-2025-{number:05}",
                    state=RequestState.INTAKE_REVIEW,
                    due_at=due_at,
                    owner=None,
                )
            )
            stores.reminders.add(_reminder(record_id, due_at))


def _timed(times: int, act: Callable[[], object]) -> list[float]:
    """In milliseconds."""
    took = []
    for _ in range(times):
        began = perf_counter()
        act()
        took.append(1000 * (perf_counter() - began))
    return took


def _spread(took: list[float]) -> str:
    cuts = quantiles(took, n=100)
    return f"median {cuts[49]:.2f} ms, 99th percentile {cuts[98]:.2f} ms"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
