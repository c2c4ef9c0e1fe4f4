"""The roster: who has the desk, from when to when."""

from dataclasses import dataclass
from datetime import datetime

from storage.records.people import Actor, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One officer's time on duty; of two that overlap, the one entered later counts."""

    id: str
    person: PersonId
    starts_at: datetime
    ends_at: datetime
    entered_at: datetime
    entered_by: Actor
