"""`people`: who may do what at the desk."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from handlers.cli import contact
from handlers.cli.ground import desk, operator
from handlers.cli.users import User
from storage.records.people import PersonId, Role

app = typer.Typer(no_args_is_help=True, help="Give, take and list roles.")
app.add_typer(contact.app, name="contact")


@app.command()
def grant(user: User, role: Annotated[Role, typer.Argument(help="What they may do from now on.")]) -> None:
    """Give somebody a role."""
    with desk() as it:
        it.people.grant(PersonId(user), role, by=operator())
    typer.echo(f"{user} is {role} now.")


@app.command()
def revoke(user: User) -> None:
    """Take somebody's role away, at once."""
    with desk() as it:
        it.people.revoke(PersonId(user), by=operator())
    typer.echo(f"{user} has no role now.")


@app.command()
def admit(user: User, agency: Annotated[str, typer.Argument(help="The agency's ORI or id.")]) -> None:
    """Admit a named guest or outside user as requester of one agency, for that agency's own records."""
    with desk() as it:
        it.people.admit(PersonId(user), agency, by=operator())
    typer.echo(f"{user} is admitted for {agency}.")


@app.command("list")
def list_() -> None:
    """List everybody who has a role."""
    table = Table("person", "role", "agency", "outside", "deactivated")
    with desk() as it:
        for person in it.people.everybody():
            table.add_row(
                person.id,
                person.role or "-",
                person.agency_id or "-",
                "yes" if person.outside else "",
                "yes" if person.deactivated else "",
            )
    Console().print(table)
