"""Everything that a database holds, as text: for what must have gone, and for what must have stayed."""

from collections import Counter

from sqlalchemy import Text, cast, select

from storage.database import Database
from storage.tables import metadata

Rows = Counter[tuple[str, ...]]


def everything(database: Database, *, but: frozenset[str] = frozenset()) -> dict[str, Rows]:
    """The rows of each table, each as its columns are written."""
    with database._engine.connect() as connection:
        return {
            table.name: Counter(
                tuple("" if cell is None else cell for cell in row)
                for row in connection.execute(select(*(cast(column, Text) for column in table.columns)))
            )
            for table in metadata.sorted_tables
            if table.name not in but
        }


def naming(database: Database, *words: str, but: frozenset[str] = frozenset()) -> set[str]:
    """The tables in which any of these words stands anywhere."""
    return {
        name
        for name, rows in everything(database, but=but).items()
        if any(word.lower() in cell.lower() for row in rows for cell in row for word in words)
    }
