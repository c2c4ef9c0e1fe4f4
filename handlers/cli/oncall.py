"""`oncall`: who has the desk, and the calendars that the roster is read from and given out as."""

import csv
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from bot.desk.calendars import Source, Taken
from bot.rules.rota import ical
from bot.rules.rota.ical import BrokenCalendar
from handlers import calendars as outside
from handlers.cli.ground import Stop, at_the_desk, desk, operator
from handlers.cli.users import User
from storage.records.people import PersonId
from storage.records.roster import Tier

app = typer.Typer(no_args_is_help=True, help="Say and set who has the desk.")


class Format(StrEnum):
    ICS = "ics"
    CSV = "csv"


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


@app.command("import")
def take_in(
    calendar: Annotated[str, typer.Argument(help="An iCalendar file, or the web address of a feed.")],
    name: Annotated[str, typer.Option(help="What the desk calls it; the same name again replaces it.")],
    tier: Annotated[Tier, typer.Option(help="For whom it speaks.")] = Tier.FIRST,
    *,
    check: Annotated[bool, typer.Option("--check", help="Only say what would be taken.")] = False,
) -> None:
    """Read shifts from a calendar; a feed is read again and again."""
    url = calendar if "://" in calendar else None
    try:
        content = outside.fetched(calendar) if url else _file(Path(calendar))
        with desk() as it:
            reading = outside.read(content, it.ground.clock.now(), it.ground.zone)
            source = Source(tier=tier, url=url)
            taken = it.calendars.take_in(operator(), name, source, reading, only_check=check)
    except BrokenCalendar as broken:
        raise Stop(f"Nothing of the calendar was taken. {broken}") from None
    _say(taken, only_check=check)


@app.command()
def calendars() -> None:
    """List the calendars that the roster is read from."""
    with desk() as it:
        found = it.calendars.all(operator())
    for each in found:
        read = f"read {at_the_desk(each.read_at)}" if each.read_at else "never read"
        again = f", again {at_the_desk(each.next_at)}" if each.next_at else ""
        wrong = f". {each.error}" if each.error else ""
        typer.echo(f"{each.name}: {_whence(each.url)}, {each.tier} tier, {read}{again}{wrong}")
    if not found:
        typer.echo("The roster is read from no calendar.")


@app.command()
def forget(name: Annotated[str, typer.Argument(help="Of the calendar.")]) -> None:
    """Take a calendar out, with its shifts to come."""
    with desk() as it:
        it.calendars.forget(operator(), name)
    typer.echo(f"{name} is forgotten.")


@app.command()
def export(
    form: Annotated[Format, typer.Option("--format", help="iCalendar, or a table.")] = Format.ICS,
    days: Annotated[int, typer.Option(help="How far ahead.")] = 90,
) -> None:
    """Print who has the desk in the days to come."""
    with desk() as it:
        shifts, at = it.calendars.roster(operator(), days)
        zone = it.ground.zone
    if form is Format.ICS:
        typer.echo(ical.written(shifts, at).decode(), nl=False)
        return
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(("tier", "person", "starts_at", "ends_at"))
    for each in shifts:
        moments = (moment.astimezone(zone).isoformat() for moment in (each.starts_at, each.ends_at))
        rows.writerow((each.tier, each.person, *moments))


def _whence(url: str | None) -> str:
    """The host of a feed and not the rest of its address, by which anybody could read it."""
    return f"a feed of {urlsplit(url).hostname}" if url else "a file"


def _file(path: Path) -> bytes:
    """Raises Stop, and BrokenCalendar for one that is too large to be read at all."""
    try:
        if path.stat().st_size > outside.MOST_BYTES:
            raise outside.too_large()
        return path.read_bytes()
    except OSError as error:
        raise Stop(f"{path} cannot be read ({error.strerror}).") from None


def _say(taken: Taken, *, only_check: bool) -> None:
    """Raises Stop when something was left out, so that a script notices it."""
    done = "Only checked, nothing was saved" if only_check else "Taken"
    typer.echo(f"{done}: {taken.shifts} shifts of the next thirteen months.")
    if taken.mistakes:
        raise Stop("\n".join(taken.mistakes))
