"""`manifest`: the Slack app's manifest."""

import json

import typer

from handlers import manifest as made


def manifest() -> None:
    """Print the manifest to paste into Slack when the app is made."""
    typer.echo(json.dumps(made.manifest(), indent=2, ensure_ascii=False))
