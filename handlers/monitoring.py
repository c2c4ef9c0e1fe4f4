"""What an operator's monitoring is told: is the desk ready, and how does it stand."""

from bot.desk.desk import Desk
from bot.desk.ports import Clock
from bot.watcher import lags
from handlers.connection import Connection
from handlers.metrics import Standing
from handlers.sweeps import Sweeping
from storage.database import Database, DatabaseBusy


class Monitoring:
    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        connection: Connection,
        sweeping: Sweeping,
        desk: Desk,
    ) -> None:
        self._database = database
        self._clock = clock
        self._connection = connection
        self._sweeping = sweeping
        self._desk = desk

    def ready(self) -> dict[str, object]:
        """Joined to Slack, the database answers, and nothing is past its time; else why not."""
        try:
            lag = max(each.seconds for each in lags(self._database, self._clock.now()))
            answers = True
        except DatabaseBusy:
            lag, answers = 0.0, False
        trouble = self._connection.trouble
        in_time = lag <= self._desk.ground.policy.watch.tolerance.total_seconds()
        facts: dict[str, object] = {
            "ready": answers and not trouble and in_time,
            "slack": not trouble,
            "database": answers,
            "lag_seconds": round(lag, 1),
        }
        return facts | ({"why": trouble} if trouble else {})

    def standing(self) -> Standing | None:
        """None while the database cannot be read."""
        now = self._clock.now()
        try:
            lag = {each.what: each.seconds for each in lags(self._database, now)}
            with self._database.reading() as stores:
                oldest = stores.outbox.oldest_by_lane(now)
                return Standing(
                    depth=stores.outbox.depth(),
                    oldest_seconds={lane: (now - at).total_seconds() for lane, at in oldest.items()},
                    dead_letters=stores.outbox.dead_letter_count(),
                    pages=stores.escalations.unresolved_by_state(),
                    lag_seconds=lag,
                    joined=self._connection.joined,
                    socket_age_seconds=self._connection.socket_age,
                    twins_removed=self._sweeping.twins.removed,
                    well=not self._sweeping.watcher.troubles,
                )
        except DatabaseBusy:
            return None
