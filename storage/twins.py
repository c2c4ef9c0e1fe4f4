"""Messages that may turn up twice in Slack: after an unknown outcome they were sent again and are watched."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from storage.records.outbox import Posted
from storage.work_tables import twin_checks


class TwinStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def watch(self, outbox_id: str, kept: Posted, moments: Iterable[datetime]) -> None:
        """Look at these moments whether another message carries the same id; `kept` is the one that stays."""
        self._connection.execute(
            insert(twin_checks),
            [
                {"outbox_id": outbox_id, "channel": kept.channel, "ts": kept.ts, "check_at": moment}
                for moment in moments
            ],
        )

    def take_due(self, now: datetime, limit: int) -> list[tuple[str, Posted]]:
        """Checks that are due; each is given out once."""
        rows = self._connection.execute(
            select(twin_checks)
            .where(twin_checks.c.check_at <= now)
            .order_by(twin_checks.c.check_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        ).all()
        self._connection.execute(delete(twin_checks).where(twin_checks.c.seq.in_([row.seq for row in rows])))
        return [(row.outbox_id, Posted(channel=row.channel, ts=row.ts)) for row in rows]

    def next_due(self) -> datetime | None:
        """When the next check is due; None when none waits."""
        due: datetime | None = self._connection.execute(select(func.min(twin_checks.c.check_at))).scalar_one()
        return due
