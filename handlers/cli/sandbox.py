"""`sandbox`: a Slack workspace on this machine, with the real bot connected to it and an example desk."""

import subprocess
import sys
import threading
from pathlib import Path
from typing import Annotated

import typer

from bot import settings
from bot.clock import SystemClock, new_id
from bot.demo.people import EVERYBODY, OFFICER, REQUESTER
from bot.demo.story import PastClock, Story
from bot.policy import load
from bot.sandbox.server import Sandbox
from handlers.app import desk_over
from handlers.cli.ground import NobodyToWake, database
from handlers.manifest import manifest

FILE = Path("sandbox.db")
DESK, ONCALL, GENERAL = "C0DESK", "C0ONCALL", "C0GENERAL"

WELCOME = """
The desk is open: {url}

Three things to try (type them into the box at the bottom of the page):
  /liaison                          file a request
  /notice status NT-{year}-00001      see where a notice stands
  /escalate LR-{year}-00001 call me   page the officer on duty

You are {requester} at first; change the person at the top left. Ctrl-C ends it; the next start is a fresh desk.
"""


def sandbox(
    port: Annotated[
        int, typer.Option(help="Where the page is shown; the next free one when it is taken.")
    ] = 8420,
) -> None:
    """Start the sandbox and show where it is."""
    _fresh_desk()
    with _open(port) as slack:
        _fill(slack)
        bot = subprocess.Popen(  # noqa: S603 — our own program, with our own words
            [sys.executable, "-m", "bot", "run"], env=settings.environment(_environment(slack))
        )
        try:
            slack.wait_for(lambda: slack.sockets.connected, timeout=30)
            year = SystemClock().now().year
            typer.echo(
                WELCOME.format(
                    url=f"{slack.url}/?user={REQUESTER.id}", year=year, requester=REQUESTER.real_name
                )
            )
            bot.wait()
        except KeyboardInterrupt:
            typer.echo("The sandbox ends.")
        finally:
            bot.terminate()
            bot.wait()


def _fresh_desk() -> None:
    """The example desk in a new file: what stood in an earlier sandbox's Slack is gone, too."""
    for suffix in ("", "-wal", "-shm"):
        FILE.with_name(FILE.name + suffix).unlink(missing_ok=True)
    now = SystemClock().now()
    clock = PastClock(now)
    with database(f"sqlite:///{FILE}") as opened:
        desk = desk_over(
            opened, clock=clock, new_id=new_id, wake=NobodyToWake(), policy=load(settings.policy_file())
        )
        Story(desk, clock, now, new_id).tell()


def _open(port: int) -> Sandbox:
    """On the port that was asked for, or else on the next free one."""
    for candidate in (port, *range(port + 1, port + 20)):
        try:
            return Sandbox(manifest(), port=candidate)
        except OSError:
            continue
    return Sandbox(manifest())


def _fill(slack: Sandbox) -> None:
    for person in EVERYBODY:
        slack.add_person(
            person.id,
            person.name,
            real_name=person.real_name,
            title=person.title,
            tz=person.timezone,
            guest=person.outside,
        )
    inside = [str(person.id) for person in EVERYBODY if not person.outside]
    officers = [person for person in inside if person != REQUESTER.id]
    slack.add_channel(DESK, "liaison-desk", members=officers)
    slack.add_channel(ONCALL, "on-call", members=officers)
    slack.add_channel(GENERAL, "general", members=[str(person.id) for person in EVERYBODY])


def _environment(slack: Sandbox) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": f"sqlite:///{FILE}",
        "DESK_CHANNEL": DESK,
        "ONCALL_CHANNEL": ONCALL,
        "DESK_CLOCK": slack.clock_url,
    }
