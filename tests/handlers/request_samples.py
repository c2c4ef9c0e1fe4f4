"""Views of requests at their limits: hostile text as long as each field takes, and as much as can be."""

from collections.abc import Mapping
from dataclasses import replace

from bot.desk.request_facts import Alike
from bot.rules import messages, request_steps
from handlers.forms import beginning, step
from handlers.forms.beginning import Beginning
from handlers.views import (
    agency_alerts,
    cards,
    confirmations,
    copy_text,
    drafts,
    filed,
    own,
    refusal,
    request_details,
)
from handlers.views.blocks import Message, View
from storage.records.people import PersonId
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, LiaisonRequest, RequestKind, RequestState
from tests.handlers import brim, request_facts
from tests.handlers.examples import DESK, LONG_LINE, LONGEST, request

STATES = [request_facts.in_state(state) for state in RequestState]
ALIKE = (
    Alike(unit=LONG_LINE, signs=("person", "document", "case"), reference="LR-2026-00001"),
    Alike(unit="the desk", signs=("address",), reference=None),
)
CORRECTED = [
    replace(each, kind=RequestKind.TRAVEL, departs_on="2026-11-30", outcome="informed") for each in STATES
]
OFFICERS: Mapping[PersonId | None, tuple[int, int]] = {
    None: (3, 0),
    **{PersonId(f"U0{number}"): (number, number) for number in range(40)},
}


def hostile(kind: RequestKind, way: Direction = Direction.OUTGOING) -> LiaisonRequest:
    return request_facts.filled(kind, way, text=LONGEST)


def _details(kind: RequestKind, way: Direction, *, works: bool) -> View:
    return request_details.view(request_facts.request_details(hostile(kind, way), works=works), DESK)


def _text(kind: RequestKind, way: Direction) -> View:
    of = hostile(kind, way)
    text = messages.abroad(of, DESK.names.country)
    return copy_text.view(of.reference, text, messages.query(of), accepted=False)


MESSAGES: Mapping[str, Message] = {
    **{
        f"card of a {each.state} request": cards.request(request_facts.request_card(each), DESK)
        for each in STATES
    },
    **{
        f"card of a {each.state} journey": cards.request(request_facts.request_card(each, alerts=3), DESK)
        for each in CORRECTED
    },
    **{f"own {each.state} request": own.message(request_facts.own(each), DESK) for each in STATES},
    **{f"own {each.state} journey": own.message(request_facts.own(each), DESK) for each in CORRECTED},
    "filed request": filed.message(request_facts.filed(hostile(RequestKind.MISSING_CHILD), *ALIKE), DESK),
    "filed journey": filed.message(request_facts.filed(CORRECTED[0], *ALIKE), DESK),
    "agency alert": agency_alerts.message(request_facts.alert_facts(agency=LONG_LINE), DESK),
    "call of an agency": agency_alerts.call(request_facts.alert_facts(agency=LONG_LINE, telephone=LONG_LINE)),
    "call of an agency that knows": agency_alerts.call(
        request_facts.alert_facts(acknowledged=True, agency=LONG_LINE)
    ),
    "acknowledged alert": agency_alerts.message(request_facts.alert_facts(acknowledged=True), DESK),
    "no drafts": drafts.message([], DESK),
    "drafts": drafts.message(
        [*(request_facts.draft(number) for number in range(9)), request_facts.draft(10, form="")], DESK
    ),
    "draft thrown away": drafts.discarded(),
    "request moved": confirmations.moved(RecordKind.REQUEST, request()),
    **{f"taken: {each.name}": confirmations.taken(request(), each.name) for each in request_steps.STEPS},
    "next item": confirmations.next_item(request(), DESK),
    "no next item": confirmations.next_item(None, DESK),
    "load": confirmations.load(OFFICERS),
    "no load": confirmations.load({}),
    "alert acknowledged": confirmations.alert_acknowledged(request()),
    "watching": confirmations.watching(request(), on=True),
    "watching no more": confirmations.watching(request(), on=False),
}

VIEWS: Mapping[str, View] = {
    "beginning": beginning.render(Beginning(key="k"), DESK),
    "beginning with all of it known": beginning.render(
        Beginning(
            key="k",
            kind=RequestKind.INQUIRY,
            direction=Direction.INCOMING,
            country="BA",
            from_open_channel=True,
            note=LONGEST,
        ),
        DESK,
    ),
    "name of a protected subject": request_details.named(hostile(RequestKind.MISSING_CHILD)),
    **{f"{way} {kind} details for an officer": _details(kind, way, works=True) for kind, way in brim.WAYS},
    **{f"{way} {kind} details for a requester": _details(kind, way, works=False) for kind, way in brim.WAYS},
    **{f"{way} {kind} text": _text(kind, way) for kind, way in brim.WAYS},
    "filed request in a modal": refusal.as_modal(MESSAGES["filed request"]),
    "drafts in a modal": refusal.as_modal(MESSAGES["drafts"]),
    **{
        f"step {offered.name} of a {each.kind}": form
        for each in (*STATES, *CORRECTED)
        for offered in (*request_facts.request_card(each).offered, *request_facts.own(each).offered)
        for card in (request_facts.request_card(each), request_facts.own(each, asked=LONGEST))
        if (form := step.of_card(RecordKind.REQUEST, card, offered.name, brim.LISTS))
    },
}
