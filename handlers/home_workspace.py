"""Our own workspace: which one it is, and what Bolt needs to know of us there."""

import structlog
from slack_bolt.authorization import AuthorizeResult

from bot.rules.errors import DeskError
from handlers.connection import Ourselves
from handlers.fatal import Fatal
from storage.database import Database, DatabaseBusy

log = structlog.get_logger(__name__)


class NotJoinedYet(DeskError):
    """Slack reaches us by HTTP before we have reached Slack."""

    def __init__(self) -> None:
        super().__init__("The desk has only just started; nothing was saved. Try again in a moment.")


class HomeWorkspace:
    """Learnt from Slack at each connection, and kept with the desk's records."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ourselves: Ourselves | None = None

    def team(self) -> str | None:
        return self._ourselves.team_id if self._ourselves else None

    def known(self, ourselves: Ourselves) -> None:
        """Raises Fatal when this database belongs to the desk of another workspace."""
        self._ourselves = ourselves
        try:
            self.keep()
        except DatabaseBusy as busy:
            log.warning("the workspace is not written down yet", why=str(busy))

    def keep(self) -> None:
        """Writes down whose desk this is. Raises Fatal as `known`, and DatabaseBusy."""
        if (ourselves := self._ourselves) is None:
            return
        with self._database.transaction() as tx:
            before = tx.workspace.home_team()
            if before not in (None, ourselves.team_id):
                self._ourselves = None
                raise Fatal(
                    f"This database is the desk of workspace {before}, but the token is for "
                    f"{ourselves.team_id}. Correct DATABASE_URL or SLACK_BOT_TOKEN."
                )
            tx.workspace.set_home_team(
                team_id=ourselves.team_id, bot_user_id=ourselves.user_id, bot_id=ourselves.bot_id
            )

    def authorized(self, token: str) -> AuthorizeResult:
        """What Bolt's own authorisation would ask Slack in the midst of the first command.

        Raises NotJoinedYet.
        """
        if self._ourselves is None:
            raise NotJoinedYet
        return AuthorizeResult(
            enterprise_id=None,
            team_id=self._ourselves.team_id,
            bot_token=token,
            bot_id=self._ourselves.bot_id,
            bot_user_id=self._ourselves.user_id,
        )
