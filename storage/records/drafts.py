"""Drafts: forms that somebody has begun. Only who began one ever sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from storage.records.people import PersonId

DraftId = NewType("DraftId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    id: DraftId
    """Also the key of the form's submission: sent twice, it makes one record."""
    person: PersonId
    form: str
    """Which form: the kind of a request, or empty before that is chosen."""
    answers: Mapping[str, str]
    saved_at: datetime
    stamp: str = ""
    """Slack's own time of what was kept last: two pieces of one text may come in the wrong order."""
