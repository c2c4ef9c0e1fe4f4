"""One request and one notice in each further state, as rows: what was filed, and what has become of it since.

Everything is invented.
"""

from dataclasses import dataclass
from datetime import timedelta

from bot.demo.notice_samples import Answers
from bot.demo.people import DemoPerson
from bot.rules.criteria import CRITERIA
from storage.records.notices import Colour, Means
from storage.records.requests import RequestKind

ALL_SEVEN = ",".join(code for code, _ in CRITERIA)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A step that somebody took so long ago."""

    ago: timedelta
    who: DemoPerson
    step: str
    answers: Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLife:
    kind: RequestKind
    country: str
    filed: timedelta
    answers: Answers
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLife:
    colour: Colour
    country: str
    filed: timedelta
    answers: Answers
    deeds: tuple[Deed, ...]
    means: Means = Means.NOTICE


def ago(days: float, hours: float = 0) -> timedelta:
    return timedelta(days=days, hours=hours)


def deed(days: float, who: DemoPerson, step: str, **answers: str | int) -> Deed:
    return Deed(ago=ago(days), who=who, step=step, answers=answers)


def subject(family_name: str, forename: str, birth: str) -> dict[str, str]:
    return {"family_name": family_name, "forename": forename, "birth": birth}


def sent(reference: str) -> dict[str, str | int]:
    return {"message_reference": reference, "sent_on": 0}
