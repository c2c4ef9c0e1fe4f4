"""Keys by which names are found.

Records that are there already are read by the running desk, some at a time: a million of them take minutes,
in which nobody should wait for the desk (`bot.desk.name_keys`).
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "name_keys",
        sa.Column("key", sa.String(12), primary_key=True),
        sa.Column("birth_year", sa.SmallInteger, primary_key=True, autoincrement=False),
        sa.Column("record_id", sa.Text, primary_key=True),
        sa.Column("record_kind", sa.String(40), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("name_keys_by_record", "name_keys", ["record_id"])
    op.create_table(
        "names_read",
        sa.Column("record_kind", sa.String(40), primary_key=True),
        sa.Column("rule", sa.SmallInteger, nullable=False),
        sa.Column("after", sa.Text),
    )
