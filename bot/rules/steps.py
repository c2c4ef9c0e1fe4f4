"""The shape of a step: who may take it, from where to where, and what it asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

State = TypeVar("State", bound=StrEnum)


class AskKind(StrEnum):
    LINE = "line"
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing that a step needs to know."""

    name: str
    label: str
    kind: AskKind
    required: bool = True
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()
    """Value and label of each choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A step that stands open for a record as it is now; a button on its card."""

    name: str
    label: str
    asks: tuple[Ask, ...] = ()
    """Empty: the click does it."""
    danger: bool = False
    primary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[State]):
    """One row of a table of steps: the record moves from any of `starts` to `to`."""

    name: str
    label: str
    starts: frozenset[State]
    to: State | None
    """None: the answers say which state it leads to."""
    asks: tuple[Ask, ...] = ()
    danger: bool = False
    primary: bool = False

    def offered(self) -> Offered:
        return Offered(
            name=self.name, label=self.label, asks=self.asks, danger=self.danger, primary=self.primary
        )
