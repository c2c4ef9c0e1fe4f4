"""The roster, kept."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, delete, insert, or_, select, update

from storage.failures import StaleRecord
from storage.locks import hold
from storage.records.people import PersonId
from storage.records.roster import Rotation, Shift, Swap, SwapState, Tier
from storage.roster_tables import calendars, rotations, shifts, swaps
from storage.rows import fact_of, values_of


class RosterStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hold(self) -> None:
        """Nobody else changes the roster until the end of this transaction."""
        hold(self._connection, "roster")

    def add(self, *added: Shift) -> None:
        if added:
            self._connection.execute(insert(shifts), [values_of(each) for each in added])

    def remove(self, shift_id: str) -> Shift | None:
        """What it was; None: it is not there any more."""
        row = self._connection.execute(
            delete(shifts).where(shifts.c.id == shift_id).returning(*shifts.c)
        ).one_or_none()
        return None if row is None else fact_of(Shift, row)

    def replace_written(self, source: str, added: Collection[Shift], *, since: datetime) -> None:
        """What this calendar says of what has not ended by `since`, in place of what it said before."""
        self._connection.execute(delete(shifts).where(shifts.c.source == source, shifts.c.ends_at > since))
        self.add(*added)

    def written(self, source: str, *, since: datetime) -> list[Shift]:
        """What this calendar says of what has not ended by `since`, in the order of its beginning."""
        rows = self._connection.execute(
            select(shifts)
            .where(shifts.c.source == source, shifts.c.ends_at > since)
            .order_by(shifts.c.starts_at, shifts.c.id)
        )
        return [fact_of(Shift, row) for row in rows]

    def between(self, start: datetime, end: datetime) -> list[Shift]:
        """Shifts that touch the span, by their start."""
        rows = self._connection.execute(
            select(shifts)
            .where(shifts.c.starts_at < end, shifts.c.ends_at > start)
            .order_by(shifts.c.starts_at, shifts.c.id)
        )
        return [fact_of(Shift, row) for row in rows]

    def rotations(self, since: datetime) -> list[Rotation]:
        """Those that have not ended by then."""
        rows = self._connection.execute(
            select(rotations)
            .where(or_(rotations.c.ends_at.is_(None), rotations.c.ends_at > since))
            .order_by(rotations.c.tier, rotations.c.entered_at, rotations.c.id)
        )
        return [fact_of(Rotation, row) for row in rows]

    def is_kept(self) -> bool:
        """Whether somebody plans it: by a rotation that goes on, or by a calendar."""
        endless = select(rotations.c.id).where(rotations.c.ends_at.is_(None)).limit(1)
        read = select(calendars.c.name).limit(1)
        return any(self._connection.execute(each).first() is not None for each in (endless, read))

    def rotation_of(self, tier: Tier) -> Rotation | None:
        """The one that goes on; there is one of a tier at most."""
        row = self._connection.execute(
            select(rotations).where(rotations.c.tier == tier, rotations.c.ends_at.is_(None))
        ).one_or_none()
        return None if row is None else fact_of(Rotation, row)

    def add_rotation(self, rotation: Rotation) -> None:
        self._connection.execute(insert(rotations), values_of(rotation))

    def save_rotation(self, rotation: Rotation) -> None:
        """Raises StaleRecord when somebody else saved in between."""
        saved = self._connection.execute(
            update(rotations).where(
                rotations.c.id == rotation.id, rotations.c.version == rotation.version - 1
            ),
            values_of(rotation),
        )
        if saved.rowcount != 1:
            raise StaleRecord(rotation.id)

    def add_swap(self, swap: Swap) -> None:
        self._connection.execute(insert(swaps), values_of(swap))

    def save_swap(self, swap: Swap) -> None:
        """Raises StaleRecord when somebody else saved in between."""
        saved = self._connection.execute(
            update(swaps).where(swaps.c.id == swap.id, swaps.c.version == swap.version - 1),
            values_of(swap),
        )
        if saved.rowcount != 1:
            raise StaleRecord(swap.id)

    def swap(self, swap_id: str) -> Swap | None:
        row = self._connection.execute(select(swaps).where(swaps.c.id == swap_id)).one_or_none()
        return None if row is None else fact_of(Swap, row)

    def accepted(self, rotation_ids: Collection[str]) -> list[Swap]:
        """Every turn of these rotations that somebody took over."""
        rows = self._connection.execute(
            select(swaps)
            .where(swaps.c.rotation_id.in_(sorted(rotation_ids)), swaps.c.state == SwapState.ACCEPTED)
            .order_by(swaps.c.answered_at, swaps.c.id)
        )
        return [fact_of(Swap, row) for row in rows]

    def offered(self, person: PersonId) -> list[Swap]:
        """What this officer has offered and nobody has answered."""
        rows = self._connection.execute(
            select(swaps)
            .where(swaps.c.offered_by == person, swaps.c.state == SwapState.OFFERED)
            .order_by(swaps.c.offered_at, swaps.c.id)
        )
        return [fact_of(Swap, row) for row in rows]
