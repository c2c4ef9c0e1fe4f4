"""`oncall`: who has the desk."""

from typing import Annotated

import typer

from handlers.cli.ground import desk, operator
from storage.records.people import PersonId

app = typer.Typer(no_args_is_help=True, help="Say and set who has the desk.")


@app.command()
def take(
    user: Annotated[str, typer.Argument(help="Slack user id of the officer.")],
    hours: Annotated[
        float | None, typer.Option(help="For how long; until the next shift when left out.")
    ] = None,
) -> None:
    """Give an officer the desk from now on."""
    with desk() as it:
        oncall = it.roster.take(operator(), PersonId(user), hours)
    until = f" until {oncall.until:%Y-%m-%d %H:%M} UTC" if oncall.until else ""
    typer.echo(f"{user} has the desk{until}.")


@app.command()
def now() -> None:
    """Say who has the desk and who comes next."""
    with desk() as it:
        oncall = it.roster.now(operator())
    typer.echo(f"On duty: {oncall.on_duty or 'nobody'}. Next: {oncall.next_person or 'nobody'}.")
