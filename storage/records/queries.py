"""Queries: which requests or notices somebody asks for, as facts."""

import re
from dataclasses import dataclass
from datetime import datetime

from storage.records.notices import Colour, Means
from storage.records.people import PersonId
from storage.records.requests import Direction, Priority, RequestKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Visibility:
    """What a requester may see: what they filed, and what was filed for their agency."""

    person: PersonId | None
    """None: only what is of the agency, whoever filed it."""
    agency_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as somebody types it, for each of the meanings that it may have."""

    case: str
    """An agency's case number, as `case_key` writes it."""
    control: str
    """A notice's control number."""
    entity: str | None = None
    """INTERPOL's number of a file, `2021/75051`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordQuery:
    """Every condition that is given must hold; an empty set or None asks nothing.

    The records come by their due moment, those without one last, then by age.
    """

    colours: frozenset[Colour] = frozenset()
    """Notices only."""
    means: frozenset[Means] = frozenset()
    """Notices only."""
    directions: frozenset[Direction] = frozenset()
    kinds: frozenset[RequestKind] = frozenset()
    """Requests only."""
    priorities: frozenset[Priority] = frozenset()
    """Requests only."""
    states: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    """By their ids."""
    references: frozenset[str] = frozenset()
    """Those that have one of them, and those that belong to one: a request's notices, a notice's request."""
    numbers: frozenset[Number] = frozenset()
    ids: frozenset[str] | None = None
    """Those among these; empty: none."""
    owner: PersonId | None = None
    unowned: bool = False
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


def entity_key(text: str) -> str | None:
    """INTERPOL's number of a file, `2021/75051`, in its one spelling; its pages' addresses have a dash.

    None for what is no such number.
    """
    found = re.fullmatch(r"(\d{4})\s*[/-]\s*0*([1-9]\d{0,8})", text.strip())
    return f"{found[1]}/{found[2]}" if found else None


def case_key(text: str) -> str:
    """A case number as it is compared: `26-1234/a` and `26 1234 A` are one."""
    return re.sub(r"[\W_]", "", text).upper()
