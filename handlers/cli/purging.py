"""`purge`: erases records that are over and were kept as long as the policy says."""

from typing import Annotated

import typer

from bot.desk.desk import Desk
from bot.desk.purging import Purgeable
from handlers.cli.ground import Stop, at_the_desk, desk, operator


def purge(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what is due.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first; for scripts.")] = False,
) -> None:
    """Erase everything that is kept of records whose time is over; the audit trail stays."""
    with desk() as it:
        due = it.purging.due(operator())
        if not due:
            typer.echo("Nothing is due.")
        elif dry_run:
            for each in due:
                typer.echo(_line(each))
            typer.echo(f"{_records(len(due))} due. Nothing was erased.")
        elif yes or typer.confirm(f"{_records(len(due))} due. Erase for good?"):
            _erase(it, len(due))
        else:
            raise Stop("Nothing was erased.")


def _erase(it: Desk, most: int) -> None:
    erased: list[str] = []
    for each in it.purging.purge_all(operator(), most):
        typer.echo(f"{each.reference} is erased.")
        erased.append(each.reference)
    typer.echo(f"{_records(len(erased))} erased.")


def _line(each: Purgeable) -> str:
    since, due = at_the_desk(each.over_since), at_the_desk(each.due_since)
    return f"{each.reference}  {each.kind}  over since {since}, due since {due}"


def _records(number: int) -> str:
    return "1 record" if number == 1 else f"{number} records"
