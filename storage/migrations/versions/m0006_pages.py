"""Pages that are renewed, handed over and told beyond Slack; first pages in a lane of their own."""

import sqlalchemy as sa
from alembic import op

from storage.types import Moment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_STILL_TO_REACH = sa.text("ended_at IS NULL")
_UNNOTICED = sa.text("state = 'dead' AND noticed_at IS NULL")


def upgrade() -> None:
    _escalations()
    _contacts()
    _reaches()
    _outbox()
    op.add_column("twin_checks", sa.Column("thread_ts", sa.Text))
    op.create_index("surfaces_by_message", "surfaces", ["channel", "ts"])
    op.add_column("requests", sa.Column("departs_on", sa.String(10)))


def _escalations() -> None:
    for column in (
        sa.Column("cause", sa.String(40), nullable=False, server_default="asked"),
        sa.Column("excluded", sa.Text, nullable=False, server_default="[]"),
        sa.Column("round", sa.SmallInteger, nullable=False, server_default="0"),
        sa.Column("awaited", sa.Text, nullable=False, server_default="[]"),
        sa.Column("alarm", sa.Integer, nullable=False, server_default="0"),
        sa.Column("troubles", sa.Text, nullable=False, server_default="[]"),
        sa.Column("asked_at", Moment),
        sa.Column("offered_to", sa.Text),
        sa.Column("first_acknowledged_at", Moment),
        sa.Column("steps", sa.SmallInteger, nullable=False, server_default="0"),
    ):
        op.add_column("escalations", column)
    op.create_index("escalations_by_opening", "escalations", ["opened_at"])
    op.execute("UPDATE escalations SET first_acknowledged_at = acknowledged_at, steps = rung")
    # So far nothing more was due of a page that somebody had, or that nobody answered; from now on both
    # are asked after, those of before at once.
    op.execute(
        "UPDATE escalations SET next_step_at = coalesce(acknowledged_at, opened_at) "
        "WHERE resolved_at IS NULL AND next_step_at IS NULL"
    )


def _contacts() -> None:
    op.create_table(
        "contacts",
        sa.Column("owner", sa.Text, primary_key=True),
        sa.Column("way", sa.String(40), primary_key=True),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("set_at", Moment, nullable=False),
        sa.Column("set_by", sa.Text, nullable=False),
        sa.Column("proved_at", Moment),
    )


def _reaches() -> None:
    op.create_table(
        "reaches",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("escalation_id", sa.Text, nullable=False, index=True),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("way", sa.String(40), nullable=False),
        sa.Column("told_at", Moment, nullable=False),
        sa.Column("due_at", Moment, nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("tries", sa.SmallInteger, nullable=False),
        sa.Column("fence", sa.Integer, nullable=False),
        sa.Column("lease_until", Moment),
        sa.Column("ended_at", Moment),
        sa.Column("error", sa.Text),
    )
    op.create_index(
        "reaches_due", "reaches", ["due_at"], sqlite_where=_STILL_TO_REACH, postgresql_where=_STILL_TO_REACH
    )


def _outbox() -> None:
    op.add_column("outbox", sa.Column("noticed_at", Moment))
    op.add_column("outbox", sa.Column("maybe_sent_at", Moment))
    op.execute("UPDATE outbox SET maybe_sent_at = not_before WHERE maybe_sent")
    # What was given up before this desk took notice of such things alarms nobody now.
    op.execute("UPDATE outbox SET noticed_at = settled_at WHERE state = 'dead'")
    # The new lane of first pages goes before all others.
    op.execute("UPDATE outbox SET lane = lane + 1")
    op.create_index(
        "outbox_unnoticed", "outbox", ["seq"], sqlite_where=_UNNOTICED, postgresql_where=_UNNOTICED
    )
