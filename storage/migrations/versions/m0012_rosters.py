"""Rosters: rotations, swaps, handovers, calendars; what a shift comes from; reminders of no record."""

import sqlalchemy as sa
from alembic import op

from storage.types import Moment

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_PENDING = sa.text("done_at IS NULL")
_TOLD = sa.text("told_to IS NOT NULL")
_ENDLESS = sa.text("ends_at IS NULL")


def upgrade() -> None:
    # Until now the desk was only ever taken or given, which goes before any plan.
    op.add_column("shifts", sa.Column("kind", sa.String(40), nullable=False, server_default="override"))
    op.add_column("shifts", sa.Column("tier", sa.String(40), nullable=False, server_default="first"))
    op.add_column("shifts", sa.Column("source", sa.Text, nullable=False, server_default=""))
    op.create_index("shifts_of_calendar", "shifts", ["source", "ends_at"])
    _reminders_of_no_record()
    _rotations()
    _handovers()
    _calendars()


def _reminders_of_no_record() -> None:
    for name in ("reminders_due", "reminders_of_record", "reminders_told"):
        op.drop_index(name, "reminders")
    with op.batch_alter_table("reminders") as table:
        table.alter_column("record_kind", existing_type=sa.String(40), nullable=True)
    op.create_index("reminders_of_record", "reminders", ["record_id"])
    _partial("reminders_due", "reminders", ["stage", "due_at"], _PENDING)
    _partial("reminders_told", "reminders", ["told_to", "done_at"], _TOLD)


def _rotations() -> None:
    op.create_table(
        "rotations",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("tier", sa.String(40), nullable=False),
        sa.Column("people", sa.Text, nullable=False),
        sa.Column("starts_on", sa.String(10), nullable=False),
        sa.Column("handover_at", sa.String(5), nullable=False),
        sa.Column("days", sa.SmallInteger, nullable=False),
        sa.Column("turns_a_day", sa.SmallInteger, nullable=False),
        sa.Column("entered_at", Moment, nullable=False),
        sa.Column("entered_by", sa.Text, nullable=False),
        sa.Column("ends_at", Moment, index=True),
        sa.Column("version", sa.Integer, nullable=False),
    )
    _partial("rotations_one_per_tier", "rotations", ["tier"], _ENDLESS, unique=True)
    op.create_table(
        "swaps",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("rotation_id", sa.Text, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("offered_by", sa.Text, nullable=False),
        sa.Column("offered_to", sa.Text, nullable=False),
        sa.Column("offered_at", Moment, nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("answered_at", Moment),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("swaps_of_turn", "swaps", ["rotation_id", "turn"])


def _handovers() -> None:
    op.create_table(
        "handovers",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("at", Moment, nullable=False),
        sa.Column("outgoing", sa.Text),
        sa.Column("incoming", sa.Text, nullable=False),
        sa.Column("until", Moment),
        sa.Column("rows", sa.Text, nullable=False),
        sa.Column("more", sa.Integer, nullable=False),
        sa.Column("acknowledge_by", Moment, nullable=False),
        sa.Column("acknowledged_by", sa.Text),
        sa.Column("acknowledged_at", Moment),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("handovers_once", "handovers", ["at", "incoming"], unique=True)


def _calendars() -> None:
    op.create_table(
        "calendars",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("url", sa.Text),
        sa.Column("tier", sa.String(40), nullable=False),
        sa.Column("added_at", Moment, nullable=False),
        sa.Column("added_by", sa.Text, nullable=False),
        sa.Column("read_at", Moment),
        sa.Column("next_at", Moment, index=True),
        sa.Column("error", sa.Text),
    )


def _partial(
    name: str, table: str, columns: list[str], where: sa.TextClause, *, unique: bool = False
) -> None:
    op.create_index(name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where)
