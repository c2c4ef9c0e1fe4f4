"""Calendars that the roster is read from."""

from dataclasses import dataclass
from datetime import datetime

from storage.records.people import Actor
from storage.records.roster import Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A feed that is read again and again, or a file that was read once."""

    name: str
    url: str | None
    """Whoever knows it may read the calendar, so it is shown to operators only; None: a file."""
    tier: Tier
    added_at: datetime
    added_by: Actor
    read_at: datetime | None
    """When it was last read without a mistake."""
    next_at: datetime | None
    """When it is read again; None: never."""
    error: str | None = None
    """What was wrong with it when it was last read, in a sentence without its address."""
