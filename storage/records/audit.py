"""The audit trail: who did what to which record, and how it ended."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.records.people import Actor


class Outcome(StrEnum):
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One act or read. It holds the names of fields, never their values."""

    at: datetime
    actor: Actor
    action: str
    subject: str
    """Reference or id of what it was done to."""
    fields: tuple[str, ...] = ()
    outcome: Outcome = Outcome.DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditVerdict:
    """What a walk over the whole chain found."""

    entries: int
    head: str
    """Hash of the last link; an auditor who keeps it elsewhere can tell a cut tail."""
    broken_at: int | None
    """Number of the first entry that does not fit; None when all do."""
