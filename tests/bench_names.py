"""`make bench-names`: how well and how fast a name is found among ten thousand and a million notices.

`python -m tests.bench_names 10000` measures one size only. Nothing is asserted.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy import text

from bot.clock import SystemClock, new_id
from bot.desk.desk import Desk
from bot.policy import load
from bot.rules.errors import DeskError
from handlers.app import desk_over
from storage.database import Database
from storage.records.people import Person, PersonId, Role
from tests.bench import databases
from tests.names.filled import fill, people, read_all
from tests.names.namesakes import HELD_OUT, ONCE_HELD_OUT, OPEN, Who, pairs
from tests.names.quality import answers, is_recorded, measured, references

SIZES = (10_000, 1_000_000)
ASKED = 2_000
OFFICER = Person(id=PersonId("U0OFFICER"), role=Role.OFFICER)


class NobodyWaits:
    def soon(self) -> None:
        pass


def main(count: int, halves: Sequence[str] = (OPEN, ONCE_HELD_OUT, HELD_OUT)) -> None:
    with tempfile.TemporaryDirectory() as folder, databases(Path(folder)) as urls:
        for name, url in urls:
            database = Database(url, wait=600)
            desk = desk_over(database, clock=SystemClock(), new_id=new_id, wake=NobodyWaits(), policy=load())
            everybody = people(count)
            with database.transaction() as stores:
                stores.people.save(OFFICER)
            fill(database, everybody)
            read_names(name, database, desk)
            for half in halves:
                quality(name, desk, half, everybody)
            print(f"{name}: {count:,} notices, load {os.getloadavg()[0]:.1f}", flush=True)
            some = everybody[:: max(1, count // ASKED)]
            # No desk holds a million people in memory, where each collection of garbage looks through them.
            del everybody
            gc.collect()
            gc.freeze()  # As `python -m bot` does with what it has at its start.
            speed(name, desk, some)
            database.close()


def read_names(name: str, database: Database, desk: Desk) -> None:
    began = time.perf_counter()
    read = read_all(desk.name_reading)
    seconds = time.perf_counter() - began
    print(f"{name}: keys of {read:,} records in {seconds:.0f} s, {read / seconds:,.0f} a second", flush=True)
    with database._engine.connect() as connection:
        connection.execute(text("ANALYZE"))
        connection.commit()


def quality(name: str, desk: Desk, half: str, everybody: Sequence[Who]) -> None:
    """Once for whoever the question answers as well as for the very record, which nobody could tell apart."""
    wanted = pairs(half)
    for what, is_it in (("answered", answers), ("the very record", is_recorded)):
        meant = references(everybody, wanted, is_it)
        found = measured(desk.search, OFFICER, meant)
        print(f"{name}: {half}, {what}: first {found.first:.3f}, in ten {found.in_ten:.3f}, of {len(wanted)}")
    print(f"  not first: {', '.join(found.missed)}", flush=True)


def speed(name: str, desk: Desk, some: Sequence[Who]) -> None:
    told(f"{name}: name and year", [timed(desk, question) for question in with_year(some)])
    told(f"{name}: name alone", [timed(desk, f"{who.forename} {who.family_name}") for who in some])


def with_year(some: Sequence[Who]) -> Iterator[str]:
    for who in some:
        yield f"{who.forename} {who.family_name} {who.born}"


def timed(desk: Desk, words: str) -> float:
    began = time.perf_counter()
    with suppress(DeskError):  # Too common, and said so.
        desk.search.find(OFFICER, words)
    return time.perf_counter() - began


def told(what: str, seconds: Sequence[float]) -> None:
    cuts = statistics.quantiles(seconds, n=100)
    print(
        f"{what}: {len(seconds)} searches, median {cuts[49] * 1000:.1f} ms, "
        f"99th percentile {cuts[98] * 1000:.1f} ms, longest {max(seconds) * 1000:.1f} ms",
        flush=True,
    )


if __name__ == "__main__":
    for size in map(int, sys.argv[1:] or SIZES):
        main(size)
