"""Gathers what `doctor` looks at: settings, then the database, then Slack as far as there are tokens."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from bot import one_setting, settings
from bot.clock import real_now
from bot.policy import InvalidPolicy, load
from handlers import checks
from handlers.checks import Finding, unwell, well
from handlers.clients import web_client
from handlers.forms.asking import Lists
from handlers.forms.every import every_form
from handlers.slack_checks import SlackChecks
from handlers.views.words import DeskWords
from storage import upgrade
from storage.database import Database, DatabaseBusy
from storage.records.people import Role
from storage.records.terms import TermKind

SLACK_SECONDS = 5
DATABASE_SECONDS = 5.0
LETTERS_READ = 100


def examine(env_file: Path = settings.ENV_FILE) -> Iterator[Finding]:
    """Every finding, faults and all, in the order in which they are best mended."""
    read: settings.Settings | None = None
    try:
        read = settings.read(env_file)
    except settings.InvalidSettings as mistake:
        yield unwell("settings", f"{mistake}\n.env.example says where each value comes from.")
    else:
        yield well("settings", f"complete, for {read.mode} mode")
    yield _policy(env_file)
    with suppress(settings.InvalidSettings):  # What is wrong with the address stands under settings.
        yield from _database(one_setting.database_url(env_file), env_file)
    if read is not None:
        yield from _slack(read)


def _policy(env_file: Path) -> Finding:
    try:
        load(one_setting.policy_file(env_file))
    except InvalidPolicy as mistake:
        return unwell("policy", str(mistake))
    return well("policy", "can be used")


def _database(url: str, env_file: Path) -> Iterator[Finding]:
    try:
        current = upgrade.is_current(url)
        yield well("database", "answers")
        if not current:
            yield unwell("migrations", "the schema does not fit this program. Run: python -m bot db upgrade")
            return
        yield well("migrations", "the schema fits this program")
        yield from _kept(Database(url, wait=DATABASE_SECONDS), env_file)
    except DatabaseBusy as busy:
        yield unwell(
            "database",
            f"did not answer ({busy}). Check DATABASE_URL, and that its folder or server is there.",
        )


def _kept(database: Database, env_file: Path) -> Iterator[Finding]:
    """Raises DatabaseBusy, and InvalidSettings for what stands under settings already."""
    now = real_now()
    try:
        told = database.clock()
        with database.reading() as stores:
            oldest, letters = stores.outbox.oldest(now), stores.outbox.dead_letters(LETTERS_READ)
            contacts = stores.reach.contacts()
            officers = [each.id for each in stores.people.with_role(Role.OFFICER, Role.SUPERVISOR)]
    finally:
        database.close()
    yield checks.clocks("clock", "the database", told, now)
    yield checks.outbox(oldest, now)
    yield checks.dead_letters(letters, now)
    yield checks.reach(
        one_setting.gateways(env_file),
        contacts,
        officers,
        in_earnest=not one_setting.in_a_sandbox(env_file),
    )


def _slack(read: settings.Settings) -> Iterator[Finding]:
    checked = SlackChecks(
        web_client(read, timeout=SLACK_SECONDS),
        app_token=read.slack_app_token.get_secret_value() if read.slack_app_token else None,
        channels={"DESK_CHANNEL": read.desk_channel, "ONCALL_CHANNEL": read.oncall_channel},
        now=real_now,
    )
    words = _words(read)
    lists = Lists(
        limit=words.text_limit,
        country=words.country_name,
        agency=lambda _: None,
        offences=words.names.offered(TermKind.OFFENCE),
        programmes=words.names.offered(TermKind.PROGRAMME),
    )
    yield from checked.look(every_form(words, lists))


def _words(read: settings.Settings) -> DeskWords:
    """Only to draw the forms: what they say of the desk is not checked."""
    return DeskWords(zone=read.zone, names=_SampleNames(), policy=load)


class _SampleNames:
    """Whether the database can be read stands elsewhere: the forms are drawn without it."""

    def country(self, code: str) -> str | None:
        return code

    def offence(self, code: str) -> str | None:
        return code

    def agency(self, agency_id: str) -> str | None:
        return agency_id

    def offered(self, kind: TermKind) -> Sequence[tuple[str, str]]:
        return [(kind, kind)]
