"""Invented facts that rules are tried on."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.rules.notices import NoticeForm
from bot.rules.requests import RequestForm
from storage.records.countries import Country
from storage.records.escalations import Escalation, EscalationId, EscalationState
from storage.records.notices import Colour, Identity, Notice, NoticeId, NoticeState, Sex
from storage.records.people import Actor, PersonId
from storage.records.requests import Direction, Offence, Priority, RequestKind

NOW = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
TODAY = NOW.date()
LIMIT = 100
COUNTRIES = {
    "FR": Country(code="FR", name="France"),
    "ZA": Country(code="ZA", name="South Africa"),
    "US": Country(code="US", name="United States"),
    "CN": Country(code="CN", name="China"),
    "HK": Country(code="HK", name="Hong Kong", parent="CN"),
    "XA": Country(code="XA", name="Former Example", left_on="2026-01-31"),
}
NAMES = {code: country.name for code, country in COUNTRIES.items()}

ADA = PersonId("UADA")
BORIS = PersonId("UBORIS")
CHIDI = PersonId("UCHIDI")
DORA = PersonId("UDORA")

IDENTITY = Identity(
    family_name="Example",
    forename="Edgar",
    sex=Sex.MALE,
    birth="1990-05",
    identifier="Fingerprints, reference EX-1",
)

BLOCKS = {
    Colour.RED: {
        "facts": "Invented facts in Example City.",
        "charge": "Kidnapping, 18 USC 1201",
        "basis": "prosecution",
        "penalty": "20 years",
        "warrant": "Example District Court, 26-1, 2026-01-05",
        "extradition": "Prosecutor of the Example District, 2026-01-06",
    },
    Colour.BLUE: {"role": "witness", "sought": "Whereabouts", "facts": "Invented facts."},
    Colour.GREEN: {"grounds": "Two convictions", "assessor": "Example County", "assessment": "High"},
    Colour.YELLOW: {
        "police_report": "EX-2, recorded 2026-02-01",
        "last_seen": "2026-01-31, Example City",
        "age_group": "child",
        "circumstances": "Did not come home.",
    },
}


def after(**span: float) -> datetime:
    return NOW + timedelta(**span)


def a_request_form(**changes: Any) -> RequestForm:
    form = RequestForm(
        kind=RequestKind.FUGITIVE,
        direction=Direction.OUTGOING,
        country="FR",
        offence=Offence.KIDNAPPING,
        agency="example-city-police",
        agency_case="2026/17",
        priority=Priority.NORMAL,
        facts="An invented story.",
        contact="The front desk, by telephone",
    )
    return replace(form, **changes)


def a_notice_form(colour: Colour = Colour.RED, **changes: Any) -> NoticeForm:
    form = NoticeForm(
        colour=colour,
        country="FR",
        identity=IDENTITY,
        block=BLOCKS[colour],
        agency="example-city-police",
        agency_case="2026/17",
    )
    return replace(form, **changes)


def a_notice(**changes: Any) -> Notice:
    notice = Notice(
        id=NoticeId("n1"),
        reference="NT-2026-00001",
        colour=Colour.RED,
        country="FR",
        identity=IDENTITY,
        block=BLOCKS[Colour.RED],
        request_id=None,
        agency_id=None,
        agency_name="Example City Police Department",
        agency_case="2026/17",
        filed_by=ADA,
        owner=None,
        approved_by=None,
        state=NoticeState.SUBMITTED,
        state_since=NOW,
        control_number=None,
        due_at=None,
        created_at=NOW,
    )
    return replace(notice, **changes)


def an_escalation(**changes: Any) -> Escalation:
    escalation = Escalation(
        id=EscalationId("e1"),
        reference="ES-2026-00001",
        record_id=None,
        record_reference=None,
        words="",
        priority=Priority.FLASH,
        opened_by=Actor(ADA),
        identity_unchecked=False,
        opened_at=NOW,
        state=EscalationState.OPEN,
        rung=0,
        told=(),
        next_step_at=None,
    )
    return replace(escalation, **changes)
