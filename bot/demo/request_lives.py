"""One request in each further state. Everything is invented."""

from bot.demo.lives import ALL_SEVEN, Deed, RequestLife, ago, deed, sent, subject
from bot.demo.people import DUTY, OFFICER, REQUESTER, DemoPerson
from storage.records.requests import Priority, RequestKind


def accepted(filed: float, who: DemoPerson = OFFICER) -> tuple[Deed, ...]:
    """Claimed an hour after it was filed, accepted an hour later."""
    return (
        deed(filed - 1 / 24, who, "claim"),
        deed(filed - 2 / 24, who, "accept", criteria=ALL_SEVEN),
    )


def transmitted(filed: float, days: float, reference: str) -> tuple[Deed, ...]:
    transmission = deed(
        days,
        OFFICER,
        "transmit",
        requirements="looked_at",
        content="request",
        authority="requesting_agency",
        **sent(reference),
    )
    return (*accepted(filed), transmission)


_FACTS = {"facts": "Invented example for the desk to work on."}
_FACTS_OF_A_CASE = {**_FACTS, "priority": Priority.NORMAL}

REQUESTS = (
    RequestLife(
        kind=RequestKind.PARENTAL_ABDUCTION,
        country="ES",
        filed=ago(0, 7),
        answers={**subject("Exemplar", "Robyn", "2019-03"), "taken_by": "Invented: the father", **_FACTS},
        deeds=accepted(7 / 24),
    ),
    RequestLife(
        kind=RequestKind.TRAFFICKING,
        country="TH",
        filed=ago(4),
        answers={"crime": "trafficking", **_FACTS_OF_A_CASE},
        deeds=transmitted(4, 3, "EX-IPW-401"),
    ),
    RequestLife(
        kind=RequestKind.INQUIRY,
        country="CA",
        filed=ago(7),
        answers={"asked": "identity", **subject("Exemplar", "Sam", "1985"), **_FACTS_OF_A_CASE},
        deeds=(*transmitted(7, 6, "EX-IPW-402"), deed(5, OFFICER, "receipt")),
    ),
    RequestLife(
        kind=RequestKind.MISSING_ADULT,
        country="IT",
        filed=ago(9),
        answers={
            "person_is": "missing",
            "sex": "female",
            **subject("Exemplar", "Alex", "1971"),
            **_FACTS_OF_A_CASE,
        },
        deeds=(*transmitted(9, 8, "EX-IPW-403"), deed(2, OFFICER, "follow_up")),
    ),
    RequestLife(
        kind=RequestKind.REMOVAL,
        country="DE",
        filed=ago(1),
        answers={**subject("Exemplar", "Jesse", "1962"), "removed_on": -20, "predator": "no"},
        deeds=(
            *transmitted(1, 0.5, "EX-IPW-404"),
            deed(0.01, OFFICER, "wrong", error="Invented: the flight is on another day."),
        ),
    ),
    RequestLife(
        kind=RequestKind.VICTIM_IDENTIFICATION,
        country="GB",
        filed=ago(6),
        answers={"evidence_reference": "EX-ES-405", "ongoing": "no", **_FACTS_OF_A_CASE},
        deeds=(
            *transmitted(6, 5, "EX-IPW-405"),
            deed(1, OFFICER, "answer", answer="Invented: a school badge was recognised.", answered_on=0),
        ),
    ),
    RequestLife(
        kind=RequestKind.MISSING_CHILD,
        country="CA",
        filed=ago(16),
        answers={**subject("Exemplar", "Jamie", "2012-09"), **_FACTS_OF_A_CASE},
        deeds=(
            *transmitted(16, 15, "EX-IPW-406"),
            deed(12, OFFICER, "answer", answer="Invented: found with relatives.", answered_on=0),
            deed(11, OFFICER, "close", outcome="returned_home"),
        ),
    ),
    RequestLife(
        kind=RequestKind.NONCOMPLIANT_OFFENDER,
        country="MX",
        filed=ago(5),
        answers={**subject("Exemplar", "Morgan", "1968"), **_FACTS_OF_A_CASE},
        deeds=(
            deed(4.9, DUTY, "claim"),
            deed(
                4.5, DUTY, "reject", criterion="international", reason="Invented: nothing points abroad yet."
            ),
        ),
    ),
    RequestLife(
        kind=RequestKind.INQUIRY,
        country="PT",
        filed=ago(3),
        answers={"asked": "identity", **subject("Exemplar", "Chris", "1977"), **_FACTS_OF_A_CASE},
        deeds=(deed(2.9, DUTY, "claim"), deed(2.5, REQUESTER, "withdraw")),
    ),
)
