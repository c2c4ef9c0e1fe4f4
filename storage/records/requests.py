"""Liaison requests: what an agency asks of the desk."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from storage.records.people import PersonId

RequestId = NewType("RequestId", str)


class RequestKind(StrEnum):
    MISSING_CHILD = "missing_child"
    FUGITIVE = "fugitive"
    TRAVELLING_OFFENDER = "travelling_offender"
    VICTIM_OR_WITNESS = "victim_or_witness"
    OTHER = "other"


class Direction(StrEnum):
    """Outgoing: the United States asks abroad. Incoming: abroad asks, or travels to, the United States."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"


class Priority(StrEnum):
    FLASH = "flash"
    URGENT = "urgent"
    NORMAL = "normal"
    ROUTINE = "routine"


class Offence(StrEnum):
    """The offences that the division names as its own (COPS Office Dispatch, October 2013)."""

    KIDNAPPING = "kidnapping"
    RAPE = "rape"
    CHILD_ABUSE_IMAGES = "child_abuse_images"
    CHILD_ABUSE = "child_abuse"
    TRAFFICKING = "trafficking"
    SMUGGLING = "smuggling"
    SEX_TOURISM = "sex_tourism"
    SEXUAL_OFFENCE_AGAINST_CHILD = "sexual_offence_against_child"
    OTHER = "other"


class Channel(StrEnum):
    """How a requester outside Slack reached the officer who files for them."""

    TELEPHONE = "telephone"
    EMAIL = "email"
    NRS = "nrs"
    WALK_IN = "walk_in"


class RequestState(StrEnum):
    SUBMITTED = "submitted"
    INTAKE_REVIEW = "intake_review"
    NEEDS_INFO = "needs_info"
    ACCEPTED = "accepted"
    TRANSMITTED = "transmitted"
    AWAITING_REPLY = "awaiting_reply"
    FOLLOW_UP = "follow_up"
    ANSWERED = "answered"
    CLOSED = "closed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalf:
    """A requester who is not in Slack: how they reached the desk, and the number to call back."""

    channel: Channel
    call_back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiaisonRequest:
    id: RequestId
    reference: str
    kind: RequestKind
    direction: Direction
    country: str
    """ISO 3166-1 alpha-2 code of a member country."""
    offence: Offence
    agency_id: str | None
    agency_name: str
    agency_case: str
    priority: Priority
    facts: str
    contact: str
    on_behalf: OnBehalf | None
    filed_by: PersonId
    state: RequestState
    state_since: datetime
    owner: PersonId | None
    due_at: datetime | None
    """When the next step is owed; None once the request is over."""
    created_at: datetime
    departs_on: str | None = None
    """`2026-05-17`: the day on which somebody leaves for the country asked, by the desk's calendar."""
    version: int = 1
