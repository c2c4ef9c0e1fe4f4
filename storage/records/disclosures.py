"""The third-agency log: who was told what, when and on whose authority.

Information belongs to whom it comes from, and goes on only with their consent (RPD articles 58 and 65).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.records.people import Actor


class Content(StrEnum):
    """What kind of thing was told; the words themselves are never kept here."""

    REQUEST = "request"
    IDENTITY = "identity"
    LOCATION = "location"
    CRIMINAL_HISTORY = "criminal_history"
    TRAVEL = "travel"
    REPLY = "reply"
    CORRECTION = "correction"


class Authority(StrEnum):
    """On whose authority it was told."""

    REQUESTING_AGENCY = "requesting_agency"
    SOURCE_COUNTRY = "source_country"
    STATUTE = "statute"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    id: str
    record_id: str
    at: datetime
    """When it was written down."""
    by: Actor
    recipient: str
    """`country:FR` for a National Central Bureau, or a partner's code."""
    content: Content
    authority: Authority
    told_on: str
    """The day on which they were told, `2026-05-17`."""
    reference: str = ""
    """Of the message by which they were told."""
