"""`sandbox`: a Slack workspace on this machine, with the real bot and an example desk, or for another bot."""

import signal
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated
from urllib.parse import urlsplit

import typer

from bot import one_setting, settings
from bot.clock import SystemClock
from bot.demo.people import REQUESTER
from bot.policy import InvalidPolicy, load
from bot.rules.policy import Policy
from bot.sandbox.identity import Identity
from bot.sandbox.server import Sandbox
from bot.sandbox.shapes import Json
from handlers.cli import another_bot, example_desk, sandbox_deeds
from handlers.cli.child import Child, running
from handlers.cli.ground import Stop, database
from handlers.manifest import manifest

PORTS_TRIED = 20
LOOK_EVERY_SECONDS = 0.1

WELCOME = """
The desk is open: {url}

Three things to try (type them into the box at the bottom of the page):
  /liaison                          file a request
  /notice status NT-{year}-00001      see where a notice stands
  /escalate LR-{year}-00001 call me   page the officer on duty

Or watch a night at the desk: Night shift, at the top of the page.

You are {requester} at first; change the person at the top left.
Ctrl-C ends it; the next start is a fresh desk. Until then the command line works on it, too:
  cd {folder} && {python} -m bot doctor
"""


def sandbox(
    port: Annotated[
        int, typer.Option(help="Where the page is shown; the next free one when it is taken.")
    ] = 8420,
    night_shift: Annotated[
        bool, typer.Option("--night-shift", help="Begin with a night at the desk, sixty times as fast.")
    ] = False,
    theirs: Annotated[
        Path | None,
        typer.Option(
            "--manifest", help="For another bot: its app's manifest. Nothing of the desk is started."
        ),
    ] = None,
    deliver_to: Annotated[
        str | None,
        typer.Option(help="For another bot in HTTP mode: its address, http://127.0.0.1:3000/slack/events."),
    ] = None,
) -> None:
    """Start the sandbox and show where it is."""
    # Whoever ends this process ends the bot with it, also when a script started it in the background.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.default_int_handler)
    try:
        if theirs:
            _for_another_bot(theirs, port, deliver_to, night_shift=night_shift)
        elif deliver_to:
            raise Stop("--deliver-to is for another bot. Name its manifest, too: --manifest FILE.json")
        else:
            _for_the_desk(port, night_shift=night_shift)
    except KeyboardInterrupt:
        typer.echo("The sandbox has ended.")


def _for_another_bot(file: Path, port: int, deliver_to: str | None, *, night_shift: bool) -> None:
    if night_shift:
        raise Stop("--night-shift is a night at this project's desk. Leave it out together with --manifest.")
    address = another_bot.checked_address(deliver_to) if deliver_to else None
    asked = another_bot.manifest_in(file)
    with _open(port, asked, house_rules=False, identity=another_bot.IDENTITY) as slack:
        another_bot.host(slack, asked["display_information"]["name"], address)


def _for_the_desk(port: int, *, night_shift: bool) -> None:
    """Raises Stop when the bot ends by itself."""
    with TemporaryDirectory(prefix="liaison-desk-") as folder:
        url, policy = f"sqlite:///{Path(folder) / 'sandbox.db'}", _policy()
        with _open(port, manifest()) as slack:
            own = environment(slack, url)
            settings.write(Path(folder) / settings.ENV_FILE, own)
            with running(own) as bot, database(url) as opened:
                desk = example_desk.told(slack, opened, policy, own)
                slack.stage.next_event = lambda: example_desk.next_event(desk)
                bot.begin()
                _wait_until_joined(slack, bot)
                sandbox_deeds.offer(slack, bot, begin_night=night_shift)
                _welcome(slack, folder, port)
                bot.wait()
    raise Stop("The bot ended by itself; what it said stands above.")


def _policy() -> Policy:
    try:
        return load(one_setting.policy_file())
    except InvalidPolicy as mistake:
        raise Stop(f"POLICY_FILE: {mistake}") from None


def _open(port: int, asked: Json, *, house_rules: bool = True, identity: Identity | None = None) -> Sandbox:
    """On the port that was asked for, or else on the next free one."""
    for candidate in (*range(port, port + PORTS_TRIED), 0):
        with suppress(OSError, OverflowError):
            return Sandbox(asked, port=candidate, house_rules=house_rules, identity=identity)
    raise Stop("No port of this machine is free.")


def environment(slack: Sandbox, database_url: str) -> dict[str, str]:
    """The settings of a bot that is to work in this workspace."""
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": database_url,
        "DESK_CHANNEL": example_desk.DESK,
        "ONCALL_CHANNEL": example_desk.ONCALL,
        "DESK_CLOCK": slack.clock_url,
    }


def _wait_until_joined(slack: Sandbox, bot: Child) -> None:
    """Raises Stop when the bot ends instead."""
    while not slack.sockets.connected:
        if bot.ends_within(LOOK_EVERY_SECONDS):
            raise Stop("The bot did not start; why stands above.")


def _welcome(slack: Sandbox, folder: str, port: int) -> None:
    taken = urlsplit(slack.url).port
    if port not in (0, taken):
        typer.echo(f"Port {port} is in use, so the desk is on {taken}.")
    typer.echo(
        WELCOME.format(
            url=f"{slack.url}/?user={REQUESTER.id}",
            year=SystemClock().now().year,
            requester=REQUESTER.real_name,
            folder=folder,
            python=sys.executable,
        )
    )
