"""The fields of a question: what each of them, or a word without one, asks of the stores."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.rules import notice_states, references, requests
from bot.rules.kinds import BY_WORD
from bot.rules.texts import state_words
from storage.records.notices import Colour, Means, NoticeState
from storage.records.people import Person, PersonId, Role
from storage.records.queries import Number, RecordQuery, case_key, entity_key
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, Priority, RequestKind, RequestState

_AGE = re.compile(r"(\d{1,3})([hdwy]?)")
_UNIT = {
    "": timedelta(days=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
    "y": timedelta(days=365),
}
_PERSON = re.compile(r"<?@?([UW][A-Z0-9]{2,20})(\|[^>]*)?>?", re.IGNORECASE)
_LEAST = 3
"""A number of fewer letters and digits fits too much."""


def _states(kind: RecordKind, every: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """By the word that the desk keeps, and by those that people read."""
    kept = {state: frozenset({state}) for state in every}
    return {slug(state_words(kind, state)): states for state, states in kept.items()} | kept


def slug(words: str) -> str:
    """As words are compared: `needs-info` and `Needs info` are one."""
    return re.sub(r"\W+", "_", words.casefold())


_STATES: Mapping[RecordKind, Mapping[str, frozenset[str]]] = {
    RecordKind.NOTICE: {
        **_states(RecordKind.NOTICE, list(NoticeState)),
        "pending": frozenset(notice_states.PENDING),
        "open": frozenset(notice_states.LIVE),
        "over": frozenset(notice_states.OVER),
    },
    RecordKind.REQUEST: {
        **_states(RecordKind.REQUEST, list(RequestState)),
        "pending": frozenset(requests.LIVE),
        "open": frozenset(requests.LIVE),
        "over": frozenset(requests.OVER),
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What the words are read against, and what they have said so far."""

    kind: RecordKind
    asker: Person
    now: datetime
    countries: Mapping[str, str]
    """Codes by their names and by themselves, as `slug` writes both."""
    query: RecordQuery = field(default_factory=RecordQuery)

    def read(self, name: str, value: str) -> RecordQuery | None:
        """The question with this field added, or None when it says nothing to the desk."""
        reading = _NAMED.get(name)
        return reading(self, value) if reading else None

    def bare(self, value: str) -> RecordQuery | None:
        """The same for a word of its own, or several together."""
        return next((query for reading in _BARE if (query := reading(self, value)) is not None), None)

    def by_colour(self, value: str) -> RecordQuery | None:
        if self.kind is not RecordKind.NOTICE or value.casefold() not in set(Colour):
            return None
        return replace(self.query, colours=self.query.colours | {Colour(value.casefold())})

    def by_means(self, value: str) -> RecordQuery | None:
        if self.kind is not RecordKind.NOTICE or value.casefold() not in set(Means):
            return None
        return replace(self.query, means=self.query.means | {Means(value.casefold())})

    def by_direction(self, value: str) -> RecordQuery | None:
        if value.casefold() not in set(Direction):
            return None
        return replace(self.query, directions=self.query.directions | {Direction(value.casefold())})

    def by_kind(self, value: str) -> RecordQuery | None:
        word = slug(value)
        kind = BY_WORD.get(value.casefold()) or next((each for each in RequestKind if each == word), None)
        if self.kind is not RecordKind.REQUEST or kind is None:
            return None
        return replace(self.query, kinds=self.query.kinds | {kind})

    def by_state(self, value: str) -> RecordQuery | None:
        states = _STATES[self.kind].get(slug(value))
        return replace(self.query, states=self.query.states | states) if states else None

    def by_tag(self, value: str) -> RecordQuery | None:
        """`predator` counts what is marked for Operation Predator; else a programme by its code."""
        if self.kind is not RecordKind.REQUEST or not value:
            return None
        answered = ("predator", "yes") if value.casefold() == "predator" else ("programme", slug(value))
        return replace(self.query, answered=answered)

    def by_priority(self, value: str) -> RecordQuery | None:
        if self.kind is not RecordKind.REQUEST or value.casefold() not in set(Priority):
            return None
        return replace(self.query, priorities=self.query.priorities | {Priority(value.casefold())})

    def by_owner(self, value: str) -> RecordQuery | None:
        word = value.casefold()
        if word in {"mine", "me"}:
            return self._mine()
        if word in {"nobody", "none", "unowned"}:
            return replace(self.query, unowned=True)
        found = _PERSON.fullmatch(value)
        return replace(self.query, owner=PersonId(found[1].upper())) if found else None

    def _mine(self) -> RecordQuery:
        """A requester's own are those filed, an officer's those owned."""
        if self.asker.role is Role.REQUESTER:
            return replace(self.query, filed_by=self.asker.id)
        return replace(self.query, owner=self.asker.id)

    def by_habit(self, value: str) -> RecordQuery | None:
        """Words that need no field."""
        word = value.casefold()
        if word == "overdue":
            return replace(self.query, overdue_at=self.now)
        return self.by_owner(word) if word in {"mine", "unowned"} else None

    def by_older(self, value: str) -> RecordQuery | None:
        span = _span(value)
        return None if span is None else replace(self.query, created_before=self.now - span)

    def by_due(self, value: str) -> RecordQuery | None:
        """Within so many days from now, what is overdue among it."""
        span = _span(value)
        return None if span is None else replace(self.query, due_before=self.now + span)

    def by_country(self, value: str) -> RecordQuery | None:
        code = self.countries.get(slug(value))
        return replace(self.query, countries=self.query.countries | {code}) if code else None

    def by_reference(self, value: str) -> RecordQuery | None:
        found = references.recognise(value)
        if found is None or found.startswith(references.ESCALATION):
            return None
        return replace(self.query, references=self.query.references | {found})

    def by_number(self, value: str) -> RecordQuery | None:
        key = case_key(value)
        if len(key) < _LEAST:
            return None
        control = references.control_number(value) or value.strip()
        number = Number(case=key, control=control, entity=entity_key(value))
        return replace(self.query, numbers=self.query.numbers | {number})


_NAMED: Mapping[str, Callable[[Reader, str], RecordQuery | None]] = {
    "colour": Reader.by_colour,
    "color": Reader.by_colour,
    "means": Reader.by_means,
    "direction": Reader.by_direction,
    "kind": Reader.by_kind,
    "state": Reader.by_state,
    "older": Reader.by_older,
    "due": Reader.by_due,
    "priority": Reader.by_priority,
    "tag": Reader.by_tag,
    "owner": Reader.by_owner,
    "country": Reader.by_country,
    "reference": Reader.by_reference,
    "ref": Reader.by_reference,
    "number": Reader.by_number,
    "control": Reader.by_number,
    "case": Reader.by_number,
    "entity": Reader.by_number,
}
_BARE: Sequence[Callable[[Reader, str], RecordQuery | None]] = (
    Reader.by_habit,
    Reader.by_reference,
    Reader.by_colour,
    Reader.by_means,
    Reader.by_direction,
    Reader.by_state,
    Reader.by_priority,
    Reader.by_kind,
    Reader.by_country,
)
FIELDS = (*_NAMED, "agency", "name")
"""What may stand before a colon."""


def vocabulary(kind: RecordKind) -> tuple[str, ...]:
    """Words that mean something without a field."""
    states = (state.replace("_", "-") for state in _STATES[kind])
    own = (*Colour, *Means) if kind is RecordKind.NOTICE else (*Priority, *BY_WORD)
    return (*states, *Direction, *own, "overdue", "mine", "unowned")


def _span(value: str) -> timedelta | None:
    age = _AGE.fullmatch(value.casefold())
    return int(age[1]) * _UNIT[age[2]] if age else None
