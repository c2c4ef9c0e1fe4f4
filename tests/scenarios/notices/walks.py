"""The steps of a notice as they are taken from its card, and whole lives that are made of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from storage.records.notices import Colour
from tests.scenarios.notices.cases import EVIDENCE, LETTER, SEVEN, TODAY
from tests.world import DAN, OLGA

Walked = tuple[str, str, Mapping[str, object], str]
"""Who takes a step, its button, what its form is given, and the state on the card after it."""

CLAIM: Walked = (OLGA, "Claim", {}, "in review")
LEGAL: Walked = (OLGA, "Legal review", {"reviewer": "Example prosecutor"}, "in legal review")
APPROVE: Walked = (DAN, "Approve", {"criteria": SEVEN}, "approved")
QUERY = {"question": "Which law, invented?", "asked_on": TODAY, "answer_due": "2026-11-27"}
SENT: Sequence[Walked] = (
    (OLGA, "Sent to the General Secretariat", LETTER, "sent to the General Secretariat"),
    (OLGA, "Queried", QUERY, "queried by the General Secretariat"),
    (OLGA, "Query answered", LETTER, "sent to the General Secretariat"),
    (OLGA, "Published", {"control_number": "a1234/11-2026", "published_on": TODAY}, "published"),
)
CIRCULATED: Sequence[Walked] = (
    (OLGA, "Circulated", LETTER, "circulated as a diffusion"),
    (OLGA, "Queried", QUERY, "queried by the General Secretariat"),
    (OLGA, "Query answered", LETTER, "circulated as a diffusion"),
)
LOCATED = {"located_on": TODAY, "located_in": ["FR"], "evidence": EVIDENCE}
FOUND: Sequence[Walked] = (
    (OLGA, "Located", LOCATED, "located"),
    (OLGA, "Country answered", LETTER, "located"),
)
FOUND_SAFE: Sequence[Walked] = ((OLGA, "Located", {**LOCATED, "safe": "yes"}, "located"), FOUND[1])
ARREST = {"arrested_on": TODAY, "arrested_in": "FR", "treaty_days": "45", "evidence": EVIDENCE}
ARRESTED: Walked = (OLGA, "Arrested", ARREST, "provisionally arrested")
REQUESTED: Walked = (
    OLGA,
    "Extradition requested",
    {"requested_on": TODAY, "evidence": EVIDENCE},
    "extradition pending",
)
RETURNED: Walked = (OLGA, "Returned", {"returned_on": TODAY, "evidence": EVIDENCE}, "returned")
INFORMED: Walked = (
    OLGA,
    "Information came",
    {"came_on": TODAY, "came_from": ["FR"], "information": "Invented: seen there.", "evidence": EVIDENCE},
    "information received",
)
GOES_ON: Walked = (OLGA, "Goes on", {"reason": "More is wanted, invented."}, "published")
TRAVELLED: Walked = (
    OLGA,
    "Travel reported",
    {"travelled_on": TODAY, "travelled_to": ["MX"], "evidence": EVIDENCE},
    "published",
)
ADDENDUM: Walked = (OLGA, "Addendum sent", {"addendum": "A new alias, invented.", **LETTER}, "published")
WITHDRAWN: Sequence[Walked] = (
    (OLGA, "Ask for withdrawal", {"why": "achieved", **LETTER}, "withdrawal requested"),
    (OLGA, "Withdrawn", {"withdrawn_on": TODAY, "evidence": EVIDENCE}, "withdrawn"),
)
UNKNOWN: Mapping[str, object] = {"subject": "unidentified", "description": "Tall, invented", "sex": "male"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """From the form to the withdrawal."""

    title: str
    colour: Colour
    steps: Sequence[Walked]
    way: str = ""
    """What is typed behind the country."""
    answers: Mapping[str, object] = field(default_factory=dict)


LIVES = (
    Life(
        title="Red Notice",
        colour=Colour.RED,
        steps=(CLAIM, LEGAL, APPROVE, *SENT, *FOUND, ARRESTED, REQUESTED, RETURNED, *WITHDRAWN),
    ),
    Life(
        title="Red diffusion",
        colour=Colour.RED,
        way="diffusion",
        steps=(CLAIM, LEGAL, APPROVE, *CIRCULATED, ARRESTED, RETURNED, *WITHDRAWN),
    ),
    Life(
        title="Blue Notice",
        colour=Colour.BLUE,
        steps=(CLAIM, APPROVE, *SENT, INFORMED, GOES_ON, *FOUND, *WITHDRAWN),
    ),
    Life(
        title="Green Notice",
        colour=Colour.GREEN,
        steps=(CLAIM, APPROVE, *SENT, TRAVELLED, ADDENDUM, *WITHDRAWN),
    ),
    Life(
        title="Yellow Notice",
        colour=Colour.YELLOW,
        steps=(CLAIM, APPROVE, *SENT, *FOUND_SAFE, RETURNED, *WITHDRAWN),
    ),
    Life(
        title="Yellow Notice",
        colour=Colour.YELLOW,
        steps=(CLAIM, APPROVE, *SENT, INFORMED, *WITHDRAWN),
        answers=UNKNOWN,
    ),
    Life(
        title="Yellow diffusion",
        colour=Colour.YELLOW,
        way="diffusion",
        steps=(CLAIM, APPROVE, *CIRCULATED, *FOUND_SAFE, RETURNED, *WITHDRAWN),
    ),
)
