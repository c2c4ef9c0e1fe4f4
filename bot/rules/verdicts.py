"""Verdicts: what the facts of a notice say about one condition of its publication."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.forms.common import THE_AGENCY

Answers = Mapping[str, str]


class Standing(StrEnum):
    MET = "met"
    OPEN = "open"
    """What would show it has not been given yet."""
    FAILED = "failed"
    """What was given shows that it does not hold."""
    WARNED = "warned"
    """It holds as far as this desk can say, and the General Secretariat may see it otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    standing: Standing
    why: str = ""
    """A sentence: what is wanted, what is wrong, or what may happen; and what would be right instead."""
    field: str = ""
    """Name of the question beside which it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition. It reads facts: dates, numbers, references. No tick alone satisfies it."""

    name: str
    label: str
    source: str
    """Where it stands written; the README says which of these are background knowledge."""
    reads: tuple[str, ...]
    """Names of the questions whose answers it looks at."""
    judge: Callable[[Answers], Verdict | None]
    """None: it is no condition of this notice."""
    owed_by: str = THE_AGENCY
    background: bool = False
    """The source is known by hearsay: the text itself was not at hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    condition: Condition
    verdict: Verdict

    @property
    def holds(self) -> bool:
        return self.verdict.standing in {Standing.MET, Standing.WARNED}


MET = Verdict(standing=Standing.MET)


def lacking(field: str, why: str) -> Verdict:
    """It is not shown yet; the sentence says what would show it."""
    return Verdict(standing=Standing.OPEN, why=why, field=field)


def failed(field: str, why: str) -> Verdict:
    """It does not hold; the sentence says what would be right."""
    return Verdict(standing=Standing.FAILED, why=why, field=field)


def warned(why: str) -> Verdict:
    return Verdict(standing=Standing.WARNED, why=why)


def all_given(answers: Answers, names: Mapping[str, str]) -> Verdict:
    """Met when each of these was answered; else it says, in the words of the mapping, what is wanted."""
    wanted = [(name, words) for name, words in names.items() if not answers.get(name)]
    if not wanted:
        return MET
    return lacking(wanted[0][0], f"Wanted: {', '.join(words for _, words in wanted)}.")
