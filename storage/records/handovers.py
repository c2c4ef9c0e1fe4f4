"""Handovers: what the outgoing officer leaves to the incoming one, and whether that was acknowledged."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.records.people import Actor, PersonId
from storage.records.reminders import RecordKind, ReminderRule


class BriefPart(StrEnum):
    PAGE = "page"
    """An escalation that is not resolved."""
    PRESSING = "pressing"
    """An urgent or flash request that is not over."""
    DUE = "due"
    """Something that falls due in the next shift, or is overdue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefRow:
    """One line of a brief: references, states and moments, and nothing of a subject."""

    part: BriefPart
    record_id: str
    reference: str
    state: str
    record_kind: RecordKind | None = None
    """None for a page."""
    owner: PersonId | None = None
    at: datetime | None = None
    """When it is due, or since when the page is open."""
    rule: ReminderRule | None = None
    """The deadline that is due; None: the next step, by no rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One change of shift, with the brief as it was then."""

    id: str
    at: datetime
    """When the desk went over."""
    outgoing: PersonId | None
    """None: nobody had the desk before."""
    incoming: PersonId
    until: datetime | None
    """End of the shift that begins; None: no end is known."""
    rows: tuple[BriefRow, ...]
    more: int
    """How many lines had no room."""
    acknowledge_by: datetime
    acknowledged_by: Actor | None = None
    acknowledged_at: datetime | None = None
    version: int = 1
