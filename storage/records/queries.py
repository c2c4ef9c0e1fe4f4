"""Queries: which requests or notices somebody asks for, as facts."""

from dataclasses import dataclass
from datetime import datetime

from storage.records.notices import Colour
from storage.records.people import PersonId
from storage.records.requests import Priority, RequestKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Visibility:
    """What a requester may see: what they filed, and what was filed for their agency."""

    person: PersonId | None
    """None: only what is of the agency, whoever filed it."""
    agency_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordQuery:
    """Every condition that is given must hold; an empty set or None asks nothing.

    The records come by their due moment, those without one last, then by age.
    """

    colours: frozenset[Colour] = frozenset()
    """Notices only."""
    kinds: frozenset[RequestKind] = frozenset()
    """Requests only."""
    priorities: frozenset[Priority] = frozenset()
    """Requests only."""
    states: frozenset[str] = frozenset()
    country: str | None = None
    agency_id: str | None = None
    owner: PersonId | None = None
    filed_by: PersonId | None = None
    answered: tuple[str, str] | None = None
    """Requests only: those whose form has this answer to the question of this name."""
    request_id: str | None = None
    """Notices only: those that come from this request."""
    created_before: datetime | None = None
    due_before: datetime | None = None
    """Due at any moment before this one."""
    overdue_at: datetime | None = None
    """Already due at this moment."""
    visible_to: Visibility | None = None
    """Whose eyes; None sees everything."""
    limit: int = 10
    offset: int = 0
