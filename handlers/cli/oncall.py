"""`oncall`: who has the desk."""

from typing import Annotated

import typer

from handlers.cli.ground import at_the_desk, desk, operator
from handlers.cli.users import User
from storage.records.people import PersonId

app = typer.Typer(no_args_is_help=True, help="Say and set who has the desk.")


@app.command()
def take(
    user: User,
    hours: Annotated[
        float | None, typer.Option(help="For how long; until the next shift when left out.")
    ] = None,
) -> None:
    """Give an officer the desk from now on."""
    with desk() as it:
        oncall = it.roster.take(operator(), PersonId(user), hours)
    until = f" until {at_the_desk(oncall.until)}" if oncall.until else ""
    typer.echo(f"{user} has the desk{until}.")


@app.command()
def now() -> None:
    """Say who has the desk and who comes next."""
    with desk() as it:
        oncall = it.roster.now(operator())
    until = f" until {at_the_desk(oncall.until)}" if oncall.until else ""
    since = f" from {at_the_desk(oncall.next_from)}" if oncall.next_from else ""
    typer.echo(
        f"On duty: {oncall.on_duty or 'nobody'}{until}. Next: {oncall.next_person or 'nobody'}{since}."
    )
