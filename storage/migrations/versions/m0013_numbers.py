"""By which numbers records are found: the agency's case, INTERPOL's file; and indexes for what lists ask."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_AT_ONCE = 1000


def upgrade() -> None:
    op.add_column("notices", sa.Column("entity_id", sa.Text))
    op.create_index("ix_notices_entity_id", "notices", ["entity_id"])
    op.create_index("notices_by_colour", "notices", ["colour", "due_at", "state", "country"])
    for name in ("requests", "notices"):
        op.add_column(name, sa.Column("case_key", sa.Text, nullable=False, server_default=""))
        _fill(sa.table(name, sa.column("id"), sa.column("agency_case"), sa.column("case_key")))
        op.create_index(f"ix_{name}_case_key", name, ["case_key"])
        what = "colour" if name == "notices" else "kind"
        op.drop_index(f"{name}_by_owner", name)
        op.create_index(f"{name}_by_owner", name, ["owner", "due_at", "state", what])
        op.create_index(f"{name}_by_country", name, ["country", "due_at", "state", what])


def _fill(table: sa.TableClause) -> None:
    """Some at a time, by their ids: a register may hold a million."""
    connection, after = op.get_bind(), ""
    while rows := connection.execute(
        sa.select(table.c.id, table.c.agency_case)
        .where(table.c.id > after)
        .order_by(table.c.id)
        .limit(_AT_ONCE)
    ).all():
        after = rows[-1].id
        keys = [{"b_id": each.id, "b_key": re.sub(r"[\W_]", "", each.agency_case).upper()} for each in rows]
        connection.execute(
            sa.update(table).where(table.c.id == sa.bindparam("b_id")).values(case_key=sa.bindparam("b_key")),
            keys,
        )
