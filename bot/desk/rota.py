"""The roster as the database has it, and the record of what it changes to."""

from datetime import datetime, timedelta
from functools import cache

from bot.desk.transaction import Transaction
from bot.rules.rota.layers import Roster


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
