"""The roster as the database has it, and what goes before every plan of it."""

from datetime import datetime, timedelta
from functools import cache

from bot.desk.transaction import Transaction
from bot.rules.rota.layers import Roster
from storage.records.people import PersonId
from storage.records.roster import Shift, Tier


def read(tx: Transaction, start: datetime, end: datetime) -> Roster:
    """What says who has the desk from `start` to `end`."""
    rotations = tuple(tx.stores.roster.rotations(start))
    ids = [each.id for each in rotations]
    return Roster(
        zone=tx.zone,
        rotations=rotations,
        swaps=tuple(tx.stores.roster.accepted(ids)) if ids else (),
        shifts=tuple(tx.stores.roster.between(start, end + timedelta(microseconds=1))),
        can_answer=cache(tx.can_answer),
    )


def add_override(
    tx: Transaction, person: PersonId, tier: Tier, starts_at: datetime, ends_at: datetime
) -> Shift:
    """From now on it counts before every rotation."""
    shift = override_of(tx, person, tier, starts_at, ends_at)
    tx.stores.roster.add(shift)
    return shift


def override_of(
    tx: Transaction, person: PersonId, tier: Tier, starts_at: datetime, ends_at: datetime
) -> Shift:
    """One that is not kept yet."""
    return Shift(
        id=tx.new_id(),
        person=person,
        tier=tier,
        starts_at=starts_at,
        ends_at=ends_at,
        entered_at=tx.now,
        entered_by=tx.actor,
    )
