"""INTERPOL's member countries, the sub-bureaus that belong to them, and what each of them asks for."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from storage.records.people import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A member, a former member, or a sub-bureau. What no source gives is None: not recorded."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    parent: str | None = None
    """For a sub-bureau: the code of the member whose National Central Bureau it belongs to."""
    ncb: str | None = None
    """What the National Central Bureau is called; they are named by their cities."""
    languages: str | None = None
    """In which the bureau takes messages."""
    response_days: int | None = None
    """Within how many days it answers; None: the policy's response by priority."""
    source: str | None = None
    """Where the facts above come from."""
    left_on: str | None = None
    """`2026-05-17`: the day on which it ceased to be a member."""
    version: int = 1

    @property
    def is_member(self) -> bool:
        return self.parent is None and self.left_on is None


class Topic(StrEnum):
    """What a requirement is about, in the order in which they are read."""

    DOCUMENTS = "documents"
    LANGUAGE = "language"
    TREATY = "treaty"
    HAGUE = "hague"
    """Whether it is a partner of the United States under the Hague Abduction Convention."""
    PROVISIONAL_ARREST = "provisional_arrest"
    """Within how many days of a provisional arrest the full request for extradition is due."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What a country asks for, as recorded. It is never edited: one is withdrawn and another one added."""

    id: str
    country: str
    topic: Topic
    text: str
    source: str
    recorded_at: datetime
    recorded_by: Actor
    withdrawn_at: datetime | None = None
    withdrawn_by: Actor | None = None
