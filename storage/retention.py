"""Records that are over, and how everything that is kept of one of them is erased.

The audit trail is not touched: it is append-only, and holds references and names of fields only.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Text, and_, delete, or_, select, type_coerce, update

from storage.locks import hold
from storage.records.notices import Notice
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest
from storage.retention_told import ERASED as ERASED_TOLD
from storage.retention_told import Told, told_of
from storage.retention_told import erase as erase_told
from storage.roster_tables import handovers
from storage.rows import fact_of
from storage.tables import (
    alerts,
    disclosures,
    drafts,
    events,
    links,
    name_keys,
    notices,
    requests,
    subject_keys,
    submissions,
    watches,
)
from storage.work_tables import escalations, reaches, reminders, surfaces

Record = LiaisonRequest | Notice
_KINDS: dict[RecordKind, tuple[Any, type[Record]]] = {
    RecordKind.REQUEST: (requests, LiaisonRequest),
    RecordKind.NOTICE: (notices, Notice),
}

_BY_ID: tuple[Column[Any], ...] = (
    events.c.record_id,
    subject_keys.c.record_id,
    name_keys.c.record_id,
    watches.c.record_id,
    links.c.one,
    links.c.other,
    disclosures.c.record_id,
    reminders.c.record_id,
    reaches.c.escalation_id,
    submissions.c.record_id,
    surfaces.c.record_id,
    alerts.c.id,
    escalations.c.id,
    notices.c.id,
    requests.c.id,
)
"""What is found by the id of the record itself, of a page about it, or of an alert to it."""
ERASED = frozenset(table.name for table in (*ERASED_TOLD, drafts, *(column.table for column in _BY_ID)))
"""Every table that holds something of a record."""


class RetentionStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ended(
        self, kind: RecordKind, states: Collection[str], *, until: datetime, after: Record | None, limit: int
    ) -> list[Record]:
        """Those that stand in one of these states since `until` or before, oldest first.

        `after` is the last one of the page before.
        """
        table, fact = _KINDS[kind]
        conditions = [table.c.state.in_(sorted(states)), table.c.state_since <= until]
        if after is not None:
            same = and_(table.c.state_since == after.state_since, table.c.id > after.id)
            conditions.append(or_(table.c.state_since > after.state_since, same))
        rows = self._connection.execute(
            select(table).where(*conditions).order_by(table.c.state_since, table.c.id).limit(limit)
        )
        return [fact_of(fact, row) for row in rows]

    def get(self, kind: RecordKind, reference: str, *, held: bool = False) -> Record | None:
        """With `held`, nobody changes it or opens a page for it until the end of this transaction."""
        table, fact = _KINDS[kind]
        wanted = select(table).where(table.c.reference == reference)
        row = self._connection.execute(wanted.with_for_update() if held else wanted).one_or_none()
        if row is not None and held:
            hold(self._connection, row.id)
        return None if row is None else fact_of(fact, row)

    def notices_of(self, record: Record) -> list[Notice]:
        """Those that come from this request."""
        rows = self._connection.execute(select(notices).where(notices.c.request_id == record.id))
        return [fact_of(Notice, row) for row in rows]

    def is_paged(self, record: Record) -> bool:
        """Whether a page about it is not resolved yet."""
        found = select(escalations.c.id).where(_about(record), escalations.c.resolved_at.is_(None))
        return self._connection.execute(found.limit(1)).first() is not None

    def told_of(self, record: Record) -> Told:
        """What `erase` needs to know; it takes long where much was told, and is asked in a reading."""
        return told_of(self._connection, self._ids(record))

    def erase(self, record: Record, told: Told) -> tuple[str, ...]:
        """Everything that is kept of it; answers the names of the tables that held something.

        The notices that come from a request have to be gone before it.
        """
        ids = self._ids(record)
        erased = erase_told(self._connection, ids, told)
        erased += [drafts] if self._erase_drafts(ids) else []
        erased += [handovers] if self._erase_lines(ids) else []
        erased += [column.table for column in _BY_ID if self._delete(column.table, column.in_(ids))]
        # Those that were merged into it go on without saying where it went.
        self._connection.execute(
            update(requests)
            .where(requests.c.merged_into == record.id)
            .values(merged_into=None, version=requests.c.version + 1)
        )
        return tuple(table.name for table in erased)

    def _ids(self, record: Record) -> list[str]:
        """The record itself first, then the pages about it and the alerts to it."""
        pages = select(escalations.c.id).where(_about(record))
        alerted = select(alerts.c.id).where(alerts.c.record_id == record.id)
        return [record.id, *self._connection.execute(pages.union_all(alerted)).scalars()]

    def _erase_drafts(self, ids: Sequence[str]) -> int:
        """The key of a form that was sent ends with who sent it and the id of their draft."""
        sent = select(submissions.c.key).where(submissions.c.record_id.in_(ids))
        keys = self._connection.execute(sent).scalars().all()
        begun = [key.partition(":")[2].rpartition(":") for key in keys]
        return sum(
            self._delete(drafts, and_(drafts.c.id == draft_id, drafts.c.person == person))
            for person, _, draft_id in begun
        )

    def _erase_lines(self, ids: Sequence[str]) -> int:
        """Of briefs; that the desk was handed over stays."""
        named = or_(*(type_coerce(handovers.c.rows, Text).contains(each, autoescape=True) for each in ids))
        found = self._connection.execute(select(handovers.c.id, handovers.c.rows).where(named)).all()
        for row in found:
            left = tuple(each for each in row.rows if each.record_id not in ids)
            self._connection.execute(update(handovers).where(handovers.c.id == row.id).values(rows=left))
        return len(found)

    def _delete(self, table: Any, condition: ColumnElement[bool]) -> int:
        return self._connection.execute(delete(table).where(condition)).rowcount


def _about(record: Record) -> ColumnElement[bool]:
    """Pages about it: by its id, by its id with what sets a page apart, or by its reference alone."""
    return or_(
        escalations.c.record_id == record.id,
        escalations.c.record_id.endswith(f":{record.id}", autoescape=True),
        escalations.c.record_reference == record.reference,
    )
