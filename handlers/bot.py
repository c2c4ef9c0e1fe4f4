"""The desk with its ways in and out, from the first thread to the last."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import structlog

from bot.desk.desk import Desk
from bot.lasting import Lasting
from bot.pacing import Pace
from bot.rules.policy import Policy
from bot.scheduler import Scheduler, Sweep
from bot.settings import Settings
from bot.watcher import Watcher
from handlers.connection import Connection
from handlers.desk_app import DeskApp
from handlers.fatal import Fatal
from handlers.home_workspace import HomeWorkspace
from handlers.http import HttpPort
from handlers.replies import Replies
from storage import upgrade
from storage.database import Database, DatabaseBusy
from storage.records.people import PersonId

log = structlog.get_logger(__name__)

OUTDATED = "The database's schema does not fit this program. Run: python -m bot db upgrade"


@dataclass(kw_only=True)
class Bot:
    """The desk with its ways in and out. `start` and `stop` are called once each."""

    settings: Settings
    database: Database
    desk: Desk
    app: DeskApp
    home: HomeWorkspace
    scheduler: Scheduler
    sweeps: Sequence[Sweep]
    watcher: Watcher
    connection: Connection
    pace: Pace
    replies: Replies
    port: HttpPort | None
    _looked: bool = False
    _fault: str | None = None
    _lasting: Lasting = field(default_factory=Lasting)

    def start(self) -> None:
        """Comes up whether or not Slack and the database are there; both may come later."""
        if self.port:
            self.port.start()
        self.scheduler.start(self.sweeps)
        self.connection.start()

    def follow(self, policy: Policy) -> None:
        """Another policy from now on: an operator had it read anew."""
        self.desk.ground.follow(policy)
        self.scheduler.soon()
        log.info("the policy was read anew")

    def stop(self) -> None:
        """Takes in nothing more, lets what runs end, and closes everything."""
        self.connection.stop()
        if self.port:
            self.port.stop()
        self.scheduler.stop()
        self.replies.close()
        self.database.close()

    @property
    def fatal(self) -> str | None:
        """Why the program must end: a wrong token, another workspace, an outdated schema."""
        return self._fault or self.connection.fatal

    def look_at_the_database(self) -> None:
        """Until it was seen once; a database that is away at the start is looked at when it comes."""
        if self._looked:
            return
        try:
            self.database.ping()  # It gives up sooner than a look at the schema.
            if not upgrade.is_current(self.settings.database_url):
                self._fault = OUTDATED
                return
            self.home.keep()
            if self.database.dialect == "sqlite":
                with self.database.transaction() as stores:
                    stores.outbox.end_leases(now=self.desk.ground.clock.now())
            self.desk.people.supervisors_from_settings([PersonId(user) for user in self.settings.supervisors])
            self._looked = True
            log.info("the database answers")
        except Fatal as fatal:
            self._fault = str(fatal)
        except DatabaseBusy as busy:
            if self._lasting.is_news("the database is away"):
                log.warning("the database does not answer; trying again", why=str(busy))
