"""Messages that may turn up twice in Slack: after an unknown outcome they were sent again and are watched."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from storage.records.outbox import Posted, TwinCheck
from storage.work_tables import twin_checks


class TwinStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def watch(
        self, outbox_id: str, kept: Posted, moments: Iterable[datetime], *, thread_ts: str | None = None
    ) -> None:
        """Look at these moments whether another message carries the same id; `kept` is the one that stays."""
        self._connection.execute(
            insert(twin_checks),
            [
                {
                    "outbox_id": outbox_id,
                    "channel": kept.channel,
                    "ts": kept.ts,
                    "thread_ts": thread_ts,
                    "check_at": moment,
                }
                for moment in moments
            ],
        )

    def take_due(self, now: datetime, *, again_at: datetime, limit: int) -> list[TwinCheck]:
        """Checks that are due. Each is given out once, and again at `again_at` unless it is `done`."""
        rows = self._connection.execute(
            select(twin_checks)
            .where(twin_checks.c.check_at <= now)
            .order_by(twin_checks.c.check_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        ).all()
        numbers = [row.seq for row in rows]
        self._connection.execute(
            update(twin_checks).where(twin_checks.c.seq.in_(numbers)).values(check_at=again_at)
        )
        return [
            TwinCheck(
                number=row.seq,
                outbox_id=row.outbox_id,
                kept=Posted(channel=row.channel, ts=row.ts),
                thread_ts=row.thread_ts,
            )
            for row in rows
        ]

    def done(self, checks: Iterable[TwinCheck]) -> None:
        numbers = [check.number for check in checks]
        self._connection.execute(delete(twin_checks).where(twin_checks.c.seq.in_(numbers)))

    def next_due(self) -> datetime | None:
        """When the next check is due; None when none waits."""
        due: datetime | None = self._connection.execute(select(func.min(twin_checks.c.check_at))).scalar_one()
        return due
