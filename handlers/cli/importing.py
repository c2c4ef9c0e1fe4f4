"""`import`: fills a registry from a CSV file, whole or not at all; takes over notices, row by row."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.rules.csv_rows import BrokenFile, Columns, Row, Torn
from bot.rules.errors import DeskError
from bot.rules.notice_file import COLUMNS as OF_NOTICES
from bot.rules.notice_file import described
from bot.rules.registry_file import COLUMNS, MOST_ROWS, FileKind
from handlers.cli import csv_files, notice_importing
from handlers.cli.ground import Stop, desk, operator

LARGEST_FILE = 10_000_000
"""Bytes, of what is taken whole or not at all."""


class Kind(StrEnum):
    """What a file may hold."""

    AGENCIES = FileKind.AGENCIES
    COUNTRIES = FileKind.COUNTRIES
    REQUIREMENTS = FileKind.REQUIREMENTS
    TERMS = FileKind.TERMS
    NOTICES = "notices"


def import_(
    kind: Annotated[Kind, typer.Argument(help="What the file holds.")],
    file: Annotated[
        Path | None, typer.Argument(help="A CSV file in UTF-8; its first line names the columns.")
    ] = None,
    only_check: Annotated[
        bool, typer.Option("--check", help="Only say what is wrong, or would change.")
    ] = False,
    columns: Annotated[bool, typer.Option("--columns", help="Only list the columns.")] = False,
) -> None:
    """Fill a registry from a CSV file, whole or not at all; or take over the notices of an old register."""
    if columns:
        _list_columns(kind)
    elif file is None:
        raise typer.BadParameter("Name the file.")
    elif kind is Kind.NOTICES:
        notice_importing.take(file, only_check=only_check)
    else:
        _fill(FileKind(kind), file, only_check=only_check)


def _fill(kind: FileKind, file: Path, *, only_check: bool) -> None:
    """Every row is checked first; one that is broken stops them all."""
    try:
        rows = list(_read(kind, file))
    except DeskError as broken:
        raise Stop(_nothing(file, broken)) from None
    with desk() as it:
        try:
            taken = it.registry_files.take(operator(), kind, rows, only_check=only_check)
        except BrokenFile as broken:
            raise Stop(_nothing(file, broken)) from None
    told = f"{taken.added} added, {taken.changed} changed, {taken.unchanged} unchanged"
    typer.echo(f"Only checked, nothing was saved: {told}." if only_check else f"{kind}: {told}.")


def _read(kind: FileKind, file: Path) -> Iterator[Row]:
    """Raises BrokenFile, and Stop for a file that cannot be opened."""
    if file.is_file() and file.stat().st_size > LARGEST_FILE:
        raise BrokenFile(["It is larger than 10 MB. Divide it."])
    for count, row in enumerate(csv_files.rows_of(file, COLUMNS[kind]), 1):
        if isinstance(row, Torn):
            raise BrokenFile([f"Line {row.line}: {row.sentence}"])
        if count > MOST_ROWS:
            raise BrokenFile([f"The file has more than {MOST_ROWS:,} rows. Divide it."])
        yield row


def _nothing(file: Path, broken: DeskError) -> str:
    return f"{broken}\nNothing of {file} was taken."


def _list_columns(kind: Kind) -> None:
    of: Columns = OF_NOTICES if kind is Kind.NOTICES else COLUMNS[FileKind(kind)]
    words = dict(described()) if kind is Kind.NOTICES else {}
    for name in of.all:
        needed = "needed" if name in of.needed else ""
        typer.echo(f"{name:22}{needed:8}{words.get(name, '')}".rstrip())
