"""`run`: the desk itself, from settings to the signal that ends it."""

import os
import signal
import threading
from types import FrameType
from typing import Annotated

import typer

from bot import settings
from bot.clock import SystemClock, TurnedClock, new_id
from bot.policy import InvalidPolicy, load
from handlers import logs
from handlers.app import assemble
from handlers.bot import Bot
from handlers.cli.ground import Stop, ensure_current
from handlers.cli.sandbox import sandbox
from storage.guard import AlreadyRunning, hold

STOP_WITHIN_SECONDS = 4.5


def run(
    or_sandbox: Annotated[
        bool, typer.Option("--or-sandbox", help="Without Slack tokens, start the sandbox instead.")
    ] = False,
) -> None:
    """Run the desk in the Slack workspace that the settings name."""
    if or_sandbox and not settings.has_slack_tokens():
        typer.echo("No Slack tokens are set, so this is the sandbox: a Slack workspace on this machine.")
        sandbox()
        return
    try:
        read = settings.read()
        policy = load(read.policy_file)
    except (settings.InvalidSettings, InvalidPolicy) as mistake:
        raise Stop(str(mistake)) from None
    logs.configure()
    clock = TurnedClock(read.desk_clock) if read.desk_clock else SystemClock()
    try:
        with hold(read.database_url):
            if read.database_url.startswith("sqlite"):
                ensure_current(read.database_url)
            _serve(assemble(read, policy=policy, clock=clock, new_id=new_id))
    except AlreadyRunning as running:
        raise Stop(str(running)) from None


def _serve(bot: Bot) -> None:
    """From the first thread to the last. Ends with exit code 0 on SIGTERM or SIGINT, within five seconds."""
    ended = threading.Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        ended.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    bot.start()
    while bot.fatal is None and not ended.wait(0.5):
        bot.look_at_the_database()
    stopping = threading.Thread(target=bot.stop, daemon=True)
    stopping.start()
    stopping.join(STOP_WITHIN_SECONDS)
    if bot.fatal is not None:
        raise Stop(bot.fatal)
    if stopping.is_alive():
        # What was still being sent has a lease; the next start looks for it before it sends again.
        os._exit(0)
