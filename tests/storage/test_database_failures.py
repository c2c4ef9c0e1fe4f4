"""A database that is busy or gone says so within the wait, and nothing hangs."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError

from storage.database import Database, DatabaseBusy, DatabaseDown
from storage.engine import make_engine
from tests.storage.examples import a_notice, all_at_once, an_entry, new_id, raw

SOON = 1.5
"""Seconds, several times the wait of 0.2 that these tests set: the machine may be busy too."""


@pytest.fixture
def hasty(database_url: str) -> Iterator[Database]:
    opened = Database(database_url, wait=0.2, pool_size=2)
    yield opened
    opened.close()


@contextmanager
def ends_soon() -> Iterator[None]:
    begun = time.monotonic()
    yield
    assert time.monotonic() - begun < SOON


@contextmanager
def holding(url: str, lock: str) -> Iterator[None]:
    with raw(url) as engine, engine.connect() as connection:
        connection.execute(text(lock))
        yield


def write(database: Database) -> None:
    with database.transaction() as tx:
        tx.notices.add(a_notice())
        tx.audit.add(an_entry())


HOLD = {
    "sqlite": "INSERT INTO submissions VALUES ('held', 'R1', '2026')",
    "postgresql": "SELECT * FROM audit_head FOR UPDATE",
}


def test_a_lock_that_somebody_holds_ends_the_wait_with_busy(hasty: Database, database_url: str) -> None:
    with holding(database_url, HOLD[hasty.dialect]), ends_soon(), pytest.raises(DatabaseBusy) as caught:
        write(hasty)

    assert not isinstance(caught.value, DatabaseDown)
    write(hasty)


def test_readers_read_on_while_somebody_holds_a_lock(hasty: Database, database_url: str) -> None:
    with holding(database_url, HOLD[hasty.dialect]), hasty.reading() as tx:
        number = tx.audit.count()

    assert number == 0


def test_a_pool_without_a_free_connection_ends_the_wait_with_busy(hasty: Database) -> None:
    with hasty.reading(), hasty.reading(), ends_soon(), pytest.raises(DatabaseBusy):
        hasty.ping()

    hasty.ping()


def test_writers_of_one_process_wait_for_each_other_and_not_longer(sqlite_url: str) -> None:
    database = Database(sqlite_url, wait=0.2)

    with database.transaction(), ends_soon(), pytest.raises(DatabaseBusy):
        write(database)

    database.close()


def test_who_waited_for_a_turn_waits_no_longer_for_the_file(sqlite_url: str) -> None:
    database = Database(sqlite_url, wait=1.0)

    def attempt(number: int) -> float:
        Event().wait(0.4 * number)
        begun = time.monotonic()
        with pytest.raises(DatabaseBusy):
            write(database)
        return time.monotonic() - begun

    with holding(sqlite_url, HOLD["sqlite"]):
        waits = all_at_once(2, attempt)
    database.close()

    assert max(waits) < 1.4, "the turn after 0.6 seconds and then the lock would make 1.6"


def test_a_statement_that_takes_too_long_ends_with_busy(postgres_url: str) -> None:
    engine = make_engine(postgres_url, wait=0.2, pool_size=1)

    with (
        ends_soon(),
        pytest.raises(OperationalError, match="statement timeout"),
        engine.connect() as connection,
    ):
        connection.execute(text("SELECT pg_sleep(5)"))

    engine.dispose()


def test_a_server_that_is_not_there_is_down(hasty_at: Callable[[int], Database]) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        database = hasty_at(unused.getsockname()[1])

        with ends_soon(), pytest.raises(DatabaseDown):
            database.ping()


def test_a_server_that_accepts_and_says_nothing_is_down(hasty_at: Callable[[int], Database]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        database = hasty_at(silent.getsockname()[1])

        with ends_soon(), pytest.raises(DatabaseDown):
            database.ping()


@pytest.fixture
def hasty_at() -> Iterator[Callable[[int], Database]]:
    opened: list[Database] = []

    def at_port(port: int) -> Database:
        opened.append(Database(f"postgresql+psycopg://desk@127.0.0.1:{port}/desk", wait=0.2))
        return opened[-1]

    yield at_port
    for database in opened:
        database.close()


def test_a_folder_that_is_not_there_is_down(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'missing' / 'desk.db'}")

    with pytest.raises(DatabaseDown):
        database.ping()

    database.close()


def test_a_fault_of_ours_is_not_called_busy(sqlite_url: str) -> None:
    database = Database(sqlite_url)

    with pytest.raises(OperationalError, match="no such table"), database.transaction() as tx:
        tx.audit._connection.execute(text("SELECT * FROM nowhere"))

    database.close()


def hang_up_on(url: str) -> None:
    with raw(url) as engine, engine.connect() as connection:
        others = "datname = current_database() AND pid <> pg_backend_pid()"
        connection.execute(
            text(f"SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE {others}")
        )


def test_after_the_server_went_away_one_is_told_and_the_next_one_works(postgres_url: str) -> None:
    database = Database(postgres_url)
    database.ping()

    hang_up_on(postgres_url)

    with pytest.raises(DatabaseDown):
        write(database)
    write(database)
    database.close()


def test_a_connection_that_rested_is_asked_first_and_replaced_unnoticed(postgres_url: str) -> None:
    engine = make_engine(postgres_url, wait=1, pool_size=2, ask_after=0)
    with engine.connect() as connection:
        connection.execute(select(1))

    hang_up_on(postgres_url)

    with engine.connect() as connection:
        assert connection.execute(text("SELECT 'still here'")).scalar_one() == "still here"
    engine.dispose()


def test_sqlite_loses_nothing_that_was_committed_to_a_power_cut(sqlite_url: str) -> None:
    database = Database(sqlite_url)

    with database.reading() as tx:
        answers = {
            name: tx.audit._connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }

    full = 2
    assert answers == {"journal_mode": "wal", "synchronous": full, "foreign_keys": 1}
    database.close()


def test_a_reading_cannot_write_on_postgresql(postgres_url: str) -> None:
    database = Database(postgres_url)

    with pytest.raises(Exception, match="read-only"), database.reading() as tx:
        tx.submissions.claim(new_id(), "R1", a_notice().created_at)

    with database.transaction() as tx:
        assert tx.submissions.claim(new_id(), "R1", a_notice().created_at) is None
    database.close()
