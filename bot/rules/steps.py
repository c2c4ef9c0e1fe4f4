"""The shape of a step: who may take it, from where to where, and what it asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from bot.rules.permissions import Act

State = TypeVar("State", bound=StrEnum)


class AskKind(StrEnum):
    LINE = "line"
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"
    """Any number of a list; the answer is their values with commas between them."""
    BIRTH = "birth"
    """`1990`, `1990-05` or `1990-05-17`."""
    COUNTRY = "country"
    COUNTRIES = "countries"
    """Other members; codes with commas between them."""
    NATIONS = "nations"
    """The same, and the United States may be one."""
    AGENCY = "agency"
    AGENCIES = "agencies"
    """Ids with commas between them."""
    OFFICER = "officer"
    OFFENCE = "offence"
    PROGRAMME = "programme"
    WEB_ADDRESS = "web_address"
    """Kept so that nothing can open it."""


class Sign(StrEnum):
    """By what two records are found to be about the same: see `bot.rules.subjects`."""

    NAME = "name"
    """The answer is a part of the name, which counts together with the birth."""
    BIRTH = "birth"
    DOCUMENT = "document"
    FBI_NUMBER = "fbi_number"
    A_NUMBER = "a_number"
    CASE = "case"
    """A number that its agency or country has given: it counts together with whose it is."""
    SERIES = "series"
    CYBERTIP = "cybertip"
    ADDRESS = "address"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Only asked when an earlier answer is one of these."""

    name: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What an identifier looks like, as a pattern for the whole of it, and what to say when it does not."""

    pattern: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing that a step or a form needs to know."""

    name: str
    label: str
    kind: AskKind
    required: bool = True
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()
    """Value and label of each choice."""
    initial: str = ""
    """Stands there before anybody answers."""
    when: When | None = None
    wanted: str = ""
    """Who owes it when it is left out, such as `the agency`: it stands on the checklist. Empty: nobody."""
    shape: Shape | None = None
    sign: Sign | None = None
    abroad: bool = True
    """Whether it may stand in what goes abroad."""
    masked: bool = False
    """Shown by its last characters only."""
    heading: str = ""
    """What stands before the answer in what goes abroad, where that is not the label."""
    instead: str = ""
    """Name of a question of which the answer counts as one to this, too."""
    future: bool = False
    """A date that may not be past; else one that may not be in the future."""

    def is_asked(self, answers: Mapping[str, str]) -> bool:
        """Whether it is asked at all after these answers."""
        return self.when is None or answers.get(self.when.name, "") in self.when.answers


def asks_after(asks: Sequence[Ask], answers: Mapping[str, str]) -> list[Ask]:
    """Those that are asked after these answers; one that is not asked brings no other one into view."""
    given, found = dict(answers), []
    for ask in asks:
        if ask.is_asked(given):
            found.append(ask)
        else:
            given.pop(ask.name, None)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some questions of a form that are opened together."""

    name: str
    label: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What is asked at once, and what may follow section by section."""

    first: tuple[Ask, ...]
    sections: tuple[Section, ...] = ()

    @property
    def asks(self) -> tuple[Ask, ...]:
        return (*self.first, *(ask for section in self.sections for ask in section.asks))

    def ask(self, name: str) -> Ask | None:
        return next((each for each in self.asks if each.name == name), None)

    def section(self, name: str) -> Section | None:
        return next((each for each in self.sections if each.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A step that stands open for a record as it is now; a button on its card."""

    name: str
    label: str
    asks: tuple[Ask, ...] = ()
    """Empty: the click does it."""
    danger: bool = False
    primary: bool = False
    aside: bool = False
    """It moves nothing on by itself: its button stands in a second row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[State]):
    """One row of a table of steps: the record moves from any of `starts` to `to`."""

    name: str
    label: str
    starts: frozenset[State]
    to: State | None
    """None: the answers say which state it leads to, or the state stays."""
    asks: tuple[Ask, ...] = ()
    danger: bool = False
    primary: bool = False
    aside: bool = False
    taker: Act = Act.WORK
    """What somebody must be allowed, to take it."""

    def offered(self) -> Offered:
        return Offered(
            name=self.name,
            label=self.label,
            asks=self.asks,
            danger=self.danger,
            primary=self.primary,
            aside=self.aside,
        )
