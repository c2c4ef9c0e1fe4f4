"""Turns of a rotation: when each begins by the desk's clock, and whose it is.

A handover time that the clock jumps over on its day comes as much later; one that it shows twice is the first
of both (`bot.rules.spans.clock`). A turn over a change of the clock is an hour shorter or longer for it.
Turns of a part of a day begin at the same times of every day.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.spans import clock
from storage.records.people import PersonId
from storage.records.roster import Rotation, Swap, SwapState

_A_DAY = timedelta(days=1)


def begins(rotation: Rotation, turn: int, zone: ZoneInfo) -> datetime:
    """When this turn begins, in UTC; the one before it ends then."""
    rounds, part = divmod(turn, rotation.turns_a_day)
    on_the_wall = datetime.combine(rotation.starts_on, rotation.handover_at)
    on_the_wall += timedelta(days=rounds * rotation.days) + part * _A_DAY / rotation.turns_a_day
    return clock(on_the_wall.date(), on_the_wall.time(), zone)


def turn_at(rotation: Rotation, moment: datetime, zone: ZoneInfo) -> int:
    """The turn that runs at this moment; below 0 before the rotation begins."""
    days = (moment.astimezone(zone).date() - rotation.starts_on).days
    turn = days // rotation.days * rotation.turns_a_day
    while moment < begins(rotation, turn, zone):
        turn -= 1
    while moment >= begins(rotation, turn + 1, zone):
        turn += 1
    return turn


def turns_between(rotation: Rotation, start: datetime, end: datetime, zone: ZoneInfo) -> Iterator[int]:
    """Those that touch the span, both of its ends included, in order."""
    turn = max(0, turn_at(rotation, start, zone))
    until = end if rotation.ends_at is None else min(end, rotation.ends_at)
    while begins(rotation, turn, zone) <= until:
        yield turn
        turn += 1


def round_end(rotation: Rotation, now: datetime, zone: ZoneInfo) -> datetime:
    """When everybody of it has had a whole turn from now on, and the next one has begun."""
    running = max(0, turn_at(rotation, now, zone))
    return begins(rotation, running + len(rotation.people) + 1, zone) + timedelta(minutes=1)


def planned(rotation: Rotation, turn: int) -> PersonId:
    """Whose turn it is by the rotation alone."""
    return rotation.people[turn % len(rotation.people)]


def takers(rotation: Rotation, turn: int, swaps: Iterable[Swap]) -> tuple[Swap, ...]:
    """The swaps by which this turn went on from hand to hand, in order.

    A swap counts only when whoever offered the turn had it: after the people of a rotation were changed it
    may be somebody else's.
    """
    holder, found = planned(rotation, turn), []
    accepted = [
        each
        for each in swaps
        if each.state is SwapState.ACCEPTED and (each.rotation_id, each.turn) == (rotation.id, turn)
    ]
    for swap in sorted(accepted, key=lambda each: (each.answered_at or each.offered_at, each.id)):
        if swap.offered_by == holder:
            holder = swap.offered_to
            found.append(swap)
    return tuple(found)


def holder(rotation: Rotation, turn: int, swaps: Iterable[Swap]) -> PersonId:
    """Whose turn it is after its swaps."""
    taken = takers(rotation, turn, swaps)
    return taken[-1].offered_to if taken else planned(rotation, turn)
