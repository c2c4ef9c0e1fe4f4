"""`import notices`: takes over an old register, some rows at a time, while a running desk goes on working."""

import hashlib
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

import typer

from bot.desk.notice_files import Fate, NoticeFile, Outcome
from bot.rules.csv_rows import BrokenFile, Row, Torn
from bot.rules.notice_file import COLUMNS
from handlers.cli import csv_files
from handlers.cli.ground import Stop, desk, operator
from handlers.cli.row_errors import RowErrors, errors_beside
from storage.database import DatabaseBusy

if TYPE_CHECKING:
    from rich.progress import Progress

SECONDS_AT_ONCE = 0.04
"""Rows that take about so long are taken at once; the transaction is the smaller part of that."""
LEAST_AT_ONCE, MOST_AT_ONCE = 20, 200
"""Fewer would cost no less."""
PAUSE = 0.5
"""After rows were saved others get their turn, for this part of the time that the rows took."""


def take(file: Path, *, only_check: bool) -> None:
    """Raises Stop: for a file of which nothing can be taken, when told to stop, and when rows are wrong."""
    try:
        count = sum(1 for _ in csv_files.rows_of(file, COLUMNS))
    except BrokenFile as broken:
        raise Stop(f"{broken}\nNothing of {file} was taken.") from None
    with desk() as it, errors_beside(file) as errors, _told_to_stop() as told, _progress() as progress:
        run = _Run(file=it.notice_files.begin(operator(), only_check=only_check), errors=errors, told=told)
        try:
            run.through(csv_files.rows_of(file, COLUMNS), progress, count)
        except DatabaseBusy as busy:
            raise Stop(f"The database did not answer ({busy}). {run.so_far} {_go_on()}") from None
        overdue = 0 if only_check else run.file.end(_digest(file))
    typer.echo(f"Only checked, nothing was saved: {run.so_far}" if only_check else f"notices: {run.so_far}")
    if overdue:
        typer.echo(
            f"Past their due moment, of all notices: {overdue:,}. The desk is told in a line, and nobody is "
            "reminded of each: /notice list overdue"
        )
    if errors.count:
        raise Stop(
            f"{errors.path} says what is wrong with each row. It holds what the rows hold, names among it: "
            f"keep it as you keep {file}, and delete it afterwards. Correct the rows in {file}, and run the "
            "same command again: what is in is passed over."
        )


@dataclass(slots=True, kw_only=True)
class _Run:
    file: NoticeFile
    errors: RowErrors
    told: "SimpleQueue[int]"
    at_once: int = LEAST_AT_ONCE
    counts: Counter[Fate] = field(default_factory=Counter)

    @property
    def so_far(self) -> str:
        added, there, wrong = (self.counts[each] for each in (Fate.ADDED, Fate.THERE, Fate.WRONG))
        return f"{added:,} added, {there:,} there already, {wrong:,} wrong."

    def through(self, rows: Iterator[Row | Torn], progress: "Progress", count: int) -> None:
        """Raises Stop when told to."""
        shown = progress.add_task("Rows", total=count)
        while some := list(islice(rows, self.at_once)):
            began = time.monotonic()
            outcomes = self.file.take([each for each in some if isinstance(each, Row)])
            self._note(some, outcomes)
            took = time.monotonic() - began
            progress.advance(shown, len(some))
            self.at_once = _fitting(self.at_once * SECONDS_AT_ONCE / took)
            saved = any(each.fate is Fate.ADDED for each in outcomes)
            if self._is_told(took * PAUSE if saved else 0):
                raise Stop(f"Stopped behind line {some[-1].line}: {self.so_far} {_go_on()}")

    def _note(self, some: list[Row | Torn], outcomes: tuple[Outcome, ...]) -> None:
        by_line = {each.line: each for each in outcomes}
        for row in some:
            if isinstance(row, Torn):
                self.counts[Fate.WRONG] += 1
                self.errors.torn(row)
                continue
            outcome = by_line[row.line]
            self.counts[outcome.fate] += 1
            self.errors.add(row, outcome.errors)
        self.errors.flush()

    def _is_told(self, pause: float) -> bool:
        """Whether somebody wants it to stop; waits so many seconds for that."""
        try:
            self.told.get(timeout=max(pause, 0.001))
        except Empty:
            return False
        return True


def _fitting(rows: float) -> int:
    return max(LEAST_AT_ONCE, min(MOST_AT_ONCE, int(rows)))


def _go_on() -> str:
    return "Nothing is half done. Run the same command again to go on: what is in is passed over."


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


@contextmanager
def _told_to_stop() -> Iterator["SimpleQueue[int]"]:
    """Holds a signal once somebody presses Ctrl-C or ends the process: rows under way are kept first."""
    told: SimpleQueue[int] = SimpleQueue()
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda received, _frame: told.put(received)) for number in numbers]
    try:
        yield told
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


@contextmanager
def _progress() -> Iterator["Progress"]:
    """On a terminal, on standard error; nothing is drawn elsewhere."""
    from rich.console import Console  # noqa: PLC0415  Only this command needs it.
    from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    columns = (*Progress.get_default_columns()[:3], MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        yield progress
