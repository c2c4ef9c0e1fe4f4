"""Liaison requests: what an agency asks of the desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from storage.records.people import PersonId

RequestId = NewType("RequestId", str)


class RequestKind(StrEnum):
    """What is asked for; each has its row in `bot.rules.kinds` and its form in `bot.rules.forms`."""

    MISSING_CHILD = "missing_child"
    PARENTAL_ABDUCTION = "parental_abduction"
    MISSING_ADULT = "missing_adult"
    FUGITIVE = "fugitive"
    NONCOMPLIANT_OFFENDER = "noncompliant_offender"
    TRAVEL = "travel"
    REMOVAL = "removal"
    TRAFFICKING = "trafficking"
    VICTIM_OR_WITNESS = "victim_or_witness"
    VICTIM_IDENTIFICATION = "victim_identification"
    CYBERTIP = "cybertip"
    WEB_ADDRESS = "web_address"
    INQUIRY = "inquiry"


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


class Partner(StrEnum):
    """Whom the desk tells besides the country asked; `bot.rules.partners` says what each is for."""

    NCMEC = "ncmec"
    CHILDRENS_ISSUES = "childrens_issues"
    MARSHALS = "marshals"
    ANGEL_WATCH = "angel_watch"
    OPERATION_PREDATOR = "operation_predator"
    CYBER_CRIMES_CENTER = "cyber_crimes_center"
    ICSE = "icse"
    ICAC = "icac"
    GENERAL_SECRETARIAT = "general_secretariat"
    US_AGENCY = "us_agency"


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
    CORRECTING = "correcting"
    """What was sent is wrong, and the correction has to go at once (34 USC 21504)."""
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
    offence: str
    """Code of the offence, such as those of `Offence`."""
    agency_id: str | None
    agency_name: str
    agency_case: str
    priority: Priority
    facts: str
    contact: str
    """Empty: whoever filed it, in Slack."""
    on_behalf: OnBehalf | None
    filed_by: PersonId
    state: RequestState
    state_since: datetime
    owner: PersonId | None
    due_at: datetime | None
    """When the next step is owed; None once the request is over."""
    created_at: datetime
    answers: Mapping[str, str] = field(default_factory=dict)
    """What this kind asks beyond what every request has; the keys are named by its form."""
    departs_on: str | None = None
    """`2026-05-17`: the day on which somebody leaves for the country asked, by the desk's calendar."""
    outcome: str | None = None
    """How it ended, by a code of its kind."""
    merged_into: RequestId | None = None
    """The request that goes on instead of this one, since both ask the same."""
    version: int = 1
