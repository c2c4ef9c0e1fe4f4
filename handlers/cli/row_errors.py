"""What is wrong with the rows of a file, in a file beside it: none of it stands on a terminal or in a log."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from bot.rules.csv_rows import Row, Torn, harmless
from handlers.cli.ground import Stop


class RowErrors:
    """A line for each wrong column of a row: where it is, what is wrong, and the row as it stood there."""

    def __init__(self, path: Path, file: TextIO) -> None:
        self.path = path
        self.count = 0
        self._file = file
        self._writer = csv.writer(file)

    def add(self, row: Row, errors: Mapping[str, str]) -> None:
        for column, sentence in errors.items():
            self._write(row.line, column, sentence, tuple(row.cells.values()), tuple(row.cells))

    def torn(self, row: Torn) -> None:
        self._write(row.line, "", f"Not taken: {row.sentence}", row.cells, row.columns)

    def flush(self) -> None:
        self._file.flush()

    def _write(
        self, line: int, column: str, sentence: str, cells: Sequence[str], columns: Sequence[str]
    ) -> None:
        if not self.count:
            self._writer.writerow(("line", "column", "problem", *columns))
        self._writer.writerow((line, column, sentence, *map(harmless, cells)))
        self.count += 1


@contextmanager
def errors_beside(file: Path) -> Iterator[RowErrors]:
    """`register.errors.csv` beside `register.csv`, begun anew, for its owner's eyes.

    There is none when nothing is wrong. Raises Stop when it cannot be written there.
    """
    path = file.with_suffix(".errors.csv")
    try:
        path.unlink(missing_ok=True)
        path.touch(mode=0o600, exist_ok=False)
        opened = path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise Stop(
            f"{path} cannot be written ({error.strerror}). It is to say what is wrong with rows."
        ) from None
    with opened:
        errors = RowErrors(path, opened)
        try:
            yield errors
        finally:
            if not errors.count:
                path.unlink(missing_ok=True)
