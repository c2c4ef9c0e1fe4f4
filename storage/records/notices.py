"""Notices: the desk's product, from the draft to one of its ends."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from storage.records.people import Actor, PersonId
from storage.records.requests import Direction, RequestId

NoticeId = NewType("NoticeId", str)


class Colour(StrEnum):
    """The types of notice; `bot.rules.colours` has a row for each."""

    RED = "red"
    BLUE = "blue"
    GREEN = "green"
    YELLOW = "yellow"
    BLACK = "black"
    ORANGE = "orange"
    PURPLE = "purple"
    SILVER = "silver"
    UN = "un"
    SPECIAL = "special"


class Means(StrEnum):
    """How it reaches the members: published by the General Secretariat, or sent by a bureau itself."""

    NOTICE = "notice"
    DIFFUSION = "diffusion"


class NoticeState(StrEnum):
    """INTERPOL's own words for where a notice stands, and the desk's before it is sent; never `closed`."""

    SUBMITTED = "submitted"
    REVIEW = "review"
    NEEDS_INFO = "needs_info"
    LEGAL_REVIEW = "legal_review"
    APPROVED = "approved"
    SENT = "sent"
    IPSG_QUERY = "ipsg_query"
    PUBLISHED = "published"
    CIRCULATED = "circulated"
    """A diffusion, sent to the countries that it names."""
    RECEIVED = "received"
    """Another country's, in force."""
    SUSPENDED = "suspended"
    INFO_RECEIVED = "info_received"
    LOCATED = "located"
    ARRESTED = "arrested"
    EXTRADITION_PENDING = "extradition_pending"
    RETURNED = "returned"
    WITHDRAWAL_REQUESTED = "withdrawal_requested"
    REJECTED = "rejected"
    """By this desk, before it was sent."""
    TAKEN_BACK = "taken_back"
    """By whoever filed it, before it was sent."""
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    DELETED = "deleted"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    id: NoticeId
    reference: str
    colour: Colour
    country: str
    """ISO 3166-1 alpha-2 code of the member where the person may be; of an incoming one, whose it is."""
    request_id: RequestId | None
    agency_id: str | None
    agency_name: str
    agency_case: str
    filed_by: PersonId
    owner: PersonId | None
    approved_by: PersonId | None
    state: NoticeState
    state_since: datetime
    control_number: str | None
    due_at: datetime | None
    """When the next step is owed; None once the notice has ended or nothing is awaited."""
    created_at: datetime
    answers: Mapping[str, str] = field(default_factory=dict)
    """What the form of its colour asks; the keys are named by the form."""
    direction: Direction = Direction.OUTGOING
    means: Means = Means.NOTICE
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEvent:
    """One step in the life of a request or notice: who, when, to what. Evidence stays in its own field."""

    record_id: str
    at: datetime
    actor: Actor
    step: str
    """Name of the step taken: `filed`, `claim`, `approve` and so on."""
    state: str
    """The state that the step led to."""
    evidence: Mapping[str, str]
    """What the step asked for, by field: control number, date, reason. Never shown without a right to it."""
