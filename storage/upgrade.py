"""Brings the tables of a database to the newest shape, and tells whether they have it."""

from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

from storage.engine import make_engine
from storage.failures import failures_named

if TYPE_CHECKING:
    from alembic.config import Config

_GLANCE = 2.0
"""Seconds to look at a revision: whoever asks wants to know soon that the database is away."""

_PATIENCE = 60.0
"""Seconds. A migration may rewrite a table, and a second process waits for the first."""

_UPGRADE_LOCK = 0x1DE5C
"""Any number, as long as all processes take the same."""


class NewerDatabase(Exception):
    """The database was brought up to date by a newer program than this one."""


def head() -> str:
    """The newest revision that this code knows."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415  # Alembic costs memory that a running bot need not pay.

    revision = ScriptDirectory.from_config(_config()).get_current_head()
    assert revision is not None
    return revision


def current(url: str) -> str | None:
    """The revision of a database; None when it is empty. Raises DatabaseBusy and DatabaseDown."""
    from alembic.migration import MigrationContext  # noqa: PLC0415  # As above.

    engine = make_engine(url, wait=_GLANCE, pool_size=1)
    try:
        with failures_named(), engine.execution_options(only_reads=True).connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


def is_current(url: str) -> bool:
    """Raises as `current`."""
    return current(url) == head()


def upgrade(url: str) -> None:
    """Run what is missing, in one transaction. Two processes at once do it once.

    Raises DatabaseBusy, DatabaseDown and NewerDatabase.
    """
    from alembic import command  # noqa: PLC0415  # As above.

    engine = make_engine(url, wait=_PATIENCE, pool_size=1)
    try:
        with failures_named(), engine.begin() as connection:
            _take_turns(connection)
            _check_known(connection)
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()


def _take_turns(connection: Connection) -> None:
    # On SQLite the transaction itself is the turn.
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _UPGRADE_LOCK})


def _check_known(connection: Connection) -> None:
    from alembic.migration import MigrationContext  # noqa: PLC0415  # As above.
    from alembic.script import ScriptDirectory  # noqa: PLC0415  # As above.

    found = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if found is not None and found not in known:
        raise NewerDatabase(f"the database has revision {found}, which this program does not know")


def _config() -> "Config":
    from alembic.config import Config  # noqa: PLC0415  # As above.

    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.set_main_option("path_separator", "os")
    return config
