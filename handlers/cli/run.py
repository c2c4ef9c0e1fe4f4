"""`run`: the desk itself, from settings to the signal that ends it."""

import logging
import os
import signal
import sys
import threading
from queue import Empty, SimpleQueue
from typing import Annotated

import structlog
import typer

from bot import one_setting, settings
from bot.clock import SystemClock, TurnedClock, new_id
from bot.policy import InvalidPolicy, load
from bot.rules.policy import Policy
from bot.settings import InvalidSettings, Settings
from handlers import logs
from handlers.app import assemble
from handlers.bot import Bot
from handlers.cli.ground import Stop, ensure_current, stopping
from handlers.cli.sandbox import sandbox
from storage.guard import AlreadyRunning, hold

log = structlog.get_logger(__name__)

LOOK_EVERY_SECONDS = 0.5
STOP_WITHIN_SECONDS = 3.5
"""With a look at a database that is away, which may take a second, this makes less than five."""


def run(
    or_sandbox: Annotated[
        bool, typer.Option("--or-sandbox", help="Without Slack tokens, start the sandbox instead.")
    ] = False,
    at_a_word: Annotated[bool, typer.Option("--at-a-word", hidden=True)] = False,
) -> None:
    """Run the desk in the Slack workspace that the settings name."""
    # The sandbox starts it beforehand, and gives the word once the example desk stands; end of file is none.
    if at_a_word and not sys.stdin.readline():
        return
    if or_sandbox and not one_setting.has_slack_tokens():
        typer.echo("No Slack tokens are set, so this is the sandbox: a Slack workspace on this machine.")
        sandbox()
        return
    read, policy = _read()
    # Beside the sandbox somebody reads a terminal, in which only trouble is worth a line.
    logs.configure(logging.WARNING if at_a_word else logging.INFO)
    try:
        with stopping(), hold(read.database_url):
            if read.database_url.startswith("sqlite"):
                ensure_current(read.database_url)
            _serve(_assembled(read, policy))
    except AlreadyRunning as running:
        raise Stop(str(running)) from None


def _read() -> tuple[Settings, Policy]:
    """Raises Stop, which names what is wrong in both."""
    faults: list[str] = []
    read = policy = None
    try:
        read = settings.read()
    except InvalidSettings as mistake:
        faults.append(str(mistake))
    try:
        policy = load(one_setting.policy_file())
    except InvalidPolicy as mistake:
        faults.append(f"POLICY_FILE: {mistake}")
    if read is None or policy is None:
        raise Stop("\n".join(faults))
    return read, policy


def _assembled(read: Settings, policy: Policy) -> Bot:
    clock = TurnedClock(read.desk_clock) if read.desk_clock else SystemClock()
    try:
        return assemble(read, policy=policy, clock=clock, new_id=new_id)
    except OSError as error:
        raise Stop(
            f"HTTP_PORT {read.http_port} of {read.http_host} cannot be used ({error.strerror}). "
            "Stop what uses it, or name another one."
        ) from None


def _serve(bot: Bot) -> None:
    """From the first thread to the last. Ends with exit code 0 on SIGTERM or SIGINT, within five seconds."""
    # Of all queues and events only this one may be touched by a signal handler.
    told: SimpleQueue[int] = SimpleQueue()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda received, _frame: told.put(received))
    bot.look_at_the_database()
    if bot.fatal is not None:
        raise Stop(bot.fatal)
    bot.start()
    while bot.fatal is None and not _is_told_to_end(told, bot):
        bot.look_at_the_database()
    stopping_bot = threading.Thread(target=bot.stop, daemon=True)
    stopping_bot.start()
    stopping_bot.join(STOP_WITHIN_SECONDS)
    if bot.fatal is not None:
        raise Stop(bot.fatal)
    if stopping_bot.is_alive():
        # What was still being sent has a lease; the next start looks for it before it sends again.
        os._exit(0)


def _is_told_to_end(told: "SimpleQueue[int]", bot: Bot) -> bool:
    try:
        signalled = told.get(timeout=LOOK_EVERY_SECONDS)
    except Empty:
        return False
    if signalled != signal.SIGHUP:
        return True
    _read_policy_anew(bot)
    return False


def _read_policy_anew(bot: Bot) -> None:
    """A file that cannot be used changes nothing: the desk goes on with the policy that it has."""
    try:
        bot.follow(load(one_setting.policy_file()))
    except InvalidPolicy as mistake:
        log.error("the policy stays as it was", why=str(mistake))  # noqa: TRY400  The operator's mistake, not ours.
