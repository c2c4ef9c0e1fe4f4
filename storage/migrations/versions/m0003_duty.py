"""Escalations, shifts and reminders."""

import sqlalchemy as sa
from alembic import op

from storage.types import Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_UNRESOLVED = sa.text("resolved_at IS NULL")
_PENDING = sa.text("done_at IS NULL")


def upgrade() -> None:
    _escalations()
    op.create_table(
        "shifts",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("starts_at", Moment, nullable=False, index=True),
        sa.Column("ends_at", Moment, nullable=False, index=True),
        sa.Column("entered_at", Moment, nullable=False),
        sa.Column("entered_by", sa.Text, nullable=False),
    )
    op.create_table(
        "reminders",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("record_kind", sa.String(40), nullable=False),
        sa.Column("record_id", sa.Text, nullable=False),
        sa.Column("rule", sa.String(40), nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("due_at", Moment, nullable=False),
        sa.Column("done_at", Moment),
    )
    _partial_index("reminders_due", "reminders", "due_at", where=_PENDING)
    _partial_index("reminders_of_record", "reminders", "record_id", where=_PENDING)


def _escalations() -> None:
    op.create_table(
        "escalations",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("reference", sa.String(20), nullable=False, unique=True),
        sa.Column("record_id", sa.Text),
        sa.Column("record_reference", sa.String(20)),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("priority", sa.String(40), nullable=False),
        sa.Column("opened_by", sa.Text, nullable=False),
        sa.Column("identity_unchecked", sa.Boolean, nullable=False),
        sa.Column("opened_at", Moment, nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("rung", sa.SmallInteger, nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sa.Column("next_step_at", Moment, index=True),
        sa.Column("acknowledged_by", sa.Text),
        sa.Column("acknowledged_at", Moment),
        sa.Column("resolved_by", sa.Text),
        sa.Column("resolved_at", Moment),
        sa.Column("outcome", sa.Text),
        sa.Column("version", sa.Integer, nullable=False),
    )
    _partial_index("escalations_one_per_record", "escalations", "record_id", where=_UNRESOLVED, unique=True)
    _partial_index("escalations_unresolved", "escalations", "opened_at", where=_UNRESOLVED)


def _partial_index(name: str, table: str, column: str, *, where: sa.TextClause, unique: bool = False) -> None:
    op.create_index(name, table, [column], unique=unique, sqlite_where=where, postgresql_where=where)
