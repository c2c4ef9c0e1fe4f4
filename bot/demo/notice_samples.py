"""Answers of invented notices for the example desk: each colour, and one from abroad."""

from collections.abc import Mapping

AGENCY = "example-county-sheriff"
ROBIN = {"family_name": "Sample", "forename": "Robin", "birth": "1965-02-11"}
"""The subject of the Green Notice travels again."""
Answers = Mapping[str, str | int]
"""By the names of the form. A whole number is the date so many days before they are given."""

CHILD: Answers = {
    "subject": "child",
    "family_name": "Example",
    "forename": "Casey",
    "birth": "2018-05",
    "sex": "unknown",
    "photo": "Evidence item EX-77",
    "facts": "Invented example: not brought back from a visit.",
    "police_report": "EX-2026-0117",
    "recorded_on": 3,
    "last_seen_on": 4,
    "last_seen": "At home, Example County",
    "agency": AGENCY,
    "agency_case": "EX-2026-0117",
}
"""A Yellow Notice of which two things are still missing."""
NOT_YET_OF_THE_CHILD: Answers = {"whereabouts": "unknown", "looked_on": 1, "ncic": "M000000001"}
"""Those two."""

FUGITIVE: Answers = {
    "family_name": "Placeholder",
    "forename": "Pat",
    "birth": "1979",
    "sex": "male",
    "fingerprints": "EX-12",
    "basis": "prosecution",
    "facts": "Invented example: failed to appear for trial in Example County.",
    "facts_on": 400,
    "facts_place": "Example City, Example County",
    "charge": "Invented charge",
    "law": "Example Code section 1",
    "matter": "ordinary",
    "penalty": "10 years",
    "warrant": "EX-W-5",
    "warrant_court": "Example County Court",
    "warrant_on": 90,
    "prosecutor": "Example prosecutor's office",
    "committed_on": 10,
    "extradite_from": "all",
    "oia_contact": "Example contact",
    "oia_on": 9,
    "ncic": "W000000001",
    "agency": AGENCY,
    "agency_case": "EX-2026-0031",
}
"""A Red Notice that meets its conditions."""

OFFENDER: Answers = {
    **ROBIN,
    "sex": "male",
    "document": "EX0000031",
    "based_on": "convictions",
    "convictions": "Invented example: two convictions in Example County.",
    "facts": "Invented example: travels to work with children.",
    "assessor": "Example State ICAC Task Force (East)",
    "assessed_on": 30,
    "risk": "Invented example: high risk of travel.",
    "agency": AGENCY,
    "agency_case": "EX-2026-0008",
}
"""A Green Notice that meets its conditions."""

WANTED_ABROAD: Answers = {
    "family_name": "Muster",
    "forename": "Kim",
    "birth": "1984-08",
    "control_number": "A-901/1-2026",
    "issued_on": 1,
    "facts": "Invented example: wanted for trial, and may live with family in Example County.",
    "offence": "trafficking",
    "offices": AGENCY,
    "their_reference": "EX-NL-0077, yesterday",
}
"""Another country's Red Notice, which concerns the sheriff's county."""
BLUE: Answers = {
    "known": "yes",
    "role": "witness",
    "sought": "whereabouts",
    "sex": "unknown",
    "description": "Tall, grey hair",
    "facts": "Invented example: saw what happened in Example City.",
    "connection": "Saw the invented crime.",
    "facts_on": 30,
    "facts_place": "Example City",
    "agency": AGENCY,
    "agency_case": "EX-2026-0055",
}
"""A Blue Notice about a witness, without the name."""
