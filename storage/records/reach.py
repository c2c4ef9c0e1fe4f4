"""Reach beyond Slack: where somebody can be told of a page when Slack is silent, and each attempt at it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from storage.records.escalations import EscalationId
from storage.records.people import Actor

Owner = NewType("Owner", str)
"""Whose address it is: a PersonId, or the desk itself."""

DESK_ITSELF = Owner("desk")
"""The desk's own addresses, such as the command center's: used when nobody else can be told."""


class Way(StrEnum):
    """By which kind of gateway."""

    EMAIL = "email"
    SMS = "sms"
    PHONE = "phone"
    CHAT = "chat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One address beyond Slack. The secrets of the gateway are settings, and not in here."""

    owner: Owner
    way: Way
    address: str
    set_at: datetime
    set_by: Actor
    proved_at: datetime | None = None
    """When a test message last went out by it; None: never since it was set."""


class ReachState(StrEnum):
    WAITING = "waiting"
    """Slack has its time first; then it is tried."""
    SENT = "sent"
    NEEDLESS = "needless"
    """Somebody had the page before it was due."""
    FAILED = "failed"
    """Given up; the error says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """One address to be used for one page, and what became of it."""

    id: str
    escalation_id: EscalationId
    owner: Owner
    way: Way
    told_at: datetime
    """When the ladder told the owner, and Slack's time began."""
    due_at: datetime
    state: ReachState = ReachState.WAITING
    tries: int = 0
    fence: int = 0
    """Who settles must show it: an attempt that came back too late cannot."""
    lease_until: datetime | None = None
    ended_at: datetime | None = None
    error: str | None = None
