"""What the desk tells the views of requests, for tests of them: plain, and filled in to the brim."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.desk import cards
from bot.desk.request_facts import AlertFacts, Alike, Filed, OwnRequest, RequestCard, RequestDetails
from bot.rules import checklist, deadlines
from bot.rules.requests import COLUMNS
from handlers.forms.fields import INPUT_LIMIT, LINE_LIMIT
from handlers.views.blocks import cut
from storage.records.alerts import Alert
from storage.records.disclosures import Authority, Content, Disclosure
from storage.records.drafts import Draft, DraftId
from storage.records.people import Actor
from storage.records.reminders import RecordKind
from storage.records.requests import (
    Direction,
    LiaisonRequest,
    Partner,
    RequestKind,
    RequestState,
)
from tests.handlers import brim
from tests.handlers.examples import ABROAD, ADA, LATER, NOW, POLICY, event, request

OTHERS = tuple(f"LR-2026-{number:05}" for number in range(1, 6))


def filled(
    kind: RequestKind = RequestKind.MISSING_CHILD, way: Direction = Direction.OUTGOING, **changes: Any
) -> LiaisonRequest:
    """A request whose every answer is as long as its field takes; changes are the record's or answers'."""
    text = changes.pop("text", brim.LONGEST)
    answers = brim.answers(brim.whole(kind, way), text) | changes.pop("answers", {})
    return replace(
        request(line=cut(text, LINE_LIMIT), long=cut(text, INPUT_LIMIT)),
        kind=kind,
        direction=way,
        agency_id="example-city-police",
        answers={name: answer for name, answer in answers.items() if name not in COLUMNS},
        departs_on="2026-11-30",
        **changes,
    )


def request_card(
    of: LiaisonRequest | None = None, *, alerts: int = 0, merged_into: str | None = None
) -> RequestCard:
    of = of or request()
    told = checklist.items(of, (), brim.DESK.country_name)
    alerted = [alert(n) for n in range(alerts)]
    return cards.request_card(of, told, alerted, notices=(), merged_into=merged_into, late=_is_late(of))


def own(of: LiaisonRequest | None = None, *, asked: str = "") -> OwnRequest:
    of = of or request()
    return cards.own_request(
        of, checklist.items(of, (), brim.DESK.country_name), asked, late=_is_late(of), policy=POLICY
    )


def filed(of: LiaisonRequest | None = None, *alike: Alike) -> Filed:
    of = of or request()
    return Filed(
        request=of,
        answer_by=LATER,
        missing=checklist.missing(checklist.items(of, (), brim.DESK.country_name)),
        late=_is_late(of),
        alike=alike,
    )


def request_details(
    of: LiaisonRequest | None = None,
    *,
    works: bool = True,
    may_name: bool = True,
    told: int = 30,
    events: int = 30,
) -> RequestDetails:
    """As an officer sees it; a requester's has no log, and one of an alerted agency gets no name."""
    of = of or request()
    log = tuple(disclosure(number) for number in range(told)) if works else ()
    return RequestDetails(
        request=of,
        events=(event(brim.TEXT),) * events,
        items=checklist.items(of, log, brim.DESK.country_name),
        told=log,
        alerts=(alert(1), replace(alert(2), acknowledged_at=NOW)) if works else (),
        alike=OTHERS if works else (),
        preserved_until=LATER,
        send_by=LATER,
        late=_is_late(of),
        works=works,
        may_name=may_name,
    )


def disclosure(number: int, **changes: Any) -> Disclosure:
    """The last of them is the newest."""
    made = Disclosure(
        id=f"d{number}",
        record_id="r1",
        at=NOW + timedelta(minutes=number),
        by=Actor(ABROAD),
        recipient=Partner.NCMEC,
        content=Content.IDENTITY,
        authority=Authority.SOURCE_COUNTRY,
        told_on="2026-11-20",
        reference=brim.LINE,
    )
    return replace(made, **changes)


def alert(number: int) -> Alert:
    return Alert(id=f"a{number}", record_kind=RecordKind.REQUEST, record_id="r1", agency_id="ex", told_at=NOW)


def alert_facts(
    *, acknowledged: bool = False, agency: str = "Example County Sheriff's Office", telephone: str = ""
) -> AlertFacts:
    return AlertFacts(
        id="a1",
        record_kind=RecordKind.REQUEST,
        record_id="r1",
        reference="LR-2026-00042",
        kind=RequestKind.TRAVEL,
        colour=None,
        country="BA",
        arrives_on="2026-11-30",
        agency=agency,
        told_at=NOW,
        acknowledged_at=LATER if acknowledged else None,
        acknowledged_by=Actor(ADA) if acknowledged else None,
        telephone=telephone,
    )


def draft(number: int = 1, form: str = RequestKind.TRAVEL) -> Draft:
    return Draft(
        id=DraftId(f"d{number}"),
        person=ADA,
        form=form,
        answers={"direction": "incoming", "country": "BA", "facts": brim.TEXT, "family_name": brim.LINE},
        saved_at=NOW,
    )


def in_state(state: RequestState, **changes: Any) -> LiaisonRequest:
    return replace(request(), state=state, **changes)


def of_kind(kind: RequestKind, way: Direction = Direction.OUTGOING, **answers: str) -> LiaisonRequest:
    """With these answers of its kind and no others."""
    return replace(request(), kind=kind, direction=way, answers=answers)


JOURNEY = replace(of_kind(RequestKind.TRAVEL, departs_on="2026-11-30"), departs_on="2026-11-30")
"""It was announced eight days before it."""


def _is_late(of: LiaisonRequest) -> bool:
    return deadlines.announced_late(of, POLICY, brim.DESK.zone)
