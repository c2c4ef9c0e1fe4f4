"""What the commands stand on: the desk over the database alone, with no Slack."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot import one_setting
from bot.clock import SystemClock, TurnedClock, new_id
from bot.desk.desk import Desk
from bot.desk.ground import DESK_ZONE
from bot.policy import InvalidPolicy, load
from bot.rules.errors import DeskError, NotYet
from bot.settings import InvalidSettings
from handlers.app import desk_over
from storage import upgrade
from storage.database import Database, DatabaseBusy
from storage.records.people import Actor
from storage.upgrade import NewerDatabase

COMMANDS_MAY_WAIT = 10.0
"""Seconds for the database; nobody's three seconds run at the command line."""


class Stop(Exception):
    """The command ends here; the message tells the operator what to do."""


class NobodyToWake:
    """At the command line nothing runs that could be woken; the desk that runs looks every second."""

    def soon(self) -> None:
        """Nothing to do."""


@contextmanager
def desk() -> Iterator[Desk]:
    """The desk over DATABASE_URL, brought up to date first when it is SQLite. Raises Stop."""
    with database() as opened:
        try:
            policy = load(one_setting.policy_file())
            turned = one_setting.desk_clock()
            clock = TurnedClock(turned) if turned else SystemClock()
            zone = _zone() or DESK_ZONE
            yield desk_over(opened, clock=clock, new_id=new_id, wake=NobodyToWake(), policy=policy, zone=zone)
        except NotYet as late:
            raise Stop(f"{late} {late.holder} has it." if late.holder else str(late)) from None
        except (InvalidPolicy, DeskError) as mistake:
            raise Stop(str(mistake)) from None


@contextmanager
def database(url: str | None = None) -> Iterator[Database]:
    """DATABASE_URL, with a schema that fits this program. Raises Stop."""
    with stopping():
        url = url or one_setting.database_url()
        ensure_current(url)
        opened = Database(url, wait=COMMANDS_MAY_WAIT)
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def stopping() -> Iterator[None]:
    """Turns what is wrong with the database, or with its address, into Stop."""
    try:
        yield
    except InvalidSettings as mistake:
        raise Stop(str(mistake)) from None
    except NewerDatabase as newer:
        raise Stop(f"This program is too old: {newer}. Install the newer one.") from None
    except DatabaseBusy as busy:
        raise Stop(
            f"The database did not answer ({busy}), and nothing was saved. Check DATABASE_URL, and that its "
            "folder or server is there; then try again."
        ) from None


def ensure_current(url: str) -> None:
    """Brings SQLite up to date; PostgreSQL is the operator's own step.

    Raises Stop, NewerDatabase and DatabaseBusy.
    """
    if upgrade.is_current(url):
        return
    if not url.startswith("sqlite"):
        raise Stop("The database's schema does not fit this program. Run: python -m bot db upgrade")
    upgrade.upgrade(url)


def operator() -> Actor:
    """Who acts at the command line."""
    return Actor(f"operator:{getpass.getuser()}")


def at_the_desk(moment: datetime) -> str:
    """A moment in the desk's time zone; in UTC when the settings name none that is known."""
    return f"{moment.astimezone(_zone() or UTC):%Y-%m-%d %H:%M %Z}"


def _zone() -> ZoneInfo | None:
    """The desk's; None when the settings name none that is known, which must not keep an answer back."""
    try:
        return one_setting.timezone()
    except (KeyError, OSError, ValueError):
        return None
