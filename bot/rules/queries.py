"""Queries: reads `colour:red state:pending older:30d country:FR overdue mine` as a question to the stores."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.rules import notice_states, requests
from bot.rules.kinds import BY_WORD
from bot.rules.places import country
from storage.records.notices import Colour, NoticeState
from storage.records.people import Person, Role
from storage.records.queries import RecordQuery
from storage.records.reminders import RecordKind
from storage.records.requests import Priority, RequestKind, RequestState

_AGE = re.compile(r"(\d{1,3})([hdwy])")
_UNIT = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1), "y": timedelta(days=365)}

_STATES: Mapping[RecordKind, Mapping[str, frozenset[str]]] = {
    RecordKind.NOTICE: {
        **{state.value: frozenset({state.value}) for state in NoticeState},
        "pending": frozenset(notice_states.PENDING),
        "open": frozenset(notice_states.LIVE),
        "over": frozenset(notice_states.OVER),
    },
    RecordKind.REQUEST: {
        **{state.value: frozenset({state.value}) for state in RequestState},
        "pending": frozenset(requests.LIVE),
        "open": frozenset(requests.LIVE),
        "over": frozenset(requests.OVER),
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    query: RecordQuery
    not_understood: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """What the words are read against."""

    kind: RecordKind
    asker: Person
    now: datetime
    countries: Mapping[str, str]
    query: RecordQuery = field(default_factory=RecordQuery)

    def read(self, word: str) -> RecordQuery | None:
        """The question with this word added, or None when it says nothing to the desk."""
        name, colon, value = word.casefold().partition(":")
        if not colon:
            return self._bare(name)
        reading = _NAMED.get(name)
        return reading(self, value) if reading else None

    def _bare(self, word: str) -> RecordQuery | None:
        if word == "overdue":
            return replace(self.query, overdue_at=self.now)
        if word == "mine":
            return self._mine()
        return self.by_colour(word) or self.by_state(word)

    def _mine(self) -> RecordQuery:
        """A requester's own are those filed, an officer's those owned."""
        if self.asker.role is Role.REQUESTER:
            return replace(self.query, filed_by=self.asker.id)
        return replace(self.query, owner=self.asker.id)

    def by_colour(self, value: str) -> RecordQuery | None:
        if self.kind is not RecordKind.NOTICE or value not in set(Colour):
            return None
        return replace(self.query, colours=self.query.colours | {Colour(value)})

    def by_kind(self, value: str) -> RecordQuery | None:
        kind = BY_WORD.get(value) or next((each for each in RequestKind if each == value), None)
        if self.kind is not RecordKind.REQUEST or kind is None:
            return None
        return replace(self.query, kinds=self.query.kinds | {kind})

    def by_state(self, value: str) -> RecordQuery | None:
        states = _STATES[self.kind].get(value.replace("-", "_"))
        return replace(self.query, states=self.query.states | states) if states else None

    def by_tag(self, value: str) -> RecordQuery | None:
        """`predator` counts what is marked for Operation Predator; else a programme by its code."""
        if self.kind is not RecordKind.REQUEST or not value:
            return None
        answered = ("predator", "yes") if value == "predator" else ("programme", value.replace("-", "_"))
        return replace(self.query, answered=answered)

    def by_priority(self, value: str) -> RecordQuery | None:
        if self.kind is not RecordKind.REQUEST or value not in set(Priority):
            return None
        return replace(self.query, priorities=self.query.priorities | {Priority(value)})

    def by_older(self, value: str) -> RecordQuery | None:
        age = _AGE.fullmatch(value)
        return replace(self.query, created_before=self.now - int(age[1]) * _UNIT[age[2]]) if age else None

    def by_country(self, value: str) -> RecordQuery | None:
        code = country(value, self.countries)
        return replace(self.query, country=code) if code else None


_NAMED: Mapping[str, Callable[[_Reader, str], RecordQuery | None]] = {
    "colour": _Reader.by_colour,
    "color": _Reader.by_colour,
    "kind": _Reader.by_kind,
    "state": _Reader.by_state,
    "older": _Reader.by_older,
    "priority": _Reader.by_priority,
    "tag": _Reader.by_tag,
    "country": _Reader.by_country,
}


def parse(
    words: str, *, kind: RecordKind, asker: Person, now: datetime, countries: Mapping[str, str]
) -> Parsed:
    """The question that the words ask of notices or requests, and the words that say nothing to the desk."""
    reader = _Reader(kind=kind, asker=asker, now=now, countries=countries)
    not_understood: list[str] = []
    for word in words.split():
        query = reader.read(word)
        if query is None:
            not_understood.append(word)
        else:
            reader = replace(reader, query=query)
    return Parsed(query=reader.query, not_understood=tuple(not_understood))
