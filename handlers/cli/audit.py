"""`audit`: the trail of who did and read what."""

import typer

from bot.rules import references
from handlers.cli.ground import Stop, database

MOST = 500
app = typer.Typer(no_args_is_help=True, help="Check the audit trail.")


@app.command()
def trail(reference: str) -> None:
    """Who did, read or was refused what about a request, notice or page: newest first."""
    with database() as opened, opened.reading() as stores:
        entries = stores.audit.of(references.recognise(reference) or reference, MOST)
    if not entries:
        raise Stop(f"The trail holds nothing about {reference}. Write it like LR-2026-00042.")
    for entry in entries:
        fields = f": {', '.join(entry.fields)}" if entry.fields else ""
        typer.echo(
            f"{entry.at:%Y-%m-%d %H:%M:%S} UTC  {entry.actor}  {entry.action}  {entry.outcome}{fields}"
        )


@app.command()
def verify() -> None:
    """Walk the whole chain; exit code 1 when an entry was changed, removed or moved."""
    with database() as opened, opened.reading() as stores:
        verdict = stores.audit.verify()
    if verdict.broken_at is not None:
        raise Stop(
            f"The audit trail is broken at entry {verdict.broken_at}: it was edited, removed or moved."
        )
    typer.echo(f"{verdict.entries} entries, unbroken. Head: {verdict.head}")
