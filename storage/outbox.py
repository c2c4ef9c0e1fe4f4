"""The outbox: what is to be told, once, and what is to be shown as it is now."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from sqlalchemy import case, insert, update

from storage.outbox_claims import OutboxClaims
from storage.outbox_rows import new_row
from storage.records.announcements import Announcement, Place, Surface
from storage.records.outbox import Lane
from storage.rows import insert_into
from storage.work_tables import outbox

_UNSETTLED = outbox.c.settled_at.is_(None)


class OutboxStore(OutboxClaims):
    """Order is kept among rows of one `record_key` and place; everything else may overtake."""

    def say(
        self,
        announcement: Announcement,
        *,
        place: Place,
        lane: Lane,
        once_key: str,
        record_key: str,
        now: datetime,
        id: str,  # noqa: A002  # The row's own word for it.
    ) -> bool:
        """Tell a fact once. False: something with this `once_key` was said already."""
        row = new_row(announcement, place=place, lane=lane, record_key=record_key, now=now, id=id)
        said = self._connection.execute(
            insert_into(self._connection, outbox)
            .values(row | {"once_key": once_key})
            .on_conflict_do_nothing(index_elements=["once_key"])
            .returning(outbox.c.seq)
        ).one_or_none()
        if said is None:
            return False
        self._touch([record_key], [place], lane)
        return True

    def show(
        self, surfaces: Sequence[Surface], *, lane: Lane, now: datetime, new_id: Callable[[], str]
    ) -> None:
        """Bring surfaces up to date.

        A row that waits for the same surface already is enough, unless somebody has it in hand.
        """
        if not surfaces:
            return
        orders = {surface.order for surface in surfaces}
        waiting = self._touch(orders, {surface.place for surface in surfaces}, lane)
        rows = [
            new_row(surface, place=surface.place, lane=lane, record_key=surface.order, now=now, id=new_id())
            | {"surface_key": surface.key, "surface_record_id": surface.record_id}
            for surface in surfaces
            if surface.key not in waiting
        ]
        if rows:
            self._connection.execute(insert(outbox), rows)

    def _touch(self, records: Collection[str], places: Collection[Place], lane: Lane) -> set[str]:
        """Whatever stands in the way of something urgent becomes as urgent.

        Answers the keys of surfaces that wait in nobody's hands. Their rows are written even when nothing
        changes: a claim then waits for this transaction's record.
        """
        touched = self._connection.execute(
            update(outbox)
            .where(outbox.c.record_key.in_(sorted(records)), outbox.c.place.in_(sorted(places)), _UNSETTLED)
            .values(lane=case((outbox.c.lane > lane, int(lane)), else_=outbox.c.lane))
            .returning(outbox.c.surface_key, outbox.c.lease_until)
        )
        return {row.surface_key for row in touched if row.surface_key and row.lease_until is None}
