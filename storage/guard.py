"""One running bot per SQLite file; on PostgreSQL any number may run."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sqlalchemy import make_url

from storage.failures import DatabaseDown


class AlreadyRunning(Exception):
    """Another bot works on this file."""


@contextmanager
def hold(url: str) -> Iterator[None]:
    """Hold the file for this process; the system lets go of it when the process ends, however it ends.

    Raises AlreadyRunning when another process holds it, and DatabaseDown when its folder cannot be used.
    """
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        yield
        return
    with _opened(Path(f"{address.database}.lock")) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(
                f"Another bot works on {address.database}. Stop it, or name another file in DATABASE_URL."
            ) from None
        yield


def _opened(path: Path) -> TextIO:
    try:
        return path.open("w")
    except OSError as error:
        raise DatabaseDown(f"{path}: {error.strerror}") from error
