"""By what the names of records are found."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.records.reminders import RecordKind

UNKNOWN = 0
"""The year of birth of somebody of whom none is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameKeys:
    """Everything by which the name of one record is found."""

    record_id: str
    record_kind: RecordKind
    keys: frozenset[str]
    birth_year: int = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who a record is about, and nothing else of it."""

    record_id: str
    record_kind: RecordKind
    answers: Mapping[str, str]
    """Family name, forename, aliases and birth, as far as they are recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesRead:
    """How far the records of a kind that were there already have been read for their keys."""

    record_kind: RecordKind
    rule: int
    """The version of the rule by which they are read."""
    after: str | None = ""
    """The id of the last one that was read; None: all of them."""
