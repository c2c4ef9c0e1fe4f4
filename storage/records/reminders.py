"""Reminders: due moments, written when a record changes state."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RecordKind(StrEnum):
    REQUEST = "request"
    NOTICE = "notice"


class ReminderRule(StrEnum):
    """Why a moment is due."""

    DUE = "due"
    """The owner is told that the next step is owed."""
    OVERDUE = "overdue"
    """The desk channel is told that it is late."""
    SNOOZED = "snoozed"
    """The owner asked to be told again."""
    CRITICAL = "critical"
    """So little time is left that somebody is paged."""
    PARTNER = "partner"
    """A partner who has to know of a child's case does not."""
    PRESERVATION = "preservation"
    """What a provider keeps is kept for a few days or weeks more only."""
    ALERT = "alert"
    """A US agency has not acknowledged what it was alerted to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One due moment. It is said once, or cancelled by the next change of state."""

    id: str
    record_kind: RecordKind
    record_id: str
    rule: ReminderRule
    state: str
    """The state in which the record waits; a change of it cancels the reminder."""
    due_at: datetime
