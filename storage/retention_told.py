"""What was told of a record that is to be erased: rows of the outbox, and looks for late twins of messages.

The outbox is the largest table, and what was sent long ago is found by no index. So it is looked through in a
reading, which holds up no writer; the transaction that erases looks through what came in since.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, func, or_, select

from storage.records.announcements import DailyDigest
from storage.work_tables import outbox, twin_checks

ERASED = (twin_checks, outbox)
_ON_THEIR_WAY = 10_000
"""More rows than are ever written but not committed yet; their numbers may be lower than those of others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Rows of the outbox about one record, by their numbers."""

    rows: tuple[int, ...]
    newest: int
    """Rows of higher numbers have not been looked at."""


def told_of(connection: Connection, ids: Sequence[str]) -> Told:
    """`ids` are those of the record itself first, and of all that is about it."""
    newest: int | None = connection.execute(select(func.max(outbox.c.seq))).scalar_one()
    rows = connection.execute(select(outbox.c.seq).where(_about(ids))).scalars()
    return Told(rows=tuple(rows), newest=max((newest or 0) - _ON_THEIR_WAY, 0))


def erase(connection: Connection, ids: Sequence[str], told: Told) -> list[Table]:
    """Sent or not; answers the tables that held something."""
    found = or_(outbox.c.seq.in_(told.rows), and_(outbox.c.seq > told.newest, _about(ids)))
    conditions = (twin_checks.c.outbox_id.in_(select(outbox.c.id).where(found)), found)
    return [
        table
        for table, condition in zip(ERASED, conditions, strict=True)
        if connection.execute(delete(table).where(condition)).rowcount
    ]


def _about(ids: Sequence[str]) -> ColumnElement[bool]:
    return or_(
        outbox.c.record_key.in_([*ids, *(f"{each}:thread" for each in ids)]),
        outbox.c.surface_record_id.in_(ids),
        # That another record looks like this one is said once for both, under both ids.
        outbox.c.once_key.contains(ids[0], autoescape=True),
        # A digest names many records: it goes with the first of them.
        and_(outbox.c.kind == DailyDigest.__name__, outbox.c.payload.contains(ids[0], autoescape=True)),
    )
