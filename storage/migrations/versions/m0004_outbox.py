"""The outbox, and where surfaces stand in Slack."""

import sqlalchemy as sa
from alembic import op

from storage.types import Moment

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_UNSETTLED = sa.text("settled_at IS NULL")
_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _outbox()
    _twin_checks()
    op.create_table(
        "surfaces",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("record_id", sa.Text, nullable=False, index=True),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("ts", sa.Text, nullable=False),
        sa.Column("posted_at", Moment, nullable=False),
    )


def _twin_checks() -> None:
    op.create_table(
        "twin_checks",
        sa.Column("seq", _NUMBER, sa.Identity(), primary_key=True),
        sa.Column("outbox_id", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("ts", sa.Text, nullable=False),
        sa.Column("check_at", Moment, nullable=False, index=True),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("seq", _NUMBER, sa.Identity(), primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("lane", sa.SmallInteger, nullable=False),
        sa.Column("record_key", sa.Text, nullable=False),
        sa.Column("once_key", sa.Text, unique=True),
        sa.Column("surface_key", sa.Text),
        sa.Column("surface_record_id", sa.Text, index=True),
        sa.Column("created_at", Moment, nullable=False),
        sa.Column("not_before", Moment, nullable=False),
        sa.Column("lease_until", Moment),
        sa.Column("fence", sa.Integer, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("maybe_sent", sa.Boolean, nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("settled_at", Moment),
        sa.Column("error", sa.Text),
        sa.Column("channel", sa.Text),
        sa.Column("ts", sa.Text),
    )
    _unsettled_index("outbox_waiting", "lane", "seq")
    _unsettled_index("outbox_order", "record_key", "place", "seq")
    _unsettled_index("outbox_surface", "surface_key")
    op.create_index("outbox_state", "outbox", ["state", "settled_at"])


def _unsettled_index(name: str, *columns: str) -> None:
    # What is settled stays in the table; the sender never reads past it.
    op.create_index(name, "outbox", columns, sqlite_where=_UNSETTLED, postgresql_where=_UNSETTLED)
