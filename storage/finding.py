"""Lists of requests and notices: what a RecordQuery means in SQL."""

import json
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    Text,
    false,
    func,
    literal,
    or_,
    select,
    type_coerce,
    union,
)

from storage.records.queries import Number, RecordQuery, Visibility
from storage.tables import alerts, notices, requests


def found(table: Table, query: RecordQuery) -> Select[*tuple[Any, ...]]:
    """The page of rows that is asked for: by due moment, those without one last, then by age."""
    return (
        select(table)
        .where(*_conditions(table, query))
        .order_by(table.c.due_at.asc().nulls_last(), table.c.created_at, table.c.id)
        .limit(query.limit)
        .offset(query.offset)
    )


def counted(table: Table, query: RecordQuery, most: int | None) -> Select[int]:
    """How many there are on all pages, counted up to `most`."""
    some = select(literal(1)).select_from(table).where(*_conditions(table, query)).limit(most)
    return select(func.count()).select_from(some.subquery())


def _conditions(table: Table, query: RecordQuery) -> list[ColumnElement[bool]]:
    return [
        *_one_of(table, "colour", query.colours),
        *_one_of(table, "means", query.means),
        *_one_of(table, "direction", query.directions),
        *_one_of(table, "kind", query.kinds),
        *_one_of(table, "priority", query.priorities),
        *_one_of(table, "state", query.states),
        *_one_of(table, "country", query.countries),
        *_one_of(table, "agency_id", query.agencies),
        *(
            table.c[name] == wanted
            for name in ("owner", "filed_by", "request_id")
            if (wanted := getattr(query, name)) is not None
        ),
        *([table.c.owner.is_(None)] if query.unowned else []),
        *_named(table, query),
        *_moments(table, query),
        *_answered(table, query),
        *visible(table, query.visible_to),
    ]


def _one_of(table: Table, column: str, wanted: frozenset[str]) -> list[ColumnElement[bool]]:
    if not wanted:
        return []
    # A request has no colour and a notice no kind: whoever asks for one finds nothing among them.
    return [table.c[column].in_(sorted(wanted)) if column in table.c else false()]


def _named(table: Table, query: RecordQuery) -> list[ColumnElement[bool]]:
    """By reference, number or id: each looked up by an index of its own, before anything is sorted."""
    conditions: list[ColumnElement[bool]] = []
    if query.references:
        conditions.append(table.c.id.in_(union(*_referred(table, query.references))))
    if query.numbers:
        numbered = (each for number in query.numbers for each in _numbered(table, number))
        conditions.append(table.c.id.in_(union(*(select(table.c.id).where(each) for each in numbered))))
    if query.ids is not None:
        conditions.append(table.c.id.in_(sorted(query.ids)))
    return conditions


def _referred(table: Table, references: frozenset[str]) -> list[Select[str]]:
    """Their ids, and those of what belongs to them."""
    wanted = sorted(references)
    own = select(table.c.id).where(table.c.reference.in_(wanted))
    if table is requests:
        return [own, select(notices.c.request_id).where(notices.c.reference.in_(wanted))]
    of_request = requests.c.id == notices.c.request_id
    return [own, select(notices.c.id).join(requests, of_request).where(requests.c.reference.in_(wanted))]


def _numbered(table: Table, number: Number) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [table.c.case_key == number.case]
    if table is notices:
        conditions.append(table.c.control_number == number.control)
        conditions += [table.c.entity_id == number.entity] if number.entity else []
    return conditions


def _moments(table: Table, query: RecordQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.created_before is not None:
        conditions.append(table.c.created_at < query.created_before)
    if query.due_before is not None:
        conditions.append(table.c.due_at < query.due_before)
    if query.overdue_at is not None:
        conditions.append(table.c.due_at <= query.overdue_at)
    return conditions


def _answered(table: Table, query: RecordQuery) -> list[ColumnElement[bool]]:
    if query.answered is None:
        return []
    if "answers" not in table.c:
        return [false()]
    # Quotes of a text are escaped in the JSON that the column holds, so that no text can look like an answer.
    name, answer = query.answered
    return [
        type_coerce(table.c.answers, Text).contains(
            f"{json.dumps(name)}: {json.dumps(answer, ensure_ascii=False)}", autoescape=True
        )
    ]


def visible(table: Table, eyes: Visibility | None) -> list[ColumnElement[bool]]:
    """Which rows of requests or notices somebody may know of."""
    if eyes is None:
        return []
    own = table.c.filed_by == eyes.person if eyes.person else false()
    if eyes.agency_id is None:
        return [own]
    alerted = select(alerts.c.record_id).where(alerts.c.agency_id == eyes.agency_id)
    return [or_(own, table.c.agency_id == eyes.agency_id, table.c.id.in_(alerted))]
