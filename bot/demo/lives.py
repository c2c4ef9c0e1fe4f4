"""One request and one notice in each further state, as rows: what was filed, and what has become of it since.

Everything is invented.
"""

from dataclasses import dataclass
from datetime import timedelta

from bot.demo import notice_samples as samples
from bot.demo.notice_samples import Answers
from bot.demo.people import DUTY, OFFICER, REQUESTER, SUPERVISOR, DemoPerson
from bot.rules.criteria import CRITERIA
from storage.records.notices import Colour, Means
from storage.records.requests import Priority, RequestKind

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


def _ago(days: float, hours: float = 0) -> timedelta:
    return timedelta(days=days, hours=hours)


def _deed(days: float, who: DemoPerson, step: str, **answers: str | int) -> Deed:
    return Deed(ago=_ago(days), who=who, step=step, answers=answers)


def _subject(family_name: str, forename: str, birth: str) -> dict[str, str]:
    return {"family_name": family_name, "forename": forename, "birth": birth}


def _sent(reference: str) -> dict[str, str | int]:
    return {"message_reference": reference, "sent_on": 0}


def _accepted(filed: float, who: DemoPerson = OFFICER) -> tuple[Deed, ...]:
    """Claimed an hour after it was filed, accepted an hour later."""
    return (
        _deed(filed - 1 / 24, who, "claim"),
        _deed(filed - 2 / 24, who, "accept", criteria=ALL_SEVEN),
    )


def _transmitted(filed: float, days: float, reference: str) -> tuple[Deed, ...]:
    sent = _deed(
        days,
        OFFICER,
        "transmit",
        requirements="looked_at",
        content="request",
        authority="requesting_agency",
        **_sent(reference),
    )
    return (*_accepted(filed), sent)


def _approved(filed: float, *, red: bool = False) -> tuple[Deed, ...]:
    """A Red Notice passes a look at its law between claim and approval."""
    law = (_deed(filed - 1.5, OFFICER, "legal_review", reviewer="Example prosecutor's office, and OIA"),)
    return (
        _deed(filed - 1, OFFICER, "claim"),
        *(law if red else ()),
        _deed(filed - 2, SUPERVISOR, "approve", criteria=ALL_SEVEN),
    )


def _published(filed: float, days: float, control_number: str) -> tuple[Deed, ...]:
    reference = f"EX-I247-{control_number[2:5]}"
    return (
        *_approved(filed, red=control_number.startswith("A")),
        _deed(filed - 3, OFFICER, "send", **_sent(reference)),
        _deed(days, OFFICER, "publish", control_number=control_number, published_on=0),
    )


_FACTS = {"facts": "Invented example for the desk to work on."}
_FACTS_OF_A_CASE = {**_FACTS, "priority": Priority.NORMAL}

REQUESTS = (
    RequestLife(
        kind=RequestKind.PARENTAL_ABDUCTION,
        country="ES",
        filed=_ago(0, 7),
        answers={**_subject("Exemplar", "Robyn", "2019-03"), "taken_by": "Invented: the father", **_FACTS},
        deeds=_accepted(7 / 24),
    ),
    RequestLife(
        kind=RequestKind.TRAFFICKING,
        country="TH",
        filed=_ago(4),
        answers={"crime": "trafficking", **_FACTS_OF_A_CASE},
        deeds=_transmitted(4, 3, "EX-IPW-401"),
    ),
    RequestLife(
        kind=RequestKind.INQUIRY,
        country="CA",
        filed=_ago(7),
        answers={"asked": "identity", **_subject("Exemplar", "Sam", "1985"), **_FACTS_OF_A_CASE},
        deeds=(*_transmitted(7, 6, "EX-IPW-402"), _deed(5, OFFICER, "receipt")),
    ),
    RequestLife(
        kind=RequestKind.MISSING_ADULT,
        country="IT",
        filed=_ago(9),
        answers={
            "person_is": "missing",
            "sex": "female",
            **_subject("Exemplar", "Alex", "1971"),
            **_FACTS_OF_A_CASE,
        },
        deeds=(*_transmitted(9, 8, "EX-IPW-403"), _deed(2, OFFICER, "follow_up")),
    ),
    RequestLife(
        kind=RequestKind.REMOVAL,
        country="DE",
        filed=_ago(1),
        answers={**_subject("Exemplar", "Jesse", "1962"), "removed_on": -20, "predator": "no"},
        deeds=(
            *_transmitted(1, 0.5, "EX-IPW-404"),
            _deed(0.01, OFFICER, "wrong", error="Invented: the flight is on another day."),
        ),
    ),
    RequestLife(
        kind=RequestKind.VICTIM_IDENTIFICATION,
        country="GB",
        filed=_ago(6),
        answers={"evidence_reference": "EX-ES-405", "ongoing": "no", **_FACTS_OF_A_CASE},
        deeds=(
            *_transmitted(6, 5, "EX-IPW-405"),
            _deed(1, OFFICER, "answer", answer="Invented: a school badge was recognised.", answered_on=0),
        ),
    ),
    RequestLife(
        kind=RequestKind.MISSING_CHILD,
        country="CA",
        filed=_ago(16),
        answers={**_subject("Exemplar", "Jamie", "2012-09"), **_FACTS_OF_A_CASE},
        deeds=(
            *_transmitted(16, 15, "EX-IPW-406"),
            _deed(12, OFFICER, "answer", answer="Invented: found with relatives.", answered_on=0),
            _deed(11, OFFICER, "close", outcome="returned_home"),
        ),
    ),
    RequestLife(
        kind=RequestKind.NONCOMPLIANT_OFFENDER,
        country="MX",
        filed=_ago(5),
        answers={**_subject("Exemplar", "Morgan", "1968"), **_FACTS_OF_A_CASE},
        deeds=(
            _deed(4.9, DUTY, "claim"),
            _deed(
                4.5, DUTY, "reject", criterion="international", reason="Invented: nothing points abroad yet."
            ),
        ),
    ),
    RequestLife(
        kind=RequestKind.INQUIRY,
        country="PT",
        filed=_ago(3),
        answers={"asked": "identity", **_subject("Exemplar", "Chris", "1977"), **_FACTS_OF_A_CASE},
        deeds=(_deed(2.9, DUTY, "claim"), _deed(2.5, REQUESTER, "withdraw")),
    ),
)

NOTICES = (
    NoticeLife(
        colour=Colour.GREEN,
        country="TH",
        filed=_ago(20),
        answers=samples.OFFENDER,
        deeds=_published(20, 12, "C-900/1-2026"),
    ),
    NoticeLife(
        colour=Colour.BLUE,
        country="IT",
        filed=_ago(0, 2),
        answers={**_subject("Specimen", "Drew", "1988"), **samples.BLUE},
        deeds=(),
    ),
    NoticeLife(
        colour=Colour.BLUE,
        country="NL",
        filed=_ago(2),
        answers={**_subject("Specimen", "Kit", "1991"), **samples.BLUE},
        deeds=(
            _deed(1.8, DUTY, "claim"),
            _deed(0.4, DUTY, "ask_info", missing="When was the person seen last?"),
        ),
    ),
    NoticeLife(
        colour=Colour.BLUE,
        country="SE",
        filed=_ago(3),
        answers={**_subject("Specimen", "Lou", "1983"), **samples.BLUE},
        deeds=(_deed(2, OFFICER, "claim"), _deed(0.2, SUPERVISOR, "approve", criteria=ALL_SEVEN)),
    ),
    NoticeLife(
        colour=Colour.GREEN,
        country="VN",
        filed=_ago(8),
        answers={**samples.OFFENDER, **_subject("Specimen", "Max", "1959")},
        deeds=(*_approved(8), _deed(5, OFFICER, "send", **_sent("EX-I247-811"))),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="BR",
        filed=_ago(12),
        answers={**samples.FUGITIVE, **_subject("Specimen", "Noa", "1980")},
        deeds=(
            *_approved(12, red=True),
            _deed(9, DUTY, "send", **_sent("EX-I247-812")),
            _deed(
                0.5,
                DUTY,
                "query",
                question="Invented: which law was broken?",
                asked_on=0,
                answer_due=-4,
            ),
        ),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="DE",
        filed=_ago(10),
        means=Means.DIFFUSION,
        answers={**samples.FUGITIVE, **_subject("Specimen", "Ollie", "1975"), "recipients": "DE,AT"},
        deeds=(*_approved(10, red=True), _deed(7, DUTY, "circulate", **_sent("EX-I247-813"))),
    ),
    NoticeLife(
        colour=Colour.GREEN,
        country="KH",
        filed=_ago(60),
        answers={**samples.OFFENDER, **_subject("Specimen", "Parker", "1961")},
        deeds=(
            *_published(60, 50, "C-814/3-2026"),
            _deed(
                20,
                SUPERVISOR,
                "suspend",
                justification="Invented: his identity is looked at again.",
                suspended_on=0,
                evidence="EX-I247-824",
            ),
        ),
    ),
    NoticeLife(
        colour=Colour.BLUE,
        country="GR",
        filed=_ago(30),
        answers={**_subject("Specimen", "Quinn", "1979"), **samples.BLUE},
        deeds=(
            *_published(30, 25, "B-815/3-2026"),
            _deed(
                1,
                OFFICER,
                "identified",
                came_on=0,
                came_from="GR",
                information="Invented: an address in Example City.",
                evidence="EX-ATH-1",
            ),
        ),
    ),
    NoticeLife(
        colour=Colour.YELLOW,
        country="BE",
        filed=_ago(14),
        answers={**samples.CHILD, **samples.NOT_YET_OF_THE_CHILD, **_subject("Specimen", "Ray", "2014-06")},
        deeds=(
            *_published(14, 10, "F-816/3-2026"),
            _deed(0.1, OFFICER, "located", located_on=0, located_in="BE", safe="yes", evidence="EX-BRU-2"),
        ),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="CO",
        filed=_ago(90),
        answers={**samples.FUGITIVE, **_subject("Specimen", "Sasha", "1972")},
        deeds=(
            *_published(90, 80, "A-817/3-2026"),
            _deed(
                12, DUTY, "arrested", arrested_on=0, arrested_in="CO", treaty_days="60", evidence="EX-BOG-3"
            ),
        ),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="ES",
        filed=_ago(120),
        answers={**samples.FUGITIVE, **_subject("Specimen", "Toni", "1969")},
        deeds=(
            *_published(120, 110, "A-818/3-2026"),
            _deed(40, DUTY, "arrested", arrested_on=0, arrested_in="ES", evidence="EX-MAD-4"),
            _deed(10, DUTY, "extradition", requested_on=0, evidence="EX-MAD-5"),
        ),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="PL",
        filed=_ago(200),
        answers={**samples.FUGITIVE, **_subject("Specimen", "Uli", "1966")},
        deeds=(
            *_published(200, 190, "A-819/3-2026"),
            _deed(1, DUTY, "returned", returned_on=0, evidence="EX-WAW-6"),
        ),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="IE",
        filed=_ago(150),
        answers={**samples.FUGITIVE, **_subject("Specimen", "Val", "1964")},
        deeds=(
            *_published(150, 140, "A-820/3-2026"),
            _deed(20, DUTY, "returned", returned_on=0, evidence="EX-DUB-7"),
            _deed(
                19,
                DUTY,
                "ask_withdrawal",
                why="achieved",
                returned_on=20,
                **_sent("EX-I247-830"),
            ),
            _deed(15, DUTY, "withdrawn", withdrawn_on=0, evidence="EX-I247-831"),
        ),
    ),
    NoticeLife(
        colour=Colour.RED,
        country="RO",
        filed=_ago(6),
        answers={**samples.FUGITIVE, **_subject("Specimen", "Wren", "1993")},
        deeds=(
            _deed(5.5, DUTY, "claim"),
            _deed(5, DUTY, "reject", criterion="reason", reason="Invented: the warrant was lifted."),
        ),
    ),
)
