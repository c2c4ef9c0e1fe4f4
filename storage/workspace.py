"""The desk's own Slack workspace, as Slack named it at the first connection."""

from sqlalchemy import Connection, select

from storage.rows import insert_into
from storage.tables import workspace

_ONLY = 1


class WorkspaceStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def home_team(self) -> str | None:
        return self._connection.execute(
            select(workspace.c.team_id).where(workspace.c.id == _ONLY)
        ).scalar_one_or_none()

    def set_home_team(self, *, team_id: str, bot_user_id: str, bot_id: str) -> None:
        facts = {"team_id": team_id, "bot_user_id": bot_user_id, "bot_id": bot_id}
        self._connection.execute(
            insert_into(self._connection, workspace)
            .values(id=_ONLY, **facts)
            .on_conflict_do_update(index_elements=["id"], set_=facts)
        )
