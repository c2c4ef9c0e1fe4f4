"""The audit trail: append-only, each entry chained to the one before it."""

import hashlib
import json
from datetime import UTC
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from storage.json_facts import to_plain
from storage.records.audit import AuditEntry, AuditVerdict
from storage.rows import fact_of, values_of
from storage.work_tables import audit, audit_head

BEFORE_THE_FIRST = "0" * 64
"""What the first entry is chained to."""

_HEAD = 1
_ROWS_AT_A_TIME = 1000


def link_hash(seq: int, entry: AuditEntry, prev_hash: str) -> str:
    """SHA-256 over the entry, its number and the hash before it, as JSON with sorted keys."""
    facts = to_plain(entry) | {
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "seq": seq,
        "prev_hash": prev_hash,
    }
    canonical = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


class AuditStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._unlinked: list[AuditEntry] = []

    @property
    def has_unlinked(self) -> bool:
        return bool(self._unlinked)

    def add(self, entry: AuditEntry) -> None:
        """Kept until the transaction ends; the chain is locked for as short as possible."""
        self._unlinked.append(entry)

    def link(self) -> None:
        """Write what was added. It comes last before the commit: every other writer waits for the head."""
        if not self._unlinked:
            return
        head = self._connection.execute(
            select(audit_head).where(audit_head.c.id == _HEAD).with_for_update()
        ).one()
        seq, prev_hash, rows = head.seq, head.hash, []
        for entry in self._unlinked:
            seq += 1
            link = link_hash(seq, entry, prev_hash)
            rows.append(values_of(entry) | {"seq": seq, "prev_hash": prev_hash, "hash": link})
            prev_hash = link
        self._connection.execute(insert(audit), rows)
        self._connection.execute(
            update(audit_head).where(audit_head.c.id == _HEAD).values(seq=seq, hash=prev_hash)
        )
        self._unlinked.clear()

    def verify(self) -> AuditVerdict:
        """Walk the whole chain, a thousand rows at a time; call it in `reading()`, which sees one moment."""
        kept = self._connection.execute(select(audit_head).where(audit_head.c.id == _HEAD)).one()
        entries, prev_hash, broken_at = 0, BEFORE_THE_FIRST, None
        rows = self._connection.execute(
            select(audit).order_by(audit.c.seq).execution_options(yield_per=_ROWS_AT_A_TIME)
        )
        for row in rows:
            entries += 1
            if broken_at is None and not _fits(row, seq=entries, prev_hash=prev_hash):
                broken_at = entries
            prev_hash = row.hash
        if broken_at is None and (kept.seq, kept.hash) != (entries, prev_hash):
            broken_at = entries if kept.seq == entries else min(kept.seq, entries) + 1
        return AuditVerdict(entries=entries, head=prev_hash, broken_at=broken_at)

    def of(self, subject: str, limit: int) -> list[AuditEntry]:
        """Newest first."""
        rows = self._connection.execute(
            select(audit).where(audit.c.subject == subject).order_by(audit.c.seq.desc()).limit(limit)
        )
        return [fact_of(AuditEntry, row) for row in rows]

    def count(self) -> int:
        return self._connection.execute(select(func.count()).select_from(audit)).scalar_one()


def _fits(row: Row[Any], *, seq: int, prev_hash: str) -> bool:
    return bool(
        row.seq == seq
        and row.prev_hash == prev_hash
        and row.hash == link_hash(seq, fact_of(AuditEntry, row), prev_hash)
    )
