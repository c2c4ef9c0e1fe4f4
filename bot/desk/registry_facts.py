"""What the desk tells the views of its registries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from storage.records.agencies import Agency
from storage.records.countries import Country, Requirement
from storage.records.requests import Priority
from storage.records.terms import Term, TermKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryEntry:
    country: Country
    via: Country | None
    """The sub-bureau that was asked for, when it led here."""
    sub_bureaus: tuple[Country, ...]
    requirements: tuple[Requirement, ...]
    """Those that stand, oldest first."""
    members: int
    """How many countries are members at this moment."""
    response: Mapping[Priority, timedelta]
    """The desk's own default, for a country of which no time is recorded."""
    arrest_request: timedelta
    """The desk's default from a provisional arrest to the full request."""
    may_edit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyList:
    """What a search found."""

    words: str
    state: str | None
    """The letters of the state that was asked for."""
    agencies: tuple[Agency, ...]
    may_edit: bool
    may_remove: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TermList:
    kind: TermKind
    terms: tuple[Term, ...]
    may_edit: bool
