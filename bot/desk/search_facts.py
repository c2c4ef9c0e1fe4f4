"""What the desk tells of a name search: records without personal data, and how well they fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.desk.facts import ListRow
from bot.rules.naming.ranking import Birth, Fit
from storage.records.reminders import RecordKind
from storage.records.requests import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    row: ListRow
    record_kind: RecordKind
    direction: Direction
    fit: Fit
    birth: Birth


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One page of what fits a name; `page` counts from 1, and nothing found is page 1 of 1."""

    words: str
    """The question as it was typed, so that Next and Previous can ask again."""
    rows: Sequence[FoundRow]
    page: int
    pages: int
    total: int
    is_cut: bool
    """More fit than are shown."""
    is_complete: bool
    """Every record has been read for its names; else some may be missing."""
