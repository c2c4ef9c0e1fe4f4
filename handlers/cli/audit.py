"""`audit`: the trail of who did and read what."""

import typer

from handlers.cli.ground import Stop, database

app = typer.Typer(no_args_is_help=True, help="Check the audit trail.")


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
