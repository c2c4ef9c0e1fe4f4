"""The numbers behind the references that people see."""

from typing import Literal

from sqlalchemy import Connection

from storage.rows import insert_into
from storage.tables import reference_numbers

Prefix = Literal["LR", "NT", "ES"]


class ReferenceNumbers:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next(self, prefix: Prefix, year: int) -> str:
        """The next reference of the year, such as `LR-2026-00042`.

        Another transaction that wants one waits until this one ends; one that fails leaves no gap.
        """
        return self.next_few(prefix, year, 1)[0]

    def next_few(self, prefix: Prefix, year: int, count: int) -> list[str]:
        """As `next`, several one after the other."""
        last = self._connection.execute(
            insert_into(self._connection, reference_numbers)
            .values(prefix=prefix, year=year, last=count)
            .on_conflict_do_update(
                index_elements=["prefix", "year"], set_={"last": reference_numbers.c.last + count}
            )
            .returning(reference_numbers.c.last)
        ).scalar_one()
        return [f"{prefix}-{year}-{number:05}" for number in range(last - count + 1, last + 1)]
