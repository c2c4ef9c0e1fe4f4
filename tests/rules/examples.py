"""Invented facts that rules are tried on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.rules.answers import Bounds
from bot.rules.fields import earliest_today, latest_today
from bot.rules.notices import COLUMNS as NOTICE_COLUMNS
from bot.rules.notices import NoticeForm
from bot.rules.requests import COLUMNS, RequestForm
from storage.records.countries import Country
from storage.records.escalations import Escalation, EscalationId, EscalationState
from storage.records.notices import Colour, Notice, NoticeId, NoticeState
from storage.records.people import Actor, PersonId
from storage.records.requests import (
    Direction,
    LiaisonRequest,
    Offence,
    OnBehalf,
    Priority,
    RequestId,
    RequestKind,
    RequestState,
)
from tests.notice_samples import RECEIVED, WHOLE
from tests.rules.filled import least, whole

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
BOUNDS = Bounds(earliest=earliest_today(NOW), latest=latest_today(NOW), limit=LIMIT, countries=COUNTRIES)

ADA = PersonId("UADA")
BORIS = PersonId("UBORIS")
CHIDI = PersonId("UCHIDI")
DORA = PersonId("UDORA")


def after(**span: float) -> datetime:
    return NOW + timedelta(**span)


def a_request_form(**changes: Any) -> RequestForm:
    """A fugitive's, outgoing to France; changes are the form's own facts, and answers by their names.

    A form of another kind has the fewest answers with which it is filed. `answers` are taken as they are.
    """
    named = {name: value for name, value in changes.items() if name not in _OF_THE_FORM}
    kind = changes.get("kind", RequestKind.FUGITIVE)
    direction = changes.get("direction", Direction.OUTGOING)
    usual = {"agency_case": "2026/17", "contact": "The front desk, by telephone"}
    if kind is RequestKind.FUGITIVE:
        usual |= {"offence": Offence.KIDNAPPING, "priority": Priority.NORMAL}
    given = {**usual, **_caller(named.pop("on_behalf", None)), **named}
    return RequestForm(
        kind=kind,
        direction=direction,
        country=changes.get("country", "FR"),
        answers=changes["answers"] if "answers" in changes else least(kind, direction, given),
    )


_OF_THE_FORM = frozenset({"kind", "direction", "country", "answers"})


def _caller(on_behalf: OnBehalf | None) -> dict[str, str]:
    return {"channel": on_behalf.channel, "call_back": on_behalf.call_back} if on_behalf else {}


def a_request(**changes: Any) -> LiaisonRequest:
    """As it is kept; the answers are all those of its kind unless they are changed."""
    kind = changes.get("kind", RequestKind.FUGITIVE)
    direction = changes.get("direction", Direction.OUTGOING)
    answers = {name: answer for name, answer in whole(kind, direction).items() if name not in COLUMNS}
    request = LiaisonRequest(
        id=RequestId("r1"),
        reference="LR-2026-00001",
        kind=kind,
        direction=direction,
        country="FR",
        offence=Offence.KIDNAPPING,
        agency_id="example-city-police",
        agency_name="Example City Police Department",
        agency_case="2026/17",
        priority=Priority.NORMAL,
        facts="An invented story.",
        contact="The front desk, by telephone",
        on_behalf=None,
        filed_by=ADA,
        state=RequestState.SUBMITTED,
        state_since=NOW,
        owner=None,
        due_at=None,
        created_at=NOW,
        answers=answers,
    )
    return replace(request, **changes)


def a_notice_form(colour: Colour = Colour.RED, **changes: Any) -> NoticeForm:
    """Of which nothing is missing; changes are the form's own facts, and answers by their names.

    `answers` are taken as they are.
    """
    named = {name: value for name, value in changes.items() if name not in _OF_THE_NOTICE}
    own = {name: changes[name] for name in ("direction", "means") if name in changes}
    return NoticeForm(
        colour=colour,
        country=changes.get("country", "FR"),
        answers=changes.get("answers", {**_whole_of(colour, changes), **named}),
        **own,
    )


_OF_THE_NOTICE = frozenset({"answers", "country", "direction", "means"})


def _whole_of(colour: Colour, changes: Mapping[str, Any]) -> Mapping[str, str]:
    received = changes.get("direction") is Direction.INCOMING or colour not in WHOLE
    return RECEIVED if received else WHOLE[colour]


def a_notice(**changes: Any) -> Notice:
    """As it is kept; the answers are all those of its colour unless they are changed."""
    colour = changes.get("colour", Colour.RED)
    answers = _whole_of(colour, changes)
    notice = Notice(
        id=NoticeId("n1"),
        reference="NT-2026-00001",
        colour=colour,
        country="FR",
        answers={name: answer for name, answer in answers.items() if name not in NOTICE_COLUMNS},
        request_id=None,
        agency_id="example-city-police",
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
