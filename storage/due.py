"""What falls due, of records and of deadlines beside their next step, in one list."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    Text,
    and_,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from storage.finding import visible
from storage.records.notices import Notice
from storage.records.queries import Visibility
from storage.records.reminders import DueItem, RecordKind, ReminderRule, Stage
from storage.records.requests import LiaisonRequest
from storage.rows import fact_of, insert_into
from storage.tables import notices, requests
from storage.types import Word
from storage.work_tables import digests, reminders

Record = LiaisonRequest | Notice
_TABLES: dict[RecordKind, Table] = {RecordKind.REQUEST: requests, RecordKind.NOTICE: notices}
_FACTS: dict[RecordKind, type[Record]] = {RecordKind.REQUEST: LiaisonRequest, RecordKind.NOTICE: Notice}


class DueStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(
        self,
        kinds: Collection[RecordKind],
        *,
        until: datetime,
        visible_to: Visibility | None = None,
        limit: int,
        offset: int = 0,
    ) -> list[DueItem]:
        """What is due before then or was, soonest first: next steps, and what is due beside them."""
        found = _due(kinds, until, visible_to).subquery()
        rows = self._connection.execute(
            select(found)
            .order_by(found.c.at, found.c.reference, func.coalesce(found.c.rule.cast(Text), ""))
            .limit(limit)
            .offset(offset)
        )
        return [fact_of(DueItem, row) for row in rows]

    def count(
        self, kinds: Collection[RecordKind], *, until: datetime, visible_to: Visibility | None = None
    ) -> int:
        found = _due(kinds, until, visible_to).subquery()
        return self._connection.execute(select(func.count()).select_from(found)).scalar_one()

    def records(self, kind: RecordKind, ids: Collection[str]) -> dict[str, Record]:
        """By id."""
        table = _TABLES[kind]
        rows = self._connection.execute(select(table).where(table.c.id.in_(sorted(ids))))
        return {row.id: fact_of(_FACTS[kind], row) for row in rows}

    def back(
        self, *, returned: Collection[str], live: Collection[str], outcomes: Collection[str], limit: int
    ) -> list[Notice]:
        """Notices whose subject is back: by their own state, or by how the request of theirs ended."""
        ended = select(requests.c.id).where(requests.c.outcome.in_(sorted(outcomes)))
        by_request = and_(notices.c.state.in_(sorted(live)), notices.c.request_id.in_(ended))
        rows = self._connection.execute(
            select(notices)
            .where(or_(notices.c.state.in_(sorted(returned)), by_request))
            .order_by(notices.c.state_since, notices.c.id)
            .limit(limit)
        )
        return [fact_of(Notice, row) for row in rows]


class DigestStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last_day(self) -> str | None:
        """The last day that had its digest."""
        last: str | None = self._connection.execute(select(func.max(digests.c.day))).scalar_one()
        return last

    def begin(self, day: str, now: datetime) -> bool:
        """False: another process made this day's, or makes it now."""
        begun = self._connection.execute(
            insert_into(self._connection, digests)
            .values(day=day, at=now)
            .on_conflict_do_nothing(index_elements=["day"])
            .returning(digests.c.day)
        )
        return begun.one_or_none() is not None


def _due(kinds: Collection[RecordKind], until: datetime, eyes: Visibility | None) -> Any:
    return union_all(
        *(each for kind in sorted(kinds) for each in (_steps(kind, until, eyes), _beside(kind, until, eyes)))
    )


def _steps(kind: RecordKind, until: datetime, eyes: Visibility | None) -> Select[*tuple[Any, ...]]:
    table = _TABLES[kind]
    rule = null().cast(Word(ReminderRule)).label("rule")
    return select(*_of(kind), table.c.due_at.label("at"), rule).where(
        table.c.due_at < until, *visible(table, eyes)
    )


def _beside(kind: RecordKind, until: datetime, eyes: Visibility | None) -> Select[*tuple[Any, ...]]:
    table = _TABLES[kind]
    conditions: Sequence[ColumnElement[bool]] = (
        reminders.c.stage == Stage.LIMIT,
        reminders.c.done_at.is_(None),
        reminders.c.due_at < until,
        reminders.c.record_kind == kind,
        *visible(table, eyes),
    )
    joined = reminders.join(table, table.c.id == reminders.c.record_id)
    return (
        select(*_of(kind), reminders.c.due_at.label("at"), reminders.c.rule.label("rule"))
        .select_from(joined)
        .where(*conditions)
    )


def _of(kind: RecordKind) -> list[ColumnElement[Any]]:
    table = _TABLES[kind]
    return [
        literal(kind, Word(RecordKind)).label("record_kind"),
        table.c.id.label("record_id"),
        table.c.reference,
        table.c.state.cast(Text).label("state"),
        table.c.owner,
    ]
