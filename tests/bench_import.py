"""`python -m tests.bench_import [rows]`: an old register is imported beside a desk at work.

How many rows a second, how long a second run takes that finds everything there, and how fast a command and
a click are acknowledged before and meanwhile. Nothing is asserted.
"""

import csv
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from bot import policy
from bot.clock import SystemClock, new_id
from bot.rules.csv_rows import Row
from bot.sandbox.server import Sandbox
from handlers.app import desk_over
from handlers.manifest import manifest
from storage.database import Database
from storage.records.people import SYSTEM, Actor, PersonId
from tests.bench import databases
from tests.processes import ROOT, desk_process
from tests.world import OLGA, ROLES, people

ROWS = 100_000
BEFORE = 300
REST = 0.05
"""Seconds before each round: ten commands and ten clicks a second are a busy desk."""
COLUMNS = (
    "colour", "country", "family_name", "forename", "birth", "sex", "control_number", "published_on", "state",
    "agency", "agency_case", "facts",
)  # fmt: skip


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        file = register(Path(folder) / "register.csv", count)
        with databases(Path(folder)) as urls:
            for name, url in urls:
                measure(name, url, file, count)


def measure(name: str, url: str, file: Path, count: int) -> None:
    reference = prepared(url)
    with Sandbox(manifest(), rates=False) as slack, desk_process(slack, url):
        people(slack)
        slack.wait_for(lambda: slack.sockets.connected, timeout=60)
        acknowledged(name, "at rest", slack, reference, Rounds(BEFORE).go_on)
        began = time.perf_counter()
        with subprocess.Popen(command(file), cwd=ROOT, env=os.environ | {"DATABASE_URL": url}) as importing:
            acknowledged(name, "during the import", slack, reference, lambda: importing.poll() is None)
        took = time.perf_counter() - began
        print(f"{name}: {count:,} rows in {took:.0f} s, {count / took:.0f} a second, beside the desk at work")
        began = time.perf_counter()
        subprocess.run(command(file), cwd=ROOT, env=os.environ | {"DATABASE_URL": url}, check=True)
        print(f"{name}: the same file again in {time.perf_counter() - began:.0f} s")


def acknowledged(name: str, when: str, slack: Sandbox, reference: str, goes_on: Callable[[], bool]) -> None:
    """Somebody asks where a notice stands, and opens its details: a reading, and one that is audited."""
    asked, clicked, rest = [], [], threading.Event()
    while goes_on():
        rest.wait(REST)
        outcome = slack.command(OLGA, f"/notice status {reference}")
        assert outcome.message is not None
        asked.append(outcome.seconds)
        click = slack.click(OLGA, outcome.message, text="Show details")
        clicked.append(click.seconds)
        for view in click.views:
            slack.close(OLGA, view)
    for what, seconds in (("/notice status", asked), ("Show details", clicked)):
        cuts = statistics.quantiles(seconds, n=100)
        print(
            f"{name}: {what} {when}, {len(seconds)} times: median {cuts[49] * 1000:.1f} ms, "
            f"99th percentile {cuts[98] * 1000:.1f} ms, longest {max(seconds) * 1000:.1f} ms"
        )


class Rounds:
    def __init__(self, count: int) -> None:
        self._left = count

    def go_on(self) -> bool:
        self._left -= 1
        return self._left >= 0


def prepared(url: str) -> str:
    """People with their roles, and a notice; answers its reference."""
    row = {
        "colour": "red",
        "country": "FR",
        "family_name": "Example",
        "control_number": "B-1/5-2024",
        "published_on": "2024-05-01",
        "state": "published",
    }
    with closing(Database(url)) as database:
        desk = desk_over(database, clock=SystemClock(), new_id=new_id, wake=Nobody(), policy=policy.load())
        for person, role in ROLES.items():
            desk.people.grant(PersonId(person), role, by=SYSTEM)
        desk.notice_files.begin(Actor("operator:bench")).take([Row(2, row)])
    return "NT-2024-00001"


class Nobody:
    def soon(self) -> None:
        """Nothing runs here."""


def register(file: Path, count: int) -> Path:
    """Invented notices of five years in four colours; each twentieth is past its moment."""
    colours, countries = ("red", "blue", "green", "yellow"), ("FR", "MX", "PH", "TH", "DE", "IT", "ES", "CA")
    with file.open("w", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(COLUMNS)
        for n in range(count):
            day = SystemClock().now().date() - timedelta(days=1 + n * 7 % 1800)
            day = date(2016, 1, 1) if n % 20 == 0 else day
            number = f"A-{n + 1}/{day.month}-{day.year}" if n % 3 else ""
            who = (f"Example{n}", f"Sample{n % 977}", f"{1950 + n % 50}-05-17", "female")
            facts = "Invented facts in a sentence or two, such as people write them. " * 3
            case = ("published", "example-county-sheriff", f"EX-{n}", facts)
            writer.writerow((colours[n % 4], countries[n % 8], *who, number, day, *case))
    return file


def command(file: Path) -> list[str]:
    return [sys.executable, "-m", "bot", "import", "notices", str(file)]


if __name__ == "__main__":
    main()
