"""The command line: `python -m bot`, installed also as `liaison-desk`."""

import typer

from handlers.cli import (
    audit,
    database,
    doctor,
    emergency,
    exporting,
    importing,
    manifest,
    oncall,
    people,
    purging,
    run,
    sandbox,
)
from handlers.cli.ground import Stop

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="The liaison desk: a Slack bot for requests, notices, pages and reminders.",
)
app.command()(run.run)
app.command()(sandbox.sandbox)
app.add_typer(people.app, name="people")
app.add_typer(oncall.app, name="oncall")
app.add_typer(database.app, name="db")
app.add_typer(audit.app, name="audit")
app.command()(emergency.page)
app.command()(emergency.ack)
app.command()(emergency.status)
app.command("import")(importing.import_)
app.command("export")(exporting.export_)
app.command()(purging.purge)
app.command()(doctor.doctor)
app.command()(manifest.manifest)


def main() -> None:
    """Runs one command. What cannot be done is a sentence on standard error and exit code 1."""
    try:
        app()
    except Stop as stop:
        typer.echo(str(stop), err=True)
        raise SystemExit(1) from None
