"""`doctor`: is everything well, and what to do about what is not."""

import typer
from rich.console import Console
from rich.table import Table

from handlers.cli.ground import Stop
from handlers.doctor import examine


def doctor() -> None:
    """Check settings, database, clock, outbox and, with tokens, Slack; exit code 1 when anything is wrong."""
    findings = list(examine())
    table = Table("", "check", "finding", show_lines=False)
    for finding in findings:
        table.add_row("[green]ok[/]" if finding.well else "[red]!![/]", finding.check, finding.words)
    console = Console()
    console.print(table)
    if faults := [finding for finding in findings if not finding.well]:
        raise Stop(f"{len(faults)} of {len(findings)} checks found a fault; what to do stands beside each.")
    typer.echo("All is well.")
