"""People, moments and records: plain ones, and hostile text as long as an input takes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.policy import load
from bot.rules.colours import FILED_HERE, form_of
from bot.rules.steps import AskKind
from handlers.views.words import DeskWords
from storage.records.notices import Colour, Notice, NoticeId, NoticeState, RecordEvent
from storage.records.people import Actor, Person, PersonId, Role
from storage.records.requests import (
    Channel,
    Direction,
    LiaisonRequest,
    Offence,
    OnBehalf,
    Priority,
    RequestId,
    RequestKind,
    RequestState,
)
from storage.records.terms import TermKind
from storage.reference import terms

NOW = datetime(2026, 11, 22, 7, 5, tzinfo=UTC)
LATER = NOW + timedelta(hours=24)
ADA = PersonId("U0ADA")
ABROAD = PersonId("T9/U0ZOE")
HOME_TEAM = "T1"
EVIL = "evil.example"
HOSTILE = f"<!channel> <@U0ADA> *bold* <https://{EVIL}|press> :red_circle: & مرحبا 👩‍👩‍👧‍👦 "
LONGEST = (HOSTILE * 60)[:3000]
"""As long as an input takes."""
LONG_LINE = LONGEST[:300]
POLICY = replace(load(), email="desk@agency.example", telephone="202-555-0100")


class StillNames:
    """The names that examples need, as a registry would give them."""

    def country(self, code: str) -> str | None:
        return {"FR": "France", "CI": "Côte d'Ivoire", "BA": "Bosnia & Herzegovina"}.get(code)

    def offence(self, code: str) -> str | None:
        return dict(self.offered(TermKind.OFFENCE)).get(code)

    def agency(self, agency_id: str) -> str | None:
        return {"example-city-police": "Example City Police (VA)", "harbor-city-police": LONG_LINE}.get(
            agency_id
        )

    def offered(self, kind: TermKind) -> Sequence[tuple[str, str]]:
        return [(row["code"], row["label"]) for row in terms() if row["kind"] == kind]


DESK = DeskWords(zone=ZoneInfo("America/New_York"), names=StillNames(), policy=lambda: POLICY)

OFFICER = Person(id=ADA, role=Role.OFFICER, checked_at=NOW)
REQUESTER = Person(id=PersonId("U0BEN"), role=Role.REQUESTER, checked_at=NOW)


def request(*, line: str = "text", long: str = "text") -> LiaisonRequest:
    return LiaisonRequest(
        id=RequestId("r1"),
        reference="LR-2026-00042",
        kind=RequestKind.MISSING_CHILD,
        direction=Direction.OUTGOING,
        country="FR",
        offence=Offence.KIDNAPPING,
        agency_id=None,
        agency_name=line,
        agency_case=line,
        priority=Priority.URGENT,
        facts=long,
        contact=long,
        on_behalf=OnBehalf(channel=Channel.TELEPHONE, call_back=line),
        filed_by=ADA,
        state=RequestState.SUBMITTED,
        state_since=NOW,
        owner=ABROAD,
        due_at=LATER,
        created_at=NOW,
    )


def notice(
    colour: Colour,
    *,
    line: str = "text",
    long: str = "text",
    state: NoticeState = NoticeState.REVIEW,
    birth: str = "1980-05-17",
    answers: Mapping[str, str] | None = None,
) -> Notice:
    direction = Direction.OUTGOING if colour in FILED_HERE else Direction.INCOMING
    form = form_of(colour, direction)
    filled = {ask.name: long if ask.kind is AskKind.TEXT else line for ask in (form.asks if form else ())}
    named = {"family_name": line, "forename": line, "birth": birth, "role": "witness", "subject": "adult"}
    return Notice(
        id=NoticeId("n1"),
        reference="NT-2026-00007",
        colour=colour,
        country="FR",
        answers={**filled, **named} if answers is None else {**named, **answers},
        request_id=None,
        agency_id=None,
        agency_name=line,
        agency_case=line,
        filed_by=ADA,
        owner=ADA,
        approved_by=None,
        state=state,
        state_since=NOW,
        control_number=line,
        due_at=LATER,
        created_at=NOW,
        direction=direction,
    )


def event(evidence: str = "", *, step: str = "filed", state: str = "submitted") -> RecordEvent:
    return RecordEvent(
        record_id="n1",
        at=NOW,
        actor=Actor(ADA),
        step=step,
        state=state,
        evidence={"reason": evidence} if evidence else {},
    )
