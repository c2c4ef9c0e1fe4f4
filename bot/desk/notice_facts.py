"""What the desk tells the views of notices; only the details hold what people wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.desk.request_facts import Alike
from bot.rules.checklist import Item
from bot.rules.steps import Offered
from storage.records.alerts import Alert
from storage.records.disclosures import Disclosure
from storage.records.notices import Colour, Means, Notice, RecordEvent
from storage.records.people import PersonId
from storage.records.requests import Direction, Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A notice of the same case: its reference, colour and state."""

    reference: str
    colour: Colour
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCard:
    """A notice in the desk channel: colour, country, state and due moment, never who it is about."""

    id: str
    reference: str
    colour: Colour
    direction: Direction
    means: Means
    country: str
    agency_name: str
    state: str
    state_since: datetime
    owner: PersonId | None
    due_at: datetime | None
    due_is_desk_default: bool
    control_number: str | None
    approved_by: PersonId | None
    priority: Priority
    about: str
    """Whom it is about in general words, such as `A missing child`; empty where the form does not say."""
    request_reference: str | None
    offered: tuple[Offered, ...]
    missing: Mapping[str, tuple[str, ...]]
    """What of the checklist each still owes; nothing once it was sent."""
    failed: tuple[str, ...] = ()
    """Labels of conditions that cannot hold by what was given."""
    warnings: tuple[str, ...] = ()
    linked: Sequence[Linked] = ()
    """Notices of the same case."""
    alerted: int = 0
    """US agencies that were alerted."""
    acknowledged: int = 0
    asked: str = ""
    """What the desk wants to know, in an officer's words: for the form that answers it, for no message."""
    items: tuple[Item, ...] = ()
    """The checklist, for the form in which somebody approves it."""
    version: int = 1
    """A form that is opened from the card says so when it is sent, and a stale one is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDetails:
    """Everything, for somebody who may read it; each read is audited."""

    notice: Notice
    events: tuple[RecordEvent, ...]
    items: tuple[Item, ...] = ()
    warnings: tuple[str, ...] = ()
    linked: Sequence[Linked] = ()
    told: tuple[Disclosure, ...] = ()
    """The third-agency log, for officers."""
    alerts: tuple[Alert, ...] = ()
    """For officers."""
    alike: tuple[str, ...] = ()
    """References of records about the same person or document, for officers."""
    protected: bool = False
    """A victim or a child: shown by initials and year of birth."""
    may_name: bool = False
    """The reader works on it, or belongs to the agency that asks: the whole name is a click further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFiled:
    """What became of a notice's form."""

    notice: Notice
    missing: Mapping[str, tuple[str, ...]]
    warnings: tuple[str, ...]
    alike: tuple[Alike, ...] = ()
    linked: Sequence[Linked] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTimeline:
    """What has happened to a notice, oldest first, without what anybody wrote."""

    reference: str
    events: tuple[RecordEvent, ...]
    left_out: int = 0
    """Older ones that had no room."""
