"""`import`: fills a registry from a CSV file, whole or not at all."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.rules.errors import DeskError
from bot.rules.registry_file import COLUMNS, MOST_ROWS, BrokenFile, FileKind, Row, check_columns
from handlers.cli.ground import Stop, desk, operator

LARGEST_FILE = 10_000_000
"""Bytes."""


def import_(
    kind: Annotated[FileKind, typer.Argument(help="What the file holds.")],
    file: Annotated[Path, typer.Argument(help="A CSV file in UTF-8; its first line names the columns.")],
    only_check: Annotated[
        bool, typer.Option("--check", help="Only say what is wrong, or would change.")
    ] = False,
) -> None:
    """Fill a registry from a CSV file. Every row is checked first; one that is broken stops them all."""
    try:
        rows = list(read(kind, _text(file)))
    except DeskError as broken:
        raise Stop(_nothing(file, broken)) from None
    with desk() as it:
        try:
            taken = it.registry_files.take(operator(), kind, rows, only_check=only_check)
        except BrokenFile as broken:
            raise Stop(_nothing(file, broken)) from None
    told = f"{taken.added} added, {taken.changed} changed, {taken.unchanged} unchanged"
    typer.echo(f"Only checked, nothing was saved: {told}." if only_check else f"{kind}: {told}.")


def read(kind: FileKind, text: str) -> Iterator[Row]:
    """The rows with the lines on which they begin. Raises BrokenFile."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    names: list[str] = []
    begins, count = 1, 0
    try:
        for cells in reader:
            begins, line = reader.line_num + 1, begins
            if not any(cells):
                continue
            if not names:
                names = [name.strip().lower() for name in cells]
                check_columns(kind, names)
                continue
            if len(cells) != len(names):
                raise BrokenFile([f"Line {line}: it has {len(cells)} cells for {len(names)} columns."])
            count += 1
            if count > MOST_ROWS:
                raise BrokenFile([f"The file has more than {MOST_ROWS:,} rows. Divide it."])
            yield Row(line, dict(zip(names, cells, strict=True)))
    except csv.Error as error:
        raise BrokenFile([f"Line {begins}: it is no CSV ({error})."]) from None
    if not names:
        raise BrokenFile([f"It is empty. The first line names the columns: {', '.join(COLUMNS[kind].all)}."])


def _text(file: Path) -> str:
    """Raises Stop and BrokenFile."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Stop(f"{file} cannot be read ({error.strerror}).") from None
    if len(content) > LARGEST_FILE:
        raise BrokenFile(["It is larger than 10 MB. Divide it."])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BrokenFile([f"Line {line}: it is not UTF-8. Save the file as CSV UTF-8."]) from None


def _nothing(file: Path, broken: DeskError) -> str:
    return f"{broken}\nNothing of {file} was taken."
