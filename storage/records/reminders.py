"""Reminders: due moments, written when a record changes state."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.records.people import PersonId


class RecordKind(StrEnum):
    REQUEST = "request"
    NOTICE = "notice"


class ReminderRule(StrEnum):
    """Why a moment is due. Those from `NEEDS_INFO` on are deadlines: see `bot.rules.deadline_rules`."""

    DUE = "due"
    """The owner is told that the next step is owed."""
    OVERDUE = "overdue"
    """The desk channel is told that it is late."""
    SNOOZED = "snoozed"
    """The owner asked to be told again."""
    CRITICAL = "critical"
    """So little time is left that somebody is paged."""
    ALERT = "alert"
    """A US agency has not acknowledged what it was alerted to."""
    CHANGE = "change"
    """The roster changes from one officer to another."""
    ROSTER = "roster"
    """The roster is looked through for what is wrong with it."""
    HANDOVER = "handover"
    """The incoming officer has not acknowledged the brief."""
    NEEDS_INFO = "needs_info"
    STALE = "stale"
    PICK_UP = "pick_up"
    REPLY = "reply"
    OWED = "owed"
    QUERY = "query"
    LEGAL_REVIEW = "legal_review"
    REVIEW = "review"
    SUSPENSION = "suspension"
    LIMITATION = "limitation"
    ARREST = "arrest"
    LOCATED = "located"
    RETURNED = "returned"
    HYGIENE = "hygiene"
    BIRTHDAY = "birthday"
    PHOTOGRAPH = "photograph"
    DEPARTURE = "departure"
    JOURNEY = "journey"
    CORRECTION = "correction"
    PRESERVATION = "preservation"
    PARTNER = "partner"
    CCF = "ccf"
    RETENTION = "retention"


class Stage(StrEnum):
    """What becomes of a moment when it comes."""

    SAID = "said"
    """It is said by itself."""
    DIGEST = "digest"
    """It stands in the next digest."""
    LIMIT = "limit"
    """Nothing: then something is due that is not the next step. It stands in lists until then and after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """Something of a record that is due: its next step, or a deadline beside it."""

    record_kind: RecordKind
    record_id: str
    reference: str
    state: str
    owner: PersonId | None
    at: datetime
    rule: ReminderRule | None
    """None: the next step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One due moment. It is said once, or cancelled by the next change of state."""

    id: str
    record_kind: RecordKind | None
    """None: it is of the roster."""
    record_id: str
    rule: ReminderRule
    state: str
    """The state in which the record waits; a change of it cancels the reminder."""
    due_at: datetime
    stage: Stage = Stage.SAID
    about: ReminderRule | None = None
    """The deadline that a page, a snooze or the moment of a step is about; None: none but the step."""
    limit_at: datetime | None = None
    """When what it reminds of is due itself."""
