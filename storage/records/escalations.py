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
    ROLE = "role"
    """Everybody who has a role that the step names."""
    GROUP = "group"
    """A user group of Slack, by a mention in the on-call channel."""
    CHANNEL = "channel"


class Cause(StrEnum):
    """Why a page was opened; all but the first are opened by the desk itself."""

    ASKED = "asked"
    FLASH_REQUEST = "flash_request"
    DEADLINE = "deadline"
    PICK_UP = "pick_up"
    """Nobody has taken on what was filed."""
    DEPARTURE = "departure"
    APPROVAL = "approval"
    DEAD_LETTER = "dead_letter"


class TroubleKind(StrEnum):
    """What made the ladder go on without waiting."""

    NOBODY_ON_DUTY = "nobody_on_duty"
    GONE = "gone"
    """The roster names somebody who is deactivated, or has no role at the desk any more."""
    QUIET = "quiet"
    """Slack shows them nothing now: they are in *do not disturb*."""
    UNREACHABLE = "unreachable"
    """Slack refused the message to them for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    kind: TroubleKind
    person: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    id: EscalationId
    reference: str
    record_id: str | None
    """What it is about, by the id of a request or notice, or a key of the desk's own; None: nothing known.

    Only one page at a time is open for each.
    """
    record_reference: str | None
    words: str
    priority: Priority
    opened_by: Actor
    identity_unchecked: bool
    """Slack could not say who asked; a page goes out all the same, and says so."""
    opened_at: datetime
    state: EscalationState
    rung: int
    """How many steps of the ladder were taken in this round; past its end, how often it was said again."""
    told: tuple[PersonId, ...]
    """Everybody who has been told by direct message, in order."""
    next_step_at: datetime | None
    """When the ladder goes on; of a page that somebody has: when they are asked, or it goes back."""
    acknowledged_by: Actor | None = None
    acknowledged_at: datetime | None = None
    resolved_by: Actor | None = None
    resolved_at: datetime | None = None
    outcome: str | None = None
    cause: Cause = Cause.ASKED
    excluded: tuple[PersonId, ...] = ()
    """Who may not take it: those who made what a second pair of eyes must approve."""
    round: int = 0
    """How often it went back to the first step, because an acknowledgement was not renewed."""
    awaited: tuple[PersonId, ...] = ()
    """Whom the present step waits for."""
    alarm: int = 0
    """Number of the newest message that notifies once more; older ones are taken down."""
    troubles: tuple[Trouble, ...] = ()
    asked_at: datetime | None = None
    """When its holder was asked whether they are still on it; None: not since they said so."""
    offered_to: PersonId | None = None
    """Who was asked to take it over; until they do, it stays where it is."""
    first_acknowledged_at: datetime | None = None
    steps: int = 0
    """Steps of the ladder until it was first acknowledged."""
    version: int = 1
