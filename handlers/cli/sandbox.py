"""`sandbox`: a Slack workspace on this machine, with the real bot connected to it and an example desk."""

import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from bot import one_setting, settings
from bot.clock import SystemClock, new_id
from bot.demo.people import EVERYBODY, REQUESTER
from bot.demo.story import PastClock, Story
from bot.policy import InvalidPolicy, load
from bot.rules.policy import Policy
from bot.sandbox.server import Sandbox
from handlers.app import desk_over
from handlers.cli.ground import NobodyToWake, Stop, database
from handlers.manifest import manifest

DESK, ONCALL, GENERAL = "C0DESK", "C0ONCALL", "C0GENERAL"
PORTS_TRIED = 20
LOOK_EVERY_SECONDS = 0.1
STOP_WITHIN_SECONDS = 5.0

WELCOME = """
The desk is open: {url}

Three things to try (type them into the box at the bottom of the page):
  /liaison                          file a request
  /notice status NT-{year}-00001      see where a notice stands
  /escalate LR-{year}-00001 call me   page the officer on duty

You are {requester} at first; change the person at the top left.
Ctrl-C ends it; the next start is a fresh desk. Until then the command line works on it, too:
  cd {folder} && {python} -m bot doctor
"""


def sandbox(
    port: Annotated[
        int, typer.Option(help="Where the page is shown; the next free one when it is taken.")
    ] = 8420,
) -> None:
    """Start the sandbox and show where it is."""
    # Whoever ends this process ends the bot with it, also when a script started it in the background.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.default_int_handler)
    try:
        with TemporaryDirectory(prefix="liaison-desk-") as folder:
            url = f"sqlite:///{Path(folder) / 'sandbox.db'}"
            _tell_the_story(url)
            with _open(port) as slack:
                _fill(slack)
                own = _environment(slack, url)
                settings.write(Path(folder) / settings.ENV_FILE, own)
                with _running_bot(own) as bot:
                    _wait_until_joined(slack, bot)
                    _welcome(slack, folder)
                    bot.wait()
    except KeyboardInterrupt:
        typer.echo("The sandbox has ended.")
        return
    raise Stop("The bot ended by itself; what it said stands above.")


def _tell_the_story(url: str) -> None:
    now = SystemClock().now()
    clock = PastClock(now)
    policy = _policy()
    with database(url) as opened:
        desk = desk_over(opened, clock=clock, new_id=new_id, wake=NobodyToWake(), policy=policy)
        Story(desk, clock, now, new_id).tell()


def _policy() -> Policy:
    try:
        return load(one_setting.policy_file())
    except InvalidPolicy as mistake:
        raise Stop(f"POLICY_FILE: {mistake}") from None


def _open(port: int) -> Sandbox:
    """On the port that was asked for, or else on the next free one."""
    for candidate in range(port, port + PORTS_TRIED):
        try:
            return Sandbox(manifest(), port=candidate)
        except (OSError, OverflowError):
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
    slack.add_channel(DESK, "liaison-desk", members=officers, private=True)
    slack.add_channel(ONCALL, "on-call", members=officers, private=True)
    slack.add_channel(GENERAL, "general", members=[str(person.id) for person in EVERYBODY])


@contextmanager
def _running_bot(own: Mapping[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """The bot in a process of its own, by the very command that runs it in a real workspace."""
    bot = subprocess.Popen([sys.executable, "-m", "bot", "run"], env=settings.environment(own))
    try:
        yield bot
    finally:
        bot.terminate()
        try:
            bot.wait(STOP_WITHIN_SECONDS)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            bot.kill()
            bot.wait()


def _environment(slack: Sandbox, database_url: str) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": database_url,
        "DESK_CHANNEL": DESK,
        "ONCALL_CHANNEL": ONCALL,
        "DESK_CLOCK": slack.clock_url,
    }


def _wait_until_joined(slack: Sandbox, bot: "subprocess.Popen[bytes]") -> None:
    """Raises Stop when the bot ends instead."""
    while not slack.sockets.connected:
        try:
            bot.wait(LOOK_EVERY_SECONDS)
        except subprocess.TimeoutExpired:
            continue
        raise Stop("The bot did not start; why stands above.")


def _welcome(slack: Sandbox, folder: str) -> None:
    typer.echo(
        WELCOME.format(
            url=f"{slack.url}/?user={REQUESTER.id}",
            year=SystemClock().now().year,
            requester=REQUESTER.real_name,
            folder=folder,
            python=sys.executable,
        )
    )
