"""Registries that officers edit: agencies with contacts, countries with requirements, terms."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage import reference
from storage.records.folding import folded
from storage.types import Moment

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# The invented agencies of the first migration, by what they are; all others are of a kind that nobody told.
_KINDS = {
    "example-county-sheriff": "local",
    "example-city-police": "local",
    "harbor-city-police": "local",
    "lakeside-county-sheriff": "local",
    "northern-state-police": "state",
    "plains-state-investigation": "state",
    "red-mesa-tribal-police": "tribal",
    "coral-island-police": "territorial",
    "federal-example-washington": "federal",
    "example-state-icac-east": "icac",
    "example-state-icac-central": "icac",
    "example-state-icac-west": "icac",
}
_UNUSED = (
    "DELETE FROM agencies WHERE id LIKE 'example-state-icac-%' AND id NOT IN ("
    "SELECT agency_id FROM people WHERE agency_id IS NOT NULL UNION "
    "SELECT agency_id FROM requests WHERE agency_id IS NOT NULL UNION "
    "SELECT agency_id FROM notices WHERE agency_id IS NOT NULL UNION "
    "SELECT agency_id FROM alerts)"
)


def upgrade() -> None:
    # The real task forces take the place of the invented ones, unless somebody uses those.
    op.execute(_UNUSED)
    agencies = _sqlite_agencies() if op.get_bind().dialect.name == "sqlite" else _postgresql_agencies()
    for agency, kind in _KINDS.items():
        op.execute(sa.update(agencies).where(agencies.c.id == agency).values(kind=kind))
    op.bulk_insert(agencies, [_task_force(row) for row in reference.task_forces()])
    _search_keys(agencies)
    _countries()
    _requirements()
    _terms()


def _new_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("kind", sa.String(40), nullable=False, server_default="other"),
        sa.Column("telephone", sa.Text, nullable=False, server_default=""),
        sa.Column("email", sa.Text, nullable=False, server_default=""),
        sa.Column("liaisons", sa.Text, nullable=False, server_default="[]"),
        sa.Column("removed_at", Moment),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sa.Column("search_key", sa.Text, nullable=False, server_default=""),
    ]


def _postgresql_agencies() -> sa.Table:
    for column in _new_columns():
        op.add_column("agencies", column)
    op.alter_column("agencies", "ori", nullable=True)
    return _agencies()


def _sqlite_agencies() -> sa.Table:
    """SQLite cannot let a column be empty afterwards: the table is made anew under the same name.

    People and records point at it; that they point at something is asked when all of this is committed.
    """
    op.execute("PRAGMA defer_foreign_keys = ON")
    kept = op.get_bind().execute(sa.text("SELECT id, name, ori, state FROM agencies")).mappings().all()
    op.drop_table("agencies")
    agencies = op.create_table("agencies", *_columns())
    op.bulk_insert(agencies, [dict(row) for row in kept])
    return agencies


def _agencies() -> sa.Table:
    return sa.Table("agencies", sa.MetaData(), *_columns())


def _columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("ori", sa.String(9), unique=True),
        sa.Column("state", sa.String(2), nullable=False),
        *_new_columns(),
    ]


def _task_force(row: dict[str, str]) -> dict[str, str]:
    return {
        "id": row["id"],
        "name": f"{row['area']} ICAC Task Force",
        "state": row["state"],
        "kind": "icac",
    }


def _search_keys(agencies: sa.Table) -> None:
    """As `storage.agencies` writes them."""
    connection = op.get_bind()
    for row in connection.execute(sa.select(agencies)).mappings().all():
        key = folded(f"{row['name']} {row['state']} {row['ori'] or ''}")
        connection.execute(sa.update(agencies).where(agencies.c.id == row["id"]).values(search_key=key))


def _countries() -> None:
    countries = op.create_table(
        "countries",
        sa.Column("code", sa.String(2), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("parent", sa.String(2), sa.ForeignKey("countries.code")),
        sa.Column("ncb", sa.Text),
        sa.Column("languages", sa.Text),
        sa.Column("response_days", sa.SmallInteger),
        sa.Column("source", sa.Text),
        sa.Column("left_on", sa.String(10)),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
    )
    op.bulk_insert(countries, [{"code": code, "name": name} for code, name in reference.countries().items()])
    op.bulk_insert(countries, reference.sub_bureaus())
    op.execute(
        sa.update(countries)
        .where(countries.c.code == "US")
        .values(
            ncb="INTERPOL Washington (US National Central Bureau)",
            source="COPS Office Dispatch, October 2013; SMART Office newsletter, spring 2010",
        )
    )


def _requirements() -> None:
    op.create_table(
        "requirements",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("country", sa.String(2), sa.ForeignKey("countries.code"), nullable=False, index=True),
        sa.Column("topic", sa.String(40), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("recorded_at", Moment, nullable=False),
        sa.Column("recorded_by", sa.Text, nullable=False),
        sa.Column("withdrawn_at", Moment),
        sa.Column("withdrawn_by", sa.Text),
    )


def _terms() -> None:
    terms = op.create_table(
        "terms",
        sa.Column("kind", sa.String(40), primary_key=True),
        sa.Column("code", sa.String(40), primary_key=True),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("retired_at", Moment),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
    )
    op.bulk_insert(terms, reference.terms())
