"""Escalations: a page that somebody must take."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from storage.records.people import Actor, PersonId
from storage.records.requests import Priority

EscalationId = NewType("EscalationId", str)


class EscalationState(StrEnum):
    OPEN = "open"
    EXHAUSTED = "exhausted"
    """The ladder is at its end and nobody has it; it may still be acknowledged."""
    ACKNOWLEDGED = "acknowledged"
    RESOLVED = "resolved"


class Rung(StrEnum):
    """Whom a step of the ladder tells."""

    ON_DUTY = "on_duty"
    NEXT = "next"
    SUPERVISORS = "supervisors"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    id: EscalationId
    reference: str
    record_id: str | None
    """The request or notice that it is about; None: a page of its own."""
    record_reference: str | None
    words: str
    priority: Priority
    opened_by: Actor
    identity_unchecked: bool
    """Slack could not say who asked; a page goes out all the same, and says so."""
    opened_at: datetime
    state: EscalationState
    rung: int
    """How many rungs of the ladder have been told."""
    told: tuple[PersonId, ...]
    """Everybody who has been told by direct message, in order."""
    next_step_at: datetime | None
    acknowledged_by: Actor | None = None
    acknowledged_at: datetime | None = None
    resolved_by: Actor | None = None
    resolved_at: datetime | None = None
    outcome: str | None = None
    version: int = 1
