"""CSV files as an operator has them: their rows with the lines on which they begin, and what is wrong."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.rules.csv_rows import BrokenFile, Columns, Row, Torn, all_named, check_columns
from handlers.cli.ground import Stop

_LARGEST_CELL = 20_000_000
"""Characters. What is too long for its column is said of the row; this is about a quote that never ends."""


def rows_of(file: Path, columns: Columns) -> Iterator[Row | Torn]:
    """Raises BrokenFile where nothing behind it can be read, and Stop for a file that cannot be opened."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            yield from rows(lines, columns)
    except OSError as error:
        raise Stop(f"{file} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise BrokenFile(
            [f"Line {_undecodable(file)}: it is not UTF-8. Save the file as CSV UTF-8."]
        ) from None


def rows(lines: Iterable[str], columns: Columns) -> Iterator[Row | Torn]:
    """Raises BrokenFile."""
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(lines, strict=True)
    names: list[str] = []
    begins = 1
    try:
        for cells in reader:
            begins, line = reader.line_num + 1, begins
            if not any(cells):
                continue
            if not names:
                names = [name.strip().lower() for name in cells]
                check_columns(columns, names)
            elif len(cells) != len(names):
                yield Torn(line, tuple(cells), tuple(names))
            else:
                yield Row(line, dict(zip(names, cells, strict=True)))
    except csv.Error as error:
        why = f"Line {begins}: it is no CSV ({error}). Look there for a quote that is not closed."
        raise BrokenFile([why]) from None
    if not names:
        raise BrokenFile([f"It is empty. The first line names the columns: {all_named(columns)}."])


def _undecodable(file: Path) -> int:
    """The first line that is not UTF-8."""
    with file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
    return 1
