"""US law enforcement agencies, as the registry knows them, and whom the desk reaches there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AgencyKind(StrEnum):
    FEDERAL = "federal"
    STATE = "state"
    LOCAL = "local"
    TRIBAL = "tribal"
    TERRITORIAL = "territorial"
    ICAC = "icac"
    """A task force of the Internet Crimes Against Children programme."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiaisonPerson:
    """Somebody at an agency whom the desk calls: business contacts only."""

    name: str
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    id: str
    name: str
    kind: AgencyKind
    state: str
    """Two letters, such as TX; DC and the territories have theirs."""
    ori: str | None = None
    """Nine characters, given out by the FBI; None when none is at hand, as for task forces."""
    telephone: str = ""
    email: str = ""
    liaisons: tuple[LiaisonPerson, ...] = ()
    removed_at: datetime | None = None
    """Since when nobody can file for it; records keep it."""
    version: int = 1
