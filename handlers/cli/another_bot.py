"""`sandbox --manifest`: the workspace for a bot of somebody else's, which they start and stop themselves."""

import json
import threading
from pathlib import Path
from urllib.parse import urlsplit

import typer

from bot.sandbox.identity import Identity
from bot.sandbox.manifest import InvalidManifest, read_manifest
from bot.sandbox.server import Sandbox
from bot.sandbox.shapes import Json
from handlers.cli.ground import Stop

ADA, BO = "U0ADA", "U0BO"
GENERAL, RANDOM = "C0GENERAL", "C0RANDOM"
IDENTITY = Identity(
    bot_token="xoxb-sandbox",  # noqa: S106  # These open nothing.
    app_token="xapp-sandbox",  # noqa: S106
    signing_secret="sandbox-secret",  # noqa: S106
)
"""Always the same, so that they are written into a bot's settings once."""
WHERE_TO_FIND_ONE = "Slack shows your app's manifest at https://api.slack.com/apps, App Manifest, as JSON."

WELCOME = """
A Slack workspace for {name} is open: {page}

Start your bot with these settings, and point its client at the first one:
  SLACK_API_URL={api}
  SLACK_BOT_TOKEN={bot_token}
  SLACK_APP_TOKEN={app_token}
  SLACK_SIGNING_SECRET={signing_secret}

{way}
Ada Example ({ada}) and Bo Example ({bo}) are there. They and your bot are in #general ({general}) and
#random ({random}). What it does against Slack's rules: {page}/control/violations
Ctrl-C ends it; the next start is an empty workspace.
"""
BY_SOCKET = "By Socket Mode it connects by itself. For HTTP end this, and start it again with --deliver-to."
BY_HTTP = "Everything is sent, signed, to {address}"


def manifest_in(file: Path) -> Json:
    """Raises Stop for what is no manifest of a Slack app."""
    try:
        manifest: Json = json.loads(file.read_text(encoding="utf-8"))
        read_manifest(manifest)
    except OSError as unreadable:
        raise Stop(f"{file}: cannot be read ({unreadable.strerror}). {WHERE_TO_FIND_ONE}") from None
    except InvalidManifest as mistake:
        raise Stop(f"{file}: this is no manifest of a Slack app ({mistake}). {WHERE_TO_FIND_ONE}") from None
    except (ValueError, RecursionError) as mistake:
        raise Stop(f"{file}: this is no JSON ({mistake}). {WHERE_TO_FIND_ONE}") from None
    return manifest


def checked_address(address: str) -> str:
    """Raises Stop for what the sandbox cannot send to."""
    try:
        parts = urlsplit(address)
        fits = parts.scheme == "http" and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fits = False
    if not fits:
        raise Stop(f"--deliver-to {address}: write an address such as http://127.0.0.1:3000/slack/events")
    return address


def host(slack: Sandbox, name: str, address: str | None) -> None:
    """Until Ctrl-C: two people, two channels, and whatever the bot makes of them."""
    slack.add_person(ADA, "ada", real_name="Ada Example")
    slack.add_person(BO, "bo", real_name="Bo Example")
    slack.add_channel(GENERAL, "general", members=[ADA, BO])
    slack.add_channel(RANDOM, "random", members=[ADA, BO])
    slack.deliver_to(address)
    typer.echo(
        WELCOME.format(
            name=name,
            page=slack.url,
            api=slack.api_url,
            bot_token=slack.bot_token,
            app_token=slack.app_token,
            signing_secret=slack.signing_secret,
            way=BY_HTTP.format(address=address) if address else BY_SOCKET,
            ada=ADA,
            bo=BO,
            general=GENERAL,
            random=RANDOM,
        )
    )
    threading.Event().wait()
