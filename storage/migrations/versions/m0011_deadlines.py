"""Deadlines: what a reminder is about, when that is due, whom it was told to; and the days with a digest."""

import sqlalchemy as sa
from alembic import op

from storage.types import Moment

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_PENDING = sa.text("done_at IS NULL")
_TOLD = sa.text("told_to IS NOT NULL")


def upgrade() -> None:
    op.add_column("reminders", sa.Column("stage", sa.String(40), nullable=False, server_default="said"))
    op.add_column("reminders", sa.Column("about", sa.String(40)))
    op.add_column("reminders", sa.Column("limit_at", Moment))
    op.add_column("reminders", sa.Column("told_to", sa.Text))
    op.drop_index("reminders_due", "reminders")
    op.drop_index("reminders_of_record", "reminders")
    op.create_index("reminders_of_record", "reminders", ["record_id"])
    _partial("reminders_due", ["stage", "due_at"], _PENDING)
    _partial("reminders_told", ["told_to", "done_at"], _TOLD)
    op.create_table(
        "digests",
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("at", Moment, nullable=False),
    )


def _partial(name: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, "reminders", columns, sqlite_where=where, postgresql_where=where)
