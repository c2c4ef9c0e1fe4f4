"""`db`: the database's schema."""

import typer

from bot import settings
from handlers.cli.ground import Stop
from storage import upgrade as schema
from storage.database import DatabaseBusy

app = typer.Typer(no_args_is_help=True, help="Check the database's schema and bring it up to date.")


@app.command()
def check() -> None:
    """Say whether the schema fits this program; exit code 1 when it does not."""
    try:
        current = schema.is_current(settings.database_url())
    except DatabaseBusy as busy:
        raise Stop(f"The database cannot be reached ({busy}). Check DATABASE_URL.") from None
    if not current:
        raise Stop("The schema does not fit this program. Run: python -m bot db upgrade")
    typer.echo("The schema fits this program.")


@app.command()
def upgrade() -> None:
    """Bring the schema up to date; safe to repeat."""
    try:
        schema.upgrade(settings.database_url())
    except DatabaseBusy as busy:
        raise Stop(f"The database cannot be reached ({busy}). Check DATABASE_URL.") from None
    typer.echo("The schema fits this program.")
