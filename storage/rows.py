"""Rows and the facts they hold: columns carry the names of the dataclass's fields."""

from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table
from sqlalchemy.dialects import postgresql, sqlite

Fact = TypeVar("Fact")


def values_of(fact: Any) -> dict[str, Any]:
    """Column values of a dataclass."""
    return {field.name: getattr(fact, field.name) for field in fields(fact)}


def fact_of(kind: type[Fact], row: Row[Any]) -> Fact:
    """The dataclass that a row holds; columns that are not its fields are left out."""
    return kind(**{field.name: row._mapping[field.name] for field in fields(kind)})  # type: ignore[arg-type]  # noqa: SLF001  # Public in SQLAlchemy, and every kind is a dataclass.


def insert_into(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that can say what happens on a conflict; both databases say it in the same words."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
