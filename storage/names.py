"""Names, found by keys: the rules say what the keys of a name are, the database counts who has them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Select,
    case,
    cast,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    type_coerce,
    union_all,
)

from storage.finding import visible
from storage.locks import hold
from storage.records.names import Named, NameKeys, NamesRead
from storage.records.queries import Visibility
from storage.records.reminders import RecordKind
from storage.rows import fact_of, insert_into, values_of
from storage.tables import name_keys, names_read, notices, requests

_TABLES = {RecordKind.REQUEST: requests, RecordKind.NOTICE: notices}
_ANSWERS = ("family_name", "forename", "aliases", "birth")
_AT_ONCE = 500


class NameStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, records: Iterable[NameKeys]) -> None:
        """These are all the keys of these records from now on."""
        found = list(records)
        ids = [each.record_id for each in found]
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            self._connection.execute(delete(name_keys).where(name_keys.c.record_id.in_(some)))
        if rows := [row for each in found for row in _rows(each)]:
            self._connection.execute(insert(name_keys), rows)

    def sizes(self, keys: Collection[str], years: Collection[int], *, most: int) -> Mapping[str, int]:
        """How many records have each key and one of these years of birth, counted up to `most`."""
        counts = [
            select(
                literal(key).label("key"),
                select(func.count())
                .select_from(select(literal(1)).where(*_having([key], years)).limit(most).subquery())
                .scalar_subquery(),
            )
            for key in sorted(keys)
        ]
        rows = self._connection.execute(union_all(*counts)) if counts else ()
        return {key: count for key, count in rows if count}

    def likeliest(
        self,
        weights: Mapping[str, float],
        years: Sequence[int],
        eyes: Visibility | None,
        *,
        first_year: float = 0.0,
        least: float = 0.0,
        limit: int,
    ) -> list[tuple[RecordKind, str]]:
        """The records whose keys weigh most, at least the share `least` of what those of the first one do.

        Being born in the first of `years` weighs `first_year`.
        """
        has = name_keys.c
        weight: ColumnElement[float] = func.sum(case(dict(weights), value=has.key))
        if years:
            weight += func.max(case((has.birth_year == years[0], first_year), else_=0.0))
        rows = self._connection.execute(
            select(has.record_kind, has.record_id, weight)
            .where(*_having(weights, years), *_seen(eyes))
            .group_by(has.record_kind, has.record_id)
            .order_by(weight.desc(), has.record_id)
            .limit(limit)
        )
        found = [(kind, record_id, each) for kind, record_id, each in rows]
        return [(kind, record_id) for kind, record_id, each in found if each >= least * found[0][2]]

    def named(self, records: Collection[tuple[RecordKind, str]]) -> list[Named]:
        """What these are called, in the same order."""
        found: list[Named] = []
        for kind, table in _TABLES.items():
            ids = [record_id for of, record_id in records if of is kind]
            if ids:
                found += self._named(kind, self._who(table).where(table.c.id.in_(ids)))
        order = {each: place for place, each in enumerate(records)}
        return sorted(found, key=lambda each: order[each.record_kind, each.record_id])

    def hold_reading(self) -> None:
        """Nobody else reads records for their keys until the end of this transaction."""
        hold(self._connection, "names_read")

    def read(self) -> list[NamesRead]:
        """How far each kind has been read; a kind of which nothing was read yet is not among them."""
        return [fact_of(NamesRead, row) for row in self._connection.execute(select(names_read))]

    def save_read(self, read: NamesRead) -> None:
        values = values_of(read)
        self._connection.execute(
            insert_into(self._connection, names_read)
            .values(values)
            .on_conflict_do_update(index_elements=[names_read.c.record_kind], set_=values)
        )

    def after(self, kind: RecordKind, record_id: str, *, limit: int) -> list[Named]:
        """The next records by their ids; nobody changes one of them until the end of this transaction."""
        table = _TABLES[kind]
        following = self._who(table).where(table.c.id > record_id).order_by(table.c.id).limit(limit)
        return self._named(kind, following.with_for_update())

    def _named(self, kind: RecordKind, wanted: Select[*tuple[Any, ...]]) -> list[Named]:
        return [
            Named(
                record_id=record_id,
                record_kind=kind,
                answers={name: answer for name, answer in zip(_ANSWERS, answers, strict=True) if answer},
            )
            for record_id, *answers in self._connection.execute(wanted)
        ]

    def _who(self, table: Any) -> Select[*tuple[Any, ...]]:
        """The answers that name somebody, without loading the rest of a form."""
        is_text = self._connection.dialect.name == "sqlite"
        answers = type_coerce(table.c.answers, JSON) if is_text else cast(table.c.answers, JSON)
        return select(table.c.id, *(answers[name].as_string() for name in _ANSWERS))


def _rows(record: NameKeys) -> list[dict[str, Any]]:
    rest = {"birth_year": record.birth_year, "record_id": record.record_id, "record_kind": record.record_kind}
    return [{"key": key, **rest} for key in sorted(record.keys)]


def _having(keys: Collection[str], years: Collection[int]) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [name_keys.c.key.in_(sorted(keys))]
    return [*conditions, name_keys.c.birth_year.in_(sorted(years))] if years else conditions


def _seen(eyes: Visibility | None) -> list[ColumnElement[bool]]:
    if eyes is None:
        return []
    # Asked of each row: an agency may have more records than there are people of a name.
    seen = [
        select(table.c.id).where(table.c.id == name_keys.c.record_id, *visible(table, eyes)).exists()
        for table in _TABLES.values()
    ]
    return [or_(*seen)]
