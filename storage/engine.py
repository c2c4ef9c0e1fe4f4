"""How each of the two databases is connected, and how long each waits."""

import math
import sqlite3
import threading
import time
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, PoolProxiedConnection, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, Dialect
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry

IDLE_IS_ASKED_AFTER = 1.0


def make_engine(url: str, *, wait: float, pool_size: int, ask_after: float = IDLE_IS_ASKED_AFTER) -> Engine:
    """An engine in which no wait (pool, connection, lock, statement) is longer than `wait` seconds.

    A connection to a server that rested longer than `ask_after` seconds is asked before it is used.
    """
    # Without `hide_parameters` the message of an error repeats what was to be written, names and all.
    pool = {"pool_size": pool_size, "max_overflow": 0, "pool_timeout": wait, "hide_parameters": True}
    if make_url(url).get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": wait}, **pool)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    milliseconds = int(wait * 1000)
    waits = {
        "options": f"-c statement_timeout={milliseconds} -c lock_timeout={milliseconds} -c TimeZone=UTC",
        "tcp_user_timeout": milliseconds,
        "connect_timeout": max(2, math.ceil(wait)),
    }
    engine = create_engine(url, connect_args=waits, **pool)
    event.listen(engine, "do_connect", _Connecting(wait))
    event.listen(engine, "checkin", _note_the_rest)
    event.listen(engine, "checkout", _AskAfterARest(ask_after))
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    assert isinstance(connection, sqlite3.Connection)
    # Without this the module begins transactions itself, deferred ones, and leaves tables out of them.
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("alone", False):
        # What cannot be done inside of a transaction.
        return
    if "waits" in options:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(options['waits'] * 1000)}")
    # A deferred writer reads first and asks for the lock too late: two officers then both believe they won.
    writes = not options.get("only_reads", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")


class _Connecting:
    """Connects to PostgreSQL within the wait; libpq by itself waits for two seconds at least."""

    def __init__(self, wait: float) -> None:
        self._wait = wait

    def __call__(
        self, dialect: Dialect, _record: ConnectionPoolEntry, cargs: list[Any], cparams: dict[str, Any]
    ) -> DBAPIConnection:
        attempt = _Attempt(dialect, cargs, cparams)
        attempt.start()
        return attempt.result(self._wait)


class _Attempt(threading.Thread):
    def __init__(self, dialect: Dialect, cargs: list[Any], cparams: dict[str, Any]) -> None:
        super().__init__(name="database-connect", daemon=True)
        self._how = (dialect, cargs, cparams)
        self._lock = threading.Lock()
        self._given_up = False
        self._connection: DBAPIConnection | None = None
        self._error: psycopg.Error | None = None

    def run(self) -> None:
        dialect, cargs, cparams = self._how
        try:
            connection = dialect.connect(*cargs, **cparams)
        except psycopg.Error as error:
            self._error = error
            return
        with self._lock:
            if not self._given_up:
                self._connection = connection
                return
        connection.close()

    def result(self, wait: float) -> DBAPIConnection:
        """Raises psycopg.OperationalError when the server did not answer in time."""
        self.join(wait)
        with self._lock:
            self._given_up = self._connection is None
        if self._connection is not None:
            return self._connection
        raise self._error or psycopg.OperationalError("the server did not answer in time")


def close_what_is_given_back(engine: Engine) -> None:
    """To the pool that is at work now, which would keep it for ever once it is disposed of."""
    event.listen(engine.pool, "checkin", lambda _connection, record: record.close())


def _note_the_rest(_connection: DBAPIConnection | None, record: ConnectionPoolEntry) -> None:
    record.info["rests_since"] = time.monotonic()


class _AskAfterARest:
    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __call__(
        self, connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: PoolProxiedConnection
    ) -> None:
        rests_since = record.info.get("rests_since")
        if rests_since is None or time.monotonic() - rests_since < self._seconds:
            return
        try:
            cursor = connection.cursor()
            cursor.execute("SELECT 1")
            cursor.close()
            connection.rollback()
        except psycopg.Error as error:
            # The others went the same way; the pool makes new ones.
            raise InvalidatePoolError("the server is gone") from error
