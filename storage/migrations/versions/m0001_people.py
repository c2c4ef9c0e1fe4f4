"""People, agencies, the workspace, and the numbers and keys that records begin with."""

import sqlalchemy as sa
from alembic import op

from storage import reference
from storage.types import Moment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _people()
    op.create_table(
        "workspace",
        sa.Column("id", sa.SmallInteger, primary_key=True, autoincrement=False),
        sa.Column("team_id", sa.Text, nullable=False),
        sa.Column("bot_user_id", sa.Text, nullable=False),
        sa.Column("bot_id", sa.Text, nullable=False),
    )
    op.create_table(
        "reference_numbers",
        sa.Column("prefix", sa.String(2), primary_key=True),
        sa.Column("year", sa.SmallInteger, primary_key=True, autoincrement=False),
        sa.Column("last", sa.Integer, nullable=False),
    )
    op.create_table(
        "submissions",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("record_id", sa.Text, nullable=False),
        sa.Column("at", Moment, nullable=False, index=True),
    )


def _people() -> None:
    agencies = op.create_table(
        "agencies",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("ori", sa.String(9), nullable=False, unique=True),
        sa.Column("state", sa.String(2), nullable=False),
    )
    op.bulk_insert(agencies, reference.agencies())
    op.create_table(
        "people",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("role", sa.String(40), index=True),
        sa.Column("agency_id", sa.Text, sa.ForeignKey("agencies.id")),
        sa.Column("outside", sa.Boolean, nullable=False),
        sa.Column("deactivated", sa.Boolean, nullable=False),
        sa.Column("is_bot", sa.Boolean, nullable=False),
        sa.Column("timezone", sa.Text, nullable=False),
        sa.Column("checked_at", Moment),
    )
