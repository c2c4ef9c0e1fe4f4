"""Invented answers for the form of each colour: the least with which it is filed, and all that it needs."""

from collections.abc import Mapping

from storage.records.notices import Colour

Answers = Mapping[str, str]
PERSON = {"family_name": "Example", "forename": "Edgar", "birth": "1990-05"}
CHILD = {"family_name": "Example", "forename": "Casey", "birth": "2018-05"}

LEAST: Mapping[Colour, Answers] = {
    Colour.RED: {**PERSON, "basis": "prosecution", "facts": "Invented facts in Example City."},
    Colour.BLUE: {
        **PERSON,
        "known": "yes",
        "role": "witness",
        "sought": "whereabouts",
        "facts": "Invented facts: saw it happen.",
    },
    Colour.GREEN: {**PERSON, "based_on": "convictions", "facts": "Invented facts: works with children."},
    Colour.YELLOW: {**CHILD, "subject": "child", "facts": "Invented facts: did not come home."},
}
"""Without agency and case number."""

_MORE: Mapping[Colour, Answers] = {
    Colour.RED: {
        "sex": "male",
        "fingerprints": "EX-1",
        "facts_on": "2025-11-02",
        "facts_place": "Example City",
        "charge": "Kidnapping",
        "law": "18 USC 1201",
        "matter": "ordinary",
        "penalty": "20 years",
        "warrant": "26-1",
        "warrant_court": "Example District Court",
        "warrant_on": "2026-01-05",
        "warrant_copy": "EX-9",
        "prosecutor": "Prosecutor of the Example District",
        "committed_on": "2026-01-06",
        "extradite_from": "all",
        "oia_contact": "Example contact",
        "oia_on": "2026-01-07",
        "ncic": "W000000001",
    },
    Colour.BLUE: {
        "sex": "male",
        "description": "Tall, grey hair",
        "connection": "Saw the invented crime.",
        "facts_on": "2025-11-02",
        "facts_place": "Example City",
    },
    Colour.GREEN: {
        "sex": "male",
        "document": "EX0000031",
        "convictions": "Two invented ones, Example Court, 2019",
        "assessor": "Example task force",
        "assessed_on": "2026-01-05",
        "risk": "Invented: high risk of travel.",
        "registered_in": "Example State",
    },
    Colour.YELLOW: {
        "sex": "unknown",
        "photo": "EX-77",
        "police_report": "EX-2",
        "recorded_on": "2026-02-01",
        "last_seen_on": "2026-01-31",
        "last_seen": "Example City",
        "whereabouts": "unknown",
        "looked_on": "2026-02-02",
        "ncic": "M000000001",
    },
}
"""Besides the least: what meets every condition."""
OF_THE_CASE = {"agency": "example-city-police", "agency_case": "2026/17"}
_CONTACT = {"contact": "The front desk, by telephone", "offence": "kidnapping", "nrs": "EX-NRS-1"}

WHOLE: Mapping[Colour, Answers] = {
    colour: {**least, **_MORE[colour], **OF_THE_CASE, **_CONTACT} for colour, least in LEAST.items()
}
"""With agency and case number: nothing is missing."""
RECEIVED: Answers = {
    **PERSON,
    "control_number": "A-77/2-2026",
    "issued_on": "2026-02-20",
    "facts": "Invented: wanted for trial.",
}
"""Of another country's notice about somebody."""


def least(colour: Colour) -> Answers:
    return {**LEAST[colour], **OF_THE_CASE}


def more(colour: Colour) -> Answers:
    """What has to be added to the least, besides the case number, before it can be approved."""
    return _MORE[colour]
