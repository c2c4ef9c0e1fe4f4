"""What the desk tells people: facts that are said once, and surfaces that show a record as it is now.

Neither holds a name, a narrative or a number of a subject: references, states and moments only.
Plain records in one file, long as it is: whoever adds one sees what is told already.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from storage.records.escalations import EscalationId, EscalationState
from storage.records.people import Actor, PersonId
from storage.records.reminders import RecordKind, ReminderRule
from storage.records.roster import Tier, TroubleKind

Place = NewType("Place", str)
"""Where a message goes: `desk`, `oncall`, or `dm:<PersonId>`; the messenger knows the channels."""

DESK = Place("desk")
ONCALL = Place("oncall")
_DIRECT = "dm:"


def direct(person: PersonId) -> Place:
    """The direct messages of one person."""
    return Place(f"{_DIRECT}{person}")


def person_of(place: Place) -> PersonId | None:
    """Whose direct messages they are; None for a channel."""
    return PersonId(place.removeprefix(_DIRECT)) if place.startswith(_DIRECT) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMoved:
    """To the filer, and to the officer who has it: a request or notice has a new state."""

    record_kind: RecordKind
    record_id: str
    reference: str
    state: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDue:
    """To the owner, or to the desk when nobody owns it: the next step is owed."""

    record_kind: RecordKind
    record_id: str
    reference: str
    state: str
    due_at: datetime
    late: bool
    """It was said well after its moment; the text names both times."""
    snoozed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOverdue:
    """To the desk channel: nobody has taken the step that was due."""

    record_kind: RecordKind
    record_id: str
    reference: str
    state: str
    due_at: datetime
    overdue_at: datetime
    owner: PersonId | None
    late: bool
    rule: ReminderRule | None = None
    """The deadline that it is about; None: the next step, by no rule."""
    supervisors: tuple[PersonId, ...] = ()
    """Who is mentioned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagedAgain:
    """To whoever has the page, or to the on-call channel: somebody paged again for the same record."""

    escalation_id: EscalationId
    reference: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMoved:
    """To whoever paged: somebody has it, it is resolved, or nobody answered."""

    escalation_id: EscalationId
    reference: str
    state: EscalationState
    by: Actor | None
    """Who has it, or who resolved it; None when nobody answered."""
    came_back: bool = False
    """Somebody had it before, who did not say that they were still on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesRefused:
    """To somebody who shared a file where the desk listens: what to do instead."""

    person: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLimit:
    """To the owner, or to the desk: a deadline comes near, or has come."""

    record_kind: RecordKind
    record_id: str
    reference: str
    rule: ReminderRule
    limit_at: datetime
    """When it would be too late."""
    partners: tuple[str, ...] = ()
    """Codes of those who do not know."""
    at: datetime | None = None
    """When it was to be said; None in what was said by an older desk."""
    late: bool = False
    snoozed: bool = False
    sourced: bool = False
    """Somebody says how long it may take: see `bot.rules.deadline_rules`."""


class DigestPart(StrEnum):
    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"
    COMING = "coming"
    """What is reminded of long before it is due."""
    BACK = "back"
    """The person is back, and the notice still stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestRow:
    part: DigestPart
    record_kind: RecordKind
    record_id: str
    reference: str
    state: str
    owner: PersonId | None
    rule: ReminderRule | None
    """None: the next step, by no rule."""
    at: datetime
    """When it is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyDigest:
    """To one person or to the desk channel, once a day: what falls due, and what is overdue."""

    day: str
    """`2026-05-17`, by the desk's calendar."""
    at: datetime
    """When it was to be said."""
    late: bool
    rows: tuple[DigestRow, ...]
    more: int = 0
    """How many had no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordHanded:
    """To an officer: a record is theirs now."""

    record_id: str
    reference: str
    by: Actor
    record_kind: RecordKind = RecordKind.REQUEST


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSupplemented:
    """To the owner: something was added to a record."""

    record_id: str
    reference: str
    by: Actor
    record_kind: RecordKind = RecordKind.REQUEST


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsAlike:
    """To whoever works on either: two records look as if they were about the same."""

    record_kind: RecordKind
    record_id: str
    reference: str
    other: str
    """Reference of the other one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectSeen:
    """To whoever watches a subject: a new record is about them."""

    record_kind: RecordKind
    record_id: str
    reference: str
    watched: str
    """Reference of the record whose subject is watched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesImported:
    """To the desk: the notices of an old register are in, and so many of all are past their due moment."""

    overdue: int


class Ahead(StrEnum):
    """How long before it comes a trouble of the roster is told of."""

    WEEK = "week"
    DAY = "day"
    NOW = "now"


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterTrouble:
    """To the on-call channel: something is wrong with the roster, now or soon."""

    kind: TroubleKind
    tier: Tier
    starts_at: datetime
    ends_at: datetime | None
    """None: later than the desk has looked."""
    person: PersonId | None
    """Who has left, or is booked twice; for a gap whom the roster names, if anybody."""
    ahead: Ahead
    supervisors: tuple[PersonId, ...]
    """Who is mentioned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverUnanswered:
    """To both officers and the supervisors: the incoming one has not acknowledged the brief in time."""

    handover_id: str
    at: datetime
    outgoing: PersonId | None
    incoming: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapAnswered:
    """To whoever offered a shift: it was taken over, or not."""

    swap_id: str
    starts_at: datetime
    ends_at: datetime
    by: PersonId
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftsChanged:
    """To an officer: somebody changed the roster, and with it their shifts of the next two weeks."""

    by: Actor
    tier: Tier
    gained: tuple[Hours, ...]
    lost: tuple[Hours, ...]
    seen_until: datetime
    """What lasts until then may last longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarTrouble:
    """To the on-call channel: a calendar that the roster is read from has something wrong."""

    name: str
    mistakes: int
    """How many events were left out or overlap."""
    is_read: bool
    """False: it could not be read at all, and what it said before stays."""


Announcement = (
    RecordMoved
    | RecordDue
    | RecordOverdue
    | RecordLimit
    | DailyDigest
    | RecordHanded
    | RecordSupplemented
    | RecordsAlike
    | SubjectSeen
    | NoticesImported
    | PagedAgain
    | PageMoved
    | FilesRefused
    | RosterTrouble
    | HandoverUnanswered
    | SwapAnswered
    | ShiftsChanged
    | CalendarTrouble
)


class SurfaceKind(StrEnum):
    REQUEST_CARD = "request_card"
    REQUEST_OWN = "request_own"
    """To whoever filed it, in plain words."""
    ALERT = "alert"
    """To somebody of a US agency: something came in that concerns it."""
    ALERT_CALL = "alert_call"
    """To the desk: a US agency has to be called about it."""
    NOTICE_CARD = "notice_card"
    NOTICE_OWN = "notice_own"
    """To whoever filed it, in plain words."""
    NOTICE_THREAD = "notice_thread"
    """Under the notice's card: what has happened so far."""
    PAGE = "page"
    PAGE_THREAD = "page_thread"
    """Under the page's message in the on-call channel: what has happened so far."""
    PAGE_NUDGE = "page_nudge"
    """To somebody who was told before: it still waits."""
    PAGE_ASK = "page_ask"
    """To whoever has it: are you still on it?"""
    PAGE_OFFER = "page_offer"
    """To an officer who is asked to take it over."""
    PAGE_EVERYONE = "page_everyone"
    """To the whole on-call channel: the officers before it did not answer."""
    PAGE_GROUP = "page_group"
    """To a user group, by a mention in the on-call channel."""
    PAGE_NOBODY = "page_nobody"
    """To the on-call channel, loudly: the ladder is at its end; call the command center."""
    HANDOVER = "handover"
    """To the outgoing and to the incoming officer: the brief, and whether it is acknowledged."""
    SWAP = "swap"
    """To an officer to whom a shift is offered."""
    HOME = "home"


ALARMS = frozenset(
    {
        SurfaceKind.PAGE_NUDGE,
        SurfaceKind.PAGE_ASK,
        SurfaceKind.PAGE_OFFER,
        SurfaceKind.PAGE_EVERYONE,
        SurfaceKind.PAGE_GROUP,
        SurfaceKind.PAGE_NOBODY,
    }
)
"""Messages of their own, because an edit notifies nobody; each is taken down once it has no purpose."""
TOGETHER = frozenset(
    {SurfaceKind.PAGE, SurfaceKind.PAGE_NUDGE, SurfaceKind.PAGE_EVERYONE, SurfaceKind.PAGE_NOBODY}
)
"""Many that wait for one place at once stand in one message, so that a storm stays readable."""
UNDER = {SurfaceKind.PAGE_THREAD: SurfaceKind.PAGE, SurfaceKind.NOTICE_THREAD: SurfaceKind.NOTICE_CARD}
"""Replies in a thread, and the message of the same place under which each stands."""
TELLS_A_PERSON = frozenset({SurfaceKind.PAGE, SurfaceKind.PAGE_NUDGE})
"""In direct messages: by these the ladder tells somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """One message or App Home that is edited in place and always shows the record as it is now."""

    kind: SurfaceKind
    record_id: str
    """Request, notice or escalation; for a home, the person."""
    place: Place
    alarm: int = 0
    """Tells one alarm of a page from the next, which has to notify again; 0 where there is only one."""

    @property
    def key(self) -> str:
        one = f"{self.kind}:{self.record_id}:{self.place}"
        return f"{one}:{self.alarm}" if self.alarm else one

    @property
    def order(self) -> str:
        """What comes one after the other for a place; a reply under a message holds up nothing of it."""
        return f"{self.record_id}:thread" if self.kind in UNDER else self.record_id
