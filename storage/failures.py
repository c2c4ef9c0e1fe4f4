"""How the database can fail, in the three ways that the desk tells apart.

DatabaseBusy        too many at once, or somebody holds a lock: nothing was saved, try again
└── DatabaseDown    it cannot be reached or written at all
StaleRecord         the record was changed by somebody else since it was read
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy import exc


class DatabaseBusy(Exception):
    """The database did not answer within the wait. Nothing was saved."""


class DatabaseDown(DatabaseBusy):
    """The database cannot be reached, or cannot be written. Nothing was saved."""


class StaleRecord(Exception):
    """Somebody else saved this record, or opened the same one, in between. Nothing was saved."""


_BUSY_IN_SQLITE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DOWN_IN_SQLITE = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
_PRIMARY_CODE = 0xFF
"""SQLite puts the detail of an error into the bits above its primary code."""

_BUSY_IN_POSTGRESQL = (
    psycopg.errors.DeadlockDetected,
    psycopg.errors.LockNotAvailable,
    psycopg.errors.QueryCanceled,
    psycopg.errors.SerializationFailure,
    psycopg.errors.TooManyConnections,
)


@contextmanager
def failures_named() -> Iterator[None]:
    """Raises what the driver raises inside as one of the failures above; a fault of ours passes as it is."""
    try:
        yield
    except exc.SQLAlchemyError as error:
        failure = failure_of(error)
        if failure is None:
            raise
        raise failure from error


def failure_of(error: exc.SQLAlchemyError) -> DatabaseBusy | None:
    """What an error of the driver means to the desk; None when it is a fault of ours."""
    if isinstance(error, exc.TimeoutError):
        return DatabaseBusy("no free connection")
    if not isinstance(error, exc.DBAPIError):
        return None
    match error.orig:
        case sqlite3.Error() as cause:
            return _sqlite_failure(cause)
        case psycopg.Error() as cause:
            return _postgresql_failure(cause, lost=error.connection_invalidated)
        case _:
            return None


def _sqlite_failure(cause: sqlite3.Error) -> DatabaseBusy | None:
    # Errors that the Python module raises by itself carry no code.
    code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY_CODE
    if code in _BUSY_IN_SQLITE:
        return DatabaseBusy("another writer holds the file")
    if code in _DOWN_IN_SQLITE:
        return DatabaseDown(getattr(cause, "sqlite_errorname", "the file cannot be used"))
    return None


def _postgresql_failure(cause: psycopg.Error, *, lost: bool) -> DatabaseBusy | None:
    if isinstance(cause, _BUSY_IN_POSTGRESQL):
        return DatabaseBusy(type(cause).__name__)
    # Without a state the server never answered; class 08, 53 and 57 are its own troubles.
    if lost or (
        isinstance(cause, psycopg.OperationalError) and (cause.sqlstate or "08")[:2] in {"08", "53", "57"}
    ):
        return DatabaseDown(type(cause).__name__)
    return None
