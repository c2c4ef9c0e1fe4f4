"""`db`: the database's schema."""

import typer

from bot import one_setting
from handlers.cli.ground import Stop, stopping
from storage import upgrade as schema

app = typer.Typer(no_args_is_help=True, help="Check the database's schema and bring it up to date.")

FITS = "The schema fits this program."


@app.command()
def check() -> None:
    """Say whether the schema fits this program; exit code 1 when it does not."""
    with stopping():
        if not schema.is_current(one_setting.database_url()):
            raise Stop("The schema does not fit this program. Run: python -m bot db upgrade")
    typer.echo(FITS)


@app.command()
def upgrade() -> None:
    """Bring the schema up to date; safe to repeat."""
    with stopping():
        schema.upgrade(one_setting.database_url())
    typer.echo(FITS)
