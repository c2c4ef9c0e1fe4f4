"""What the commands stand on: the desk over the database alone, with no Slack."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager

from bot import settings
from bot.clock import SystemClock, new_id
from bot.desk.desk import Desk
from bot.policy import InvalidPolicy, load
from bot.rules.errors import DeskError
from handlers.app import desk_over
from storage import upgrade
from storage.database import Database, DatabaseBusy
from storage.records.people import Actor


class Stop(Exception):
    """The command ends here; the message tells the operator what to do."""


class NobodyToWake:
    """At the command line nothing runs that could be woken; the desk that runs looks every second."""

    def soon(self) -> None:
        """Nothing to do."""


@contextmanager
def desk() -> Iterator[Desk]:
    """The desk over DATABASE_URL, brought up to date first when it is SQLite. Raises Stop."""
    with database() as open_database:
        try:
            policy = load(settings.policy_file())
            yield desk_over(
                open_database, clock=SystemClock(), new_id=new_id, wake=NobodyToWake(), policy=policy
            )
        except (InvalidPolicy, DeskError) as mistake:
            raise Stop(str(mistake)) from None
        except DatabaseBusy as busy:
            raise Stop(f"The database did not answer ({busy}); nothing was saved. Try again.") from None


@contextmanager
def database(url: str | None = None) -> Iterator[Database]:
    """DATABASE_URL, with a schema that fits this program. Raises Stop."""
    url = url or settings.database_url()
    try:
        ensure_current(url)
    except DatabaseBusy as busy:
        raise Stop(f"The database cannot be reached ({busy}). Check DATABASE_URL.") from None
    opened = Database(url, wait=10.0)
    try:
        yield opened
    finally:
        opened.close()


def ensure_current(url: str) -> None:
    """Brings SQLite up to date; PostgreSQL is the operator's own step. Raises Stop and DatabaseBusy."""
    if upgrade.is_current(url):
        return
    if not url.startswith("sqlite"):
        raise Stop("The database's schema does not fit this program. Run: python -m bot db upgrade")
    upgrade.upgrade(url)


def operator() -> Actor:
    """Who acts at the command line."""
    return Actor(f"operator:{getpass.getuser()}")
