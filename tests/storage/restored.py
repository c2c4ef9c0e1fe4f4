"""One SQLite database that is put back between tests, so that each statement is compiled once for all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.database import Database
from tests.databases import in_memory


class Restored:
    """Every test finds it as the template is; what SQLAlchemy made of each statement outlasts them."""

    def __init__(self, template: Path, file: Path) -> None:
        self._template = template
        self._file = file
        # Eight threads on a loaded machine may wait long for each other.
        self._database = Database(f"sqlite:///{file}", wait=10, pool_size=20)

    def anew(self) -> Database:
        """As if nothing had ever been written to it."""
        self._database._engine.dispose()
        for ending in ("", "-wal", "-shm"):
            self._file.with_name(f"{self._file.name}{ending}").unlink(missing_ok=True)
        shutil.copy(self._template, self._file)
        return self._database

    def close(self) -> None:
        self._database.close()


@contextmanager
def restored(template: Path) -> Iterator[Restored]:
    """No test of a use case is about the disk."""
    with in_memory() as folder:
        made = Restored(template, folder / "desk.db")
        yield made
        made.close()
