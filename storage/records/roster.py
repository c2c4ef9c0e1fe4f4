"""The roster: who has the desk, from when to when, and what that comes from."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from storage.records.people import Actor, PersonId


class Tier(StrEnum):
    """Who a page tells first, and who stands behind them."""

    FIRST = "first"
    SECOND = "second"


class ShiftKind(StrEnum):
    OVERRIDE = "override"
    """It goes before the rotation: the desk was taken, or somebody was put in for somebody else."""
    WRITTEN = "written"
    """From a calendar; it counts where no rotation says anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One officer's time on duty; of two of a kind that overlap, the one entered later counts."""

    id: str
    person: PersonId
    starts_at: datetime
    ends_at: datetime
    entered_at: datetime
    entered_by: Actor
    kind: ShiftKind = ShiftKind.OVERRIDE
    tier: Tier = Tier.FIRST
    source: str = ""
    """The calendar that it was read from; empty: none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """People who take turns, each for so long, by the desk's clock. It ends when it is ended."""

    id: str
    tier: Tier
    people: tuple[PersonId, ...]
    starts_on: date
    """The day of the first handover: then the first of the people takes over."""
    handover_at: time
    days: int
    """Length of a turn: 1, 7 or another number of days."""
    entered_at: datetime
    entered_by: Actor
    turns_a_day: int = 1
    """Where a turn lasts a part of a day; `days` is 1 then."""
    ends_at: datetime | None = None
    """From then on it says nothing any more."""
    version: int = 1


class SwapState(StrEnum):
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A turn that one officer offers to another. It names the turn, not its hours, and so follows it."""

    id: str
    rotation_id: str
    turn: int
    """Counted from 0, the rotation's first."""
    offered_by: PersonId
    offered_to: PersonId
    offered_at: datetime
    state: SwapState = SwapState.OFFERED
    answered_at: datetime | None = None
    version: int = 1


class TroubleKind(StrEnum):
    """What can be wrong with a roster."""

    GAP = "gap"
    """Nobody has the desk."""
    GONE = "gone"
    """Somebody is named who has left the desk."""
    TWICE = "twice"
    """Somebody stands behind themselves."""
