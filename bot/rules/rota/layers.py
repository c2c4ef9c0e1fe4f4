"""Who has the desk: of everything that says so of a moment, what counts before the rest.

The newest override that covers it; else whoever took the turn in a swap; else whose turn it is; else a shift
from a calendar; else nobody. Whoever has left the desk is passed over in each.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.rules.rota import turns
from storage.records.people import PersonId
from storage.records.roster import Rotation, Shift, ShiftKind, Swap, Tier


class Layer(IntEnum):
    """A higher one counts before a lower one."""

    WRITTEN = 1
    TURN = 2
    SWAP = 3
    OVERRIDE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Which turn of which rotation something is, so that it can be swapped."""

    rotation_id: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that says who has the desk over a span."""

    person: PersonId
    starts_at: datetime
    ends_at: datetime
    layer: Layer
    entered_at: datetime
    id: str
    turn: Turn | None = None

    def covers(self, moment: datetime) -> bool:
        return self.starts_at <= moment < self.ends_at

    @property
    def weight(self) -> tuple[Layer, datetime, str]:
        return (self.layer, self.entered_at, self.id)


def _everybody(_: PersonId) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Everything that the roster is made of."""

    zone: ZoneInfo
    """The desk's."""
    rotations: tuple[Rotation, ...] = ()
    swaps: tuple[Swap, ...] = ()
    shifts: tuple[Shift, ...] = ()
    can_answer: Callable[[PersonId], bool] = _everybody
    """Whether somebody is still an officer of the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """From one moment to another exactly one answer: somebody, or nobody."""

    starts_at: datetime
    ends_at: datetime
    claim: Claim | None
    """What counts; None: nothing does."""
    gone: PersonId | None = None
    """Whom the roster names though they cannot answer; somebody else has it, or nobody."""

    @property
    def person(self) -> PersonId | None:
        return self.claim.person if self.claim else None


def who(roster: Roster, moment: datetime, tier: Tier = Tier.FIRST) -> Claim | None:
    """What counts at this moment; None: nobody has the desk."""
    claims = [each for each in _claims(roster, tier, moment, moment) if each.covers(moment)]
    return _first([each for each in claims if roster.can_answer(each.person)])


def spells(roster: Roster, start: datetime, end: datetime, tier: Tier = Tier.FIRST) -> tuple[Spell, ...]:
    """The span in pieces, one after the other without a gap, each with what counts in it.

    A turn that counts again after an override is another piece of it.
    """
    claims = sorted(_claims(roster, tier, start, end), key=lambda each: each.starts_at)
    edges = {start, *(at for each in claims for at in (each.starts_at, each.ends_at) if start < at < end)}
    found: list[Spell] = []
    running: list[Claim] = []
    bounds = [*sorted(edges), end]
    for begins, ends in pairwise(bounds):
        while claims and claims[0].starts_at <= begins:
            running.append(claims.pop(0))
        running = [each for each in running if each.ends_at > begins]
        found.append(_spell(roster, running, begins, ends))
    return tuple(_joined(found, lambda one, other: (one.claim, one.gone) == (other.claim, other.gone)))


def by_person(found: Iterable[Spell]) -> tuple[Spell, ...]:
    """The same pieces; those of one person that follow each other are one, and count as the first of them."""
    return tuple(_joined(found, lambda one, other: one.person == other.person))


def _spell(roster: Roster, running: list[Claim], begins: datetime, ends: datetime) -> Spell:
    named = _first(running)
    counts = _first([each for each in running if roster.can_answer(each.person)])
    gone = named.person if named and named is not counts else None
    return Spell(starts_at=begins, ends_at=ends, claim=counts, gone=gone)


def _joined(found: Iterable[Spell], same: Callable[[Spell, Spell], bool]) -> Iterator[Spell]:
    held: Spell | None = None
    for spell in found:
        if held is not None and same(held, spell):
            held = replace(held, ends_at=spell.ends_at)
            continue
        if held is not None:
            yield held
        held = spell
    if held is not None:
        yield held


def _first(claims: list[Claim]) -> Claim | None:
    return max(claims, key=lambda each: each.weight, default=None)


def _claims(roster: Roster, tier: Tier, start: datetime, end: datetime) -> list[Claim]:
    """Everything that touches the span from `start` to `end`, both of them included."""
    found = [
        _of_shift(each)
        for each in roster.shifts
        if each.tier is tier and each.starts_at <= end and each.ends_at > start
    ]
    for rotation in roster.rotations:
        if rotation.tier is tier:
            for turn in turns.turns_between(rotation, start, end, roster.zone):
                found += _of_turn(roster, rotation, turn)
    return found


def _of_shift(shift: Shift) -> Claim:
    layer = Layer.OVERRIDE if shift.kind is ShiftKind.OVERRIDE else Layer.WRITTEN
    return Claim(
        person=shift.person,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        layer=layer,
        entered_at=shift.entered_at,
        id=shift.id,
    )


def _of_turn(roster: Roster, rotation: Rotation, number: int) -> Iterator[Claim]:
    """By the rotation, and by each swap that the turn went through."""
    ends_at = turns.begins(rotation, number + 1, roster.zone)
    claim = Claim(
        person=turns.planned(rotation, number),
        starts_at=turns.begins(rotation, number, roster.zone),
        ends_at=ends_at if rotation.ends_at is None else min(ends_at, rotation.ends_at),
        layer=Layer.TURN,
        entered_at=rotation.entered_at,
        id=rotation.id,
        turn=Turn(rotation_id=rotation.id, number=number),
    )
    yield claim
    for swap in turns.takers(rotation, number, roster.swaps):
        yield replace(
            claim,
            person=swap.offered_to,
            layer=Layer.SWAP,
            entered_at=swap.answered_at or swap.offered_at,
            id=swap.id,
        )
