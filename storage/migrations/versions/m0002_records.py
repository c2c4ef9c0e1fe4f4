"""Requests, notices, and the events of both."""

import sqlalchemy as sa
from alembic import op

from storage.types import Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _requests()
    _notices()
    op.create_table(
        "events",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), sa.Identity(), primary_key=True),
        sa.Column("record_id", sa.Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
    )
    op.create_index("events_by_record", "events", ["record_id", "seq"])


def _requests() -> None:
    op.create_table(
        "requests",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("reference", sa.String(20), nullable=False, unique=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("direction", sa.String(40), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("offence", sa.String(40), nullable=False),
        sa.Column("agency_id", sa.Text, sa.ForeignKey("agencies.id"), index=True),
        sa.Column("agency_name", sa.Text, nullable=False),
        sa.Column("agency_case", sa.Text, nullable=False),
        sa.Column("priority", sa.String(40), nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("contact", sa.Text, nullable=False),
        sa.Column("on_behalf", sa.Text),
        sa.Column("filed_by", sa.Text, nullable=False, index=True),
        *_progress(),
    )
    _progress_indexes("requests")


def _notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("reference", sa.String(20), nullable=False, unique=True),
        sa.Column("colour", sa.String(40), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("identity", sa.Text, nullable=False),
        sa.Column("block", sa.Text, nullable=False),
        sa.Column("request_id", sa.Text, sa.ForeignKey("requests.id"), index=True),
        sa.Column("agency_id", sa.Text, sa.ForeignKey("agencies.id"), index=True),
        sa.Column("agency_name", sa.Text, nullable=False),
        sa.Column("agency_case", sa.Text, nullable=False),
        sa.Column("filed_by", sa.Text, nullable=False, index=True),
        sa.Column("approved_by", sa.Text),
        sa.Column("control_number", sa.Text, index=True),
        *_progress(),
    )
    _progress_indexes("notices")


def _progress() -> list[sa.Column[object]]:
    return [
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("state_since", Moment, nullable=False),
        sa.Column("owner", sa.Text),
        sa.Column("due_at", Moment),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
    ]


def _progress_indexes(table: str) -> None:
    op.create_index(f"{table}_by_due", table, ["due_at", "created_at"])
    op.create_index(f"{table}_by_state", table, ["state", "due_at"])
    op.create_index(f"{table}_by_owner", table, ["owner", "due_at"])
