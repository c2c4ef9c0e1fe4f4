"""`export`: a list as a CSV file."""

from pathlib import Path
from typing import Annotated

import typer

from handlers.cli.ground import Stop, desk, operator
from handlers.views import export
from storage.records.reminders import RecordKind


def export_(
    kind: Annotated[RecordKind, typer.Argument(help="What to list.")],
    file: Annotated[Path, typer.Argument(help="Where to write it; a file that is there is kept.")],
    words: Annotated[list[str] | None, typer.Argument(help="As behind `/notice list`.")] = None,
) -> None:
    """Write a list as a CSV file, without names; the audit trail tells that you did."""
    with desk() as it:
        exported = it.exporting.export(operator(), kind, " ".join(words or ()))
    try:
        file.touch(mode=0o600, exist_ok=False)  # For its owner's eyes.
        with file.open("w", encoding="utf-8", newline="") as written:
            written.write(export.text(exported))
    except OSError as error:
        raise Stop(f"{file} cannot be written ({error.strerror}).") from None
    typer.echo(f"{file}: {len(exported.rows)} written.")
