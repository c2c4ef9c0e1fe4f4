"""Gathers what `doctor` looks at: settings, then the database, then Slack as far as there are tokens."""

from collections.abc import Iterator
from pathlib import Path

from bot import settings
from bot.clock import real_now
from bot.policy import InvalidPolicy, load
from handlers import checks
from handlers.checks import Finding, SlackChecks, unwell, well
from handlers.clients import web_client
from handlers.forms.every import every_form
from handlers.views.words import DeskWords
from storage import upgrade
from storage.database import Database, DatabaseBusy

SLACK_SECONDS = 5


def examine(env_file: Path = settings.ENV_FILE) -> Iterator[Finding]:
    """Every finding, faults and all, in the order in which they are best mended."""
    read: settings.Settings | None = None
    try:
        read = settings.read(env_file)
    except settings.InvalidSettings as mistake:
        yield unwell("settings", str(mistake))
    else:
        yield well("settings", f"complete, for {read.mode} mode")
    yield _policy(env_file)
    yield from _database(settings.database_url(env_file))
    if read is not None:
        channels = {"DESK_CHANNEL": read.desk_channel, "ONCALL_CHANNEL": read.oncall_channel}
        slack = SlackChecks(web_client(read, timeout=SLACK_SECONDS), channels, real_now)
        yield from slack.look(every_form(_words(read)))


def _policy(env_file: Path) -> Finding:
    try:
        load(settings.policy_file(env_file))
    except InvalidPolicy as mistake:
        return unwell("policy", str(mistake))
    return well("policy", "can be used")


def _database(url: str) -> Iterator[Finding]:
    try:
        current = upgrade.is_current(url)
    except DatabaseBusy as busy:
        yield unwell("database", f"cannot be reached ({busy}). Check DATABASE_URL and that the server runs.")
        return
    yield well("database", "answers")
    if not current:
        yield unwell("migrations", "the schema does not fit this program. Run: python -m bot db upgrade")
        return
    yield well("migrations", "the schema fits this program")
    database = Database(url, wait=5.0)
    try:
        told = database.clock()
        with database.reading() as stores:
            oldest, letters = stores.outbox.oldest(real_now()), stores.outbox.dead_letters(100)
    finally:
        database.close()
    yield checks.database_clock(told, real_now())
    yield checks.outbox(oldest, real_now())
    yield checks.dead_letters(letters)


def _words(read: settings.Settings) -> DeskWords:
    """Only to draw the forms: what they say of the desk is not checked."""
    return DeskWords(zone=read.zone, countries={}, email="", telephone="")
