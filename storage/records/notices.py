"""Notices: the desk's product, from the draft to one of its ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from storage.records.people import Actor, PersonId
from storage.records.requests import RequestId

NoticeId = NewType("NoticeId", str)


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"
    GREEN = "green"
    YELLOW = "yellow"


class NoticeState(StrEnum):
    """INTERPOL's own words for where a notice stands; `closed` is not one of them."""

    SUBMITTED = "submitted"
    REVIEW = "review"
    NEEDS_INFO = "needs_info"
    LEGAL_REVIEW = "legal_review"
    APPROVED = "approved"
    SENT = "sent"
    IPSG_QUERY = "ipsg_query"
    PUBLISHED = "published"
    SUSPENDED = "suspended"
    INFO_RECEIVED = "info_received"
    LOCATED = "located"
    ARRESTED = "arrested"
    EXTRADITION_PENDING = "extradition_pending"
    RETURNED = "returned"
    WITHDRAWAL_REQUESTED = "withdrawal_requested"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    DELETED = "deleted"
    EXPIRED = "expired"


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The least that identifies a subject (RPD articles 83, 88-90), as text."""

    family_name: str
    forename: str
    sex: Sex
    birth: str
    """`1990`, `1990-05` or `1990-05-17`: kept with the precision that was given."""
    identifier: str
    """Physical description, or the reference of a photograph, fingerprints, DNA profile or document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    id: NoticeId
    reference: str
    colour: Colour
    country: str
    """ISO 3166-1 alpha-2 code of the member country that is asked first."""
    identity: Identity
    block: Mapping[str, str]
    """What this colour asks beyond the identity; its keys are named in `bot.rules.colours`."""
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
