"""Requests of every kind: their answers, drafts of forms, who was told what, and signs of the subject."""

import sqlalchemy as sa
from alembic import op

from storage.types import Moment

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _requests()
    _drafts()
    _disclosures()
    _subjects()
    _alerts()


def _requests() -> None:
    op.add_column("requests", sa.Column("answers", sa.Text, nullable=False, server_default="{}"))
    op.add_column("requests", sa.Column("outcome", sa.String(40)))
    op.add_column("requests", sa.Column("merged_into", sa.Text))
    # Two kinds got another name when each kind got a form of its own.
    op.execute("UPDATE requests SET kind = 'travel' WHERE kind = 'travelling_offender'")
    op.execute("UPDATE requests SET kind = 'inquiry' WHERE kind = 'other'")


def _drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("form", sa.String(40), nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("saved_at", Moment, nullable=False, index=True),
        sa.Column("stamp", sa.Text, nullable=False),
    )
    op.create_index("drafts_by_person", "drafts", ["person", "saved_at"])


def _disclosures() -> None:
    op.create_table(
        "disclosures",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("record_id", sa.Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("recipient", sa.Text, nullable=False),
        sa.Column("content", sa.String(40), nullable=False),
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("told_on", sa.String(10), nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
    )
    op.create_index("disclosures_by_record", "disclosures", ["record_id", "at"])


def _subjects() -> None:
    op.create_table(
        "subject_keys",
        sa.Column("record_id", sa.Text, primary_key=True),
        sa.Column("sign", sa.String(40), primary_key=True),
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("record_kind", sa.String(40), nullable=False),
    )
    op.create_index("subject_keys_by_digest", "subject_keys", ["digest"])
    op.create_table(
        "watches",
        sa.Column("record_id", sa.Text, primary_key=True),
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("since", Moment, nullable=False),
    )


def _alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("record_kind", sa.String(40), nullable=False),
        sa.Column("record_id", sa.Text, nullable=False),
        sa.Column("agency_id", sa.Text, sa.ForeignKey("agencies.id"), nullable=False),
        sa.Column("told_at", Moment, nullable=False),
        sa.Column("acknowledged_at", Moment),
        sa.Column("acknowledged_by", sa.Text),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_index("alerts_by_record", "alerts", ["record_id", "agency_id"], unique=True)
