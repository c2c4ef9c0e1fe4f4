"""What the desk tells the views of the roster."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.desk.facts import OnCall
from bot.rules.rota.changes import Change
from bot.rules.rota.entries import OverrideForm, RotationForm
from bot.rules.rota.layers import Layer
from bot.rules.rota.troubles import Trouble
from storage.records.people import PersonId
from storage.records.roster import Rotation, Shift, Swap, Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRow:
    """From one moment to another one officer, or nobody."""

    starts_at: datetime
    ends_at: datetime
    person: PersonId | None
    layer: Layer | None
    """Where it comes from; None: nobody has the desk."""
    holidays: tuple[str, ...] = ()
    """Public holidays of the United States that lie in it, by the desk's calendar."""
    gone: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The answer to `/oncall`: now, next, and the days to come."""

    oncall: OnCall
    first: Sequence[RosterRow]
    second: Sequence[RosterRow]
    may_take: bool
    may_edit: bool
    is_kept: bool
    rotation: Rotation | None = None
    """Of those who have the desk; None: there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a rotation would lead to, before it is saved."""

    form: RotationForm
    seen_version: int
    """Of the rotation that it replaces; 0: there is none."""
    rows: Sequence[RosterRow]
    changes: Mapping[PersonId, Change]
    troubles: Sequence[Trouble]
    until: datetime
    """As far as the preview goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverridePreview:
    """What an override would do, before somebody is put in."""

    form: OverrideForm
    shift: Shift
    changes: Mapping[PersonId, Change]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """What the form of a rotation begins with."""

    tier: Tier
    rotation: Rotation | None
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTurn:
    """A shift of the asker's that may be offered to somebody."""

    rotation_id: str
    turn: int
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapFacts:
    """An offer as it stands now; without hours when its turn is not there any more."""

    swap: Swap
    starts_at: datetime | None
    ends_at: datetime | None
    is_open: bool
    """Whether it can still be answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """Those that have not ended, the first to begin first."""

    shifts: Sequence[Shift]
    today: date
