"""The outbox: what is still to be told, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from storage.records.announcements import Announcement, Place, Surface


class Lane(IntEnum):
    """Which goes first; the first word of a page waits for nothing."""

    FIRST = 0
    """A page reaches somebody for the first time, or must be noticed once more."""
    PAGE = 1
    """A page that stands in Slack already is brought up to date."""
    ANSWER = 2
    CARD = 3
    DIGEST = 4


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
    maybe_sent_at: datetime | None = None
    """When a try ended so last; kept also once it was looked for, since a message may land later still."""
    posted: Posted | None = None
    """Where this surface stands already; None: not yet, or an announcement."""
    thread: Posted | None = None
    """The message under which it stands; None: in the channel itself."""
    beside: tuple[Surface, ...] = ()
    """Other surfaces that stand in the same message; it shows all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinCheck:
    """A look whether a message stands twice in Slack."""

    number: int
    outbox_id: str
    kept: Posted
    """The one that stays."""
    thread_ts: str | None = None
    """The message under which it stands; None: in the channel itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """When a surface was first to be shown, and when Slack took it; None: not yet."""

    surface: Surface
    due_at: datetime
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Something that was given up, for the desk to take notice of."""

    id: str
    what: Announcement | Surface
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetter:
    id: str
    place: Place
    what: str
    """Kind of the announcement or surface; no content."""
    error: str
    attempts: int
    died_at: datetime
