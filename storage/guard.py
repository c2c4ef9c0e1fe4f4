"""One running bot per SQLite file; on PostgreSQL any number may run."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url


class AlreadyRunning(Exception):
    """Another bot works on this file."""


@contextmanager
def hold(url: str) -> Iterator[None]:
    """Hold the file for this process; the system lets go of it when the process ends, however it ends.

    Raises AlreadyRunning when another process holds it.
    """
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        yield
        return
    with Path(f"{address.database}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(f"another bot works on {address.database}") from None
        yield
