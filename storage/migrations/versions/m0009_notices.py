"""Notices both ways: one set of answers instead of identity and block, diffusions, and links between them."""

import json

import sqlalchemy as sa
from alembic import op

from storage.types import Moment

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

# Old answers under the names of the new forms; those that are not here keep theirs.
_RENAMED = {
    "identifier": "description",
    "extradition": "prosecutor",
    "assessment": "risk",
    "circumstances": "facts",
}
_AGE_GROUPS = {
    "child": {"subject": "child"},
    "adult_allowed": {"subject": "adult", "privacy": "allows"},
    "adult_not_allowed": {"subject": "adult", "privacy": "prevents"},
}


def upgrade() -> None:
    op.add_column("notices", sa.Column("direction", sa.String(40), nullable=False, server_default="outgoing"))
    op.add_column("notices", sa.Column("means", sa.String(40), nullable=False, server_default="notice"))
    op.add_column("notices", sa.Column("answers", sa.Text, nullable=False, server_default="{}"))
    _answers()
    op.drop_column("notices", "identity")
    op.drop_column("notices", "block")
    # That a notice has arrived is shown by a message that is edited in place now, and not said once.
    op.execute("DELETE FROM outbox WHERE kind = 'RecordFiled'")
    op.create_table(
        "links",
        sa.Column("one", sa.Text, primary_key=True),
        sa.Column("other", sa.Text, primary_key=True),
        sa.Column("since", Moment, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
    )
    op.create_index("links_by_other", "links", ["other"])


def _answers() -> None:
    notices = sa.table(
        "notices", sa.column("id"), sa.column("identity"), sa.column("block"), sa.column("answers")
    )
    connection = op.get_bind()
    for row in connection.execute(sa.select(notices)).all():
        old = {**json.loads(row.identity), **json.loads(row.block)}
        kept = json.dumps(_renamed(old), ensure_ascii=False, sort_keys=True)
        connection.execute(notices.update().where(notices.c.id == row.id).values(answers=kept))


def _renamed(old: dict[str, str]) -> dict[str, str]:
    """No answer is lost; a length that was left to serve stands under a name of its own now."""
    renamed = {_RENAMED.get(name, name): answer for name, answer in old.items() if name != "age_group"}
    if renamed.get("basis") == "sentence" and "penalty" in renamed:
        renamed["sentence_left"] = renamed.pop("penalty")
    if "sought" in renamed:
        # What is sought is chosen from a list now; the old words go on in the facts.
        renamed["facts"] = f"{renamed.get('facts', '')}\nSought: {renamed.pop('sought')}".strip()
    if "grounds" in renamed:
        # The new form asks for them only after this answer, and would forget them without it.
        renamed["based_on"] = "grounds"
    return renamed | _AGE_GROUPS.get(old.get("age_group", ""), {})
