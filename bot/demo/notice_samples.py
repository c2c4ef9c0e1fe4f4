"""Answers of invented notices for the example desk: a child, a fugitive, an offender, and one from abroad."""

from collections.abc import Callable, Mapping

AGENCY = "example-county-sheriff"
ROBIN = {"family_name": "Sample", "forename": "Robin", "birth": "1965-02-11"}
"""The subject of the Green Notice travels again."""
Day = Callable[[int], str]
"""The date of that many days ago, as a form has it."""


def child(day: Day) -> Mapping[str, str]:
    """A Yellow Notice of which two things are still missing."""
    return {
        "subject": "child",
        "family_name": "Example",
        "forename": "Casey",
        "birth": "2018-05",
        "sex": "unknown",
        "photo": "Evidence item EX-77",
        "facts": "Invented example: not brought back from a visit.",
        "police_report": "EX-2026-0117",
        "recorded_on": day(3),
        "last_seen_on": day(4),
        "last_seen": "At home, Example County",
        "agency": AGENCY,
        "agency_case": "EX-2026-0117",
    }


def fugitive(day: Day) -> Mapping[str, str]:
    """A Red Notice that meets its conditions."""
    return {
        "family_name": "Placeholder",
        "forename": "Pat",
        "birth": "1979",
        "sex": "male",
        "fingerprints": "EX-12",
        "basis": "prosecution",
        "facts": "Invented example: failed to appear for trial in Example County.",
        "facts_on": day(400),
        "facts_place": "Example City, Example County",
        "charge": "Invented charge",
        "law": "Example Code section 1",
        "matter": "ordinary",
        "penalty": "10 years",
        "warrant": "EX-W-5",
        "warrant_court": "Example County Court",
        "warrant_on": day(90),
        "prosecutor": "Example prosecutor's office",
        "committed_on": day(10),
        "extradite_from": "all",
        "oia_contact": "Example contact",
        "oia_on": day(9),
        "ncic": "W000000001",
        "agency": AGENCY,
        "agency_case": "EX-2026-0031",
    }


def offender(day: Day) -> Mapping[str, str]:
    """A Green Notice that meets its conditions."""
    return {
        **ROBIN,
        "sex": "male",
        "document": "EX0000031",
        "based_on": "convictions",
        "convictions": "Invented example: two convictions in Example County.",
        "facts": "Invented example: travels to work with children.",
        "assessor": "Example State ICAC Task Force (East)",
        "assessed_on": day(30),
        "risk": "Invented example: high risk of travel.",
        "agency": AGENCY,
        "agency_case": "EX-2026-0008",
    }


def wanted_abroad(day: Day) -> Mapping[str, str]:
    """Another country's Red Notice, which concerns the sheriff's county."""
    return {
        "family_name": "Muster",
        "forename": "Kim",
        "birth": "1984-08",
        "control_number": "A-901/1-2026",
        "issued_on": day(1),
        "facts": "Invented example: wanted for trial, and may live with family in Example County.",
        "offence": "trafficking",
        "offices": AGENCY,
        "their_reference": "EX-NL-0077, yesterday",
    }
