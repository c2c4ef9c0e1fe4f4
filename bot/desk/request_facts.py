"""What the desk tells the views of requests; only the details hold what people wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.rules.checklist import Item
from bot.rules.steps import Offered
from storage.records.alerts import Alert
from storage.records.disclosures import Disclosure
from storage.records.notices import Colour, Means, RecordEvent
from storage.records.people import Actor, PersonId
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, LiaisonRequest, Priority, RequestKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCard:
    """A request in the desk channel: no answers, no contact, no case number."""

    id: str
    reference: str
    kind: RequestKind
    direction: Direction
    country: str
    offence: str
    agency_name: str
    priority: Priority
    state: str
    state_since: datetime
    owner: PersonId | None
    due_at: datetime | None
    due_is_desk_default: bool
    on_behalf: bool
    offered: tuple[Offered, ...]
    missing: Mapping[str, tuple[str, ...]]
    """What of the checklist each still owes."""
    late: bool = False
    """A journey was announced later than the law asks."""
    departs_on: str | None = None
    arrives_on: str | None = None
    predator: bool = False
    """It counts for Operation Predator."""
    notices: Sequence[str] = ()
    """References of the notices that come from it."""
    alerted: int = 0
    """US agencies that were alerted."""
    acknowledged: int = 0
    """Those of them that have acknowledged."""
    outcome: str | None = None
    merged_into: str | None = None
    """Reference of the request that goes on instead."""
    version: int = 1
    """A form that is opened from the card says so when it is sent, and a stale one is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRequest:
    """A request as whoever filed it sees it: plain words, and what they can do."""

    id: str
    reference: str
    kind: RequestKind
    direction: Direction
    country: str
    state: str
    state_since: datetime
    owner: PersonId | None
    due_at: datetime | None
    answer_by: datetime | None
    """When the answer is due that the priority promises; None once it is over."""
    missing: Mapping[str, tuple[str, ...]]
    late: bool
    outcome: str | None
    offered: tuple[Offered, ...]
    version: int
    asked: str = ""
    """What the desk wants to know, in an officer's words: for the form that answers it, for no message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDetails:
    """Everything, for somebody who may read it; each read is audited."""

    request: LiaisonRequest
    events: tuple[RecordEvent, ...]
    items: tuple[Item, ...] = ()
    told: tuple[Disclosure, ...] = ()
    """The third-agency log, for officers."""
    alerts: tuple[Alert, ...] = ()
    """For officers."""
    alike: tuple[str, ...] = ()
    """References of records about the same, for officers."""
    preserved_until: datetime | None = None
    send_by: datetime | None = None
    late: bool = False
    works: bool = False
    """The reader works at the desk: the text to copy and the watch are theirs."""
    watched: bool = False
    """The reader watches its subject."""
    may_name: bool = False
    """The reader works on it, or belongs to the agency that asks: the whole name is a click further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """That another record is about the same: whom to call, and the reference for those who may see it."""

    unit: str
    signs: tuple[str, ...]
    """By which it was found: a person, a document, a case number. Never what they are."""
    reference: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What became of a form."""

    request: LiaisonRequest
    answer_by: datetime
    """When the answer is due that the request's priority promises."""
    missing: Mapping[str, tuple[str, ...]]
    """What of the checklist each still owes."""
    late: bool
    """A journey was announced later than the law asks."""
    alike: tuple[Alike, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertFacts:
    """An alert to a US agency: no name of anybody it is about."""

    id: str
    record_kind: RecordKind
    record_id: str
    reference: str
    kind: RequestKind | None
    """None for a notice."""
    colour: Colour | None
    """None for a request."""
    country: str
    arrives_on: str | None
    agency: str
    told_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: Actor | None
    telephone: str = ""
    """The agency's, as far as the registry has one."""
    means: Means = Means.NOTICE
    """Of a notice: whether it is a diffusion."""
