"""The outbox: what is still to be told, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from storage.records.announcements import Announcement, Place, Surface


class Lane(IntEnum):
    """Which goes first; a page waits for nothing."""

    PAGE = 0
    ANSWER = 1
    CARD = 2
    DIGEST = 3


class DeliveryState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    DEAD = "dead"
    """Given up after a permanent error; an operator reads why in `doctor`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """Where a surface stands in Slack, so that it can be edited."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A row claimed for sending, under a lease with a fence."""

    id: str
    what: Announcement | Surface
    place: Place
    lane: Lane
    created_at: datetime
    attempts: int
    """How often it has been tried, this time included."""
    fence: int
    """Who settles must show it: a worker that lost its lease cannot."""
    maybe_sent: bool
    """An earlier try ended without an answer; the messenger looks for the message before it sends again."""
    posted: Posted | None = None
    """Where this surface stands already; None: not yet, or an announcement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinCheck:
    """A look whether a message stands twice in Slack."""

    number: int
    outbox_id: str
    kept: Posted
    """The one that stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetter:
    id: str
    place: Place
    what: str
    """Kind of the announcement or surface; no content."""
    error: str
    attempts: int
    died_at: datetime
