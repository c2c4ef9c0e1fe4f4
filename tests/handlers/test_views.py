"""Every view at its limits: Slack takes it, and text from people stays text."""

import json
from collections.abc import Iterator, Mapping

import pytest

from bot.sandbox.blocks import check_message, check_view
from handlers.answers import fits, message_body, update_body
from handlers.forms import escalate, hand, note, notice, request, resolve, step
from handlers.views import (
    alarms,
    announcements,
    cards,
    confirmations,
    details,
    home,
    listing,
    oncall,
    page_list,
    pages,
    refusal,
    status,
    storms,
    timeline,
)
from handlers.views import help as help_view
from handlers.views.blocks import Message, View
from storage.records.announcements import (
    ALARMS,
    TOGETHER,
    FilesRefused,
    PagedAgain,
    PageMoved,
    RecordDue,
    RecordFiled,
    RecordMoved,
    RecordOverdue,
)
from storage.records.escalations import EscalationId, EscalationState
from storage.records.notices import Colour, NoticeState
from storage.records.people import Actor
from storage.records.reminders import RecordKind
from tests.handlers import examples, facts, registry_samples
from tests.handlers.examples import ABROAD, ADA, DESK, EVIL, LATER, LONG_LINE, LONGEST, NOW

ANNOUNCEMENTS = (
    RecordFiled(
        record_kind=RecordKind.REQUEST,
        record_id="r1",
        reference="LR-2026-00042",
        due_at=NOW,
        answer_by=LATER,
    ),
    RecordMoved(
        record_kind=RecordKind.NOTICE, record_id="n1", reference="NT-2026-00007", state="published", by=ADA
    ),
    RecordDue(
        record_kind=RecordKind.REQUEST,
        record_id="r1",
        reference="LR-2026-00042",
        state="submitted",
        due_at=NOW,
        late=True,
        snoozed=True,
    ),
    RecordOverdue(
        record_kind=RecordKind.NOTICE,
        record_id="n1",
        reference="NT-2026-00007",
        state="review",
        due_at=NOW,
        overdue_at=LATER,
        owner=ABROAD,
        late=True,
    ),
    PagedAgain(escalation_id=EscalationId("e1"), reference="ES-2026-00003", by=ABROAD),
    PageMoved(
        escalation_id=EscalationId("e1"),
        reference="ES-2026-00003",
        state=EscalationState.RESOLVED,
        by=Actor(ABROAD),
    ),
    FilesRefused(person=ADA),
)

MESSAGES: Mapping[str, Message] = {
    "request card": cards.request(facts.request_card(agency=LONG_LINE), DESK),
    **{
        f"notice card {colour} {state}": cards.notice(
            facts.notice_card(colour, state, agency=LONG_LINE), DESK
        )
        for colour in Colour
        for state in NoticeState
    },
    **{f"page {state}": pages.page(facts.page(state), DESK) for state in EscalationState},
    **{
        f"alarm {kind} {state}": alarms.render(facts.alarm(kind), facts.page(state), DESK)
        for kind in sorted(ALARMS)
        for state in EscalationState
    },
    **{
        f"storm of {kind}": storms.message(kind, [facts.page(each) for each in EscalationState] * 8, DESK)
        for kind in sorted(TOGETHER)
    },
    "thread of a page": timeline.thread(facts.timeline(100), DESK),
    "timeline by words": timeline.message(facts.timeline(60), DESK),
    "list of pages": page_list.message(facts.home(60).pages, DESK),
    "report": page_list.report(facts.page_report(), DESK),
    **{f"where a page stands, {state}": pages.standing(facts.page(state), DESK) for state in EscalationState},
    **{type(each).__name__: announcements.render(each, DESK, sent_at=LATER) for each in ANNOUNCEMENTS},
    "status": status.message(facts.status(control_number=LONG_LINE), DESK),
    "an empty list": listing.message(facts.listing(0), DESK),
    "a list of one": listing.message(facts.listing(1), DESK),
    "the last page of 31": listing.message(facts.listing(31, page=4), DESK),
    "a long query": listing.message(facts.listing(31, words=LONG_LINE, missed=LONGEST), DESK),
    "help": help_view.message(
        "/notice", [help_view.Line(usage="/notice new", words="x")], unknown=LONGEST, guess="/notice new"
    ),
    "greeting": help_view.greeting(),
    "on call": oncall.message(facts.oncall(), DESK),
    "nobody on call": oncall.message(facts.oncall(nobody=True), DESK),
    "on duty now": oncall.taken(facts.oncall(), DESK),
    "a refusal": refusal.message(LONGEST * 4, holder=ABROAD),
    "an apology": refusal.message(refusal.apology("01234567")),
    "filed request": confirmations.filed(
        RecordKind.REQUEST, examples.request(line=LONG_LINE, long=LONGEST), DESK, answer_by=LATER
    ),
    "filed notice": confirmations.filed(
        RecordKind.NOTICE, examples.notice(Colour.RED, line=LONG_LINE, long=LONGEST), DESK
    ),
    **registry_samples.MESSAGES,
    "snoozed": confirmations.snoozed(LATER, DESK),
}
CLOSING = next(each for each in facts.request_card().offered if not each.asks)

VIEWS: Mapping[str, View] = {
    "request details": details.request(facts.request_details(line=LONG_LINE, long=LONGEST), DESK),
    **{
        f"{colour} details": details.notice(facts.notice_details(colour, line=LONG_LINE, long=LONGEST), DESK)
        for colour in Colour
    },
    "page details": pages.details(
        facts.page_details(EscalationState.RESOLVED, words=LONGEST, outcome=LONGEST), DESK
    ),
    "an empty home": home.view(facts.home(0), DESK),
    "a full home": home.view(facts.home(100), DESK),
    "an answer in a modal": refusal.as_modal(refusal.message(LONGEST)),
    "intake": request.render(key="k", on_behalf=True, desk=DESK),
    "colours": notice.render_colour(key="k"),
    **{f"{colour} form": notice.render(key="k", colour=colour, desk=DESK) for colour in Colour},
    "page form": escalate.render(key="k", desk=DESK, reference="LR-2026-00042"),
    "handing over": hand.render(escalation_id="e1"),
    "note": note.render(escalation_id="e1", limit=3000),
    "timeline of a page": timeline.view(facts.timeline(60), DESK),
    **registry_samples.FORMS,
    "a whole country in a modal": refusal.as_modal(registry_samples.FULL_COUNTRY),
    "resolution": resolve.render(escalation_id="e1", limit=3000),
    **{
        f"step {offered.name}": form
        for state in NoticeState
        for offered in facts.notice_card(state=state).offered
        if (form := step.of_card(RecordKind.NOTICE, facts.notice_card(state=state), offered.name, 3000))
    },
}


@pytest.mark.parametrize("name", MESSAGES)
def test_slack_takes_every_message(name: str) -> None:
    problems = check_message(list(MESSAGES[name].blocks))

    assert problems == []


@pytest.mark.parametrize("name", VIEWS)
def test_slack_takes_every_view(name: str) -> None:
    problems = check_view(VIEWS[name])

    assert problems == []


@pytest.mark.parametrize("name", MESSAGES)
def test_every_message_fits_into_an_acknowledgement(name: str) -> None:
    body = message_body(MESSAGES[name])

    assert fits(body)


@pytest.mark.parametrize("name", [name for name, view in VIEWS.items() if "submit" in view])
def test_every_form_fits_into_an_acknowledgement(name: str) -> None:
    body = update_body(VIEWS[name])

    assert fits(body)


@pytest.mark.parametrize("name", MESSAGES)
def test_text_from_people_is_never_formatting_in_a_message(name: str) -> None:
    message = MESSAGES[name]

    assert EVIL not in message.text
    assert not [text for text in mrkdwn(list(message.blocks)) if EVIL in text]


@pytest.mark.parametrize("name", VIEWS)
def test_text_from_people_is_never_formatting_in_a_view(name: str) -> None:
    formatted = mrkdwn(VIEWS[name])

    assert not [text for text in formatted if EVIL in text]


@pytest.mark.parametrize("name", MESSAGES)
def test_a_notification_is_one_short_line(name: str) -> None:
    text = MESSAGES[name].text

    assert 0 < len(text) < 150
    assert "\n" not in text


def test_a_step_that_asks_nothing_has_no_form() -> None:
    form = step.of_card(RecordKind.REQUEST, facts.request_card(), CLOSING.name, 3000)

    assert form is None


def test_the_details_hold_a_long_narrative_whole() -> None:
    drawn = details.request(facts.request_details(long=LONGEST), DESK)

    said = "".join(text for text in texts(drawn, "plain_text"))
    assert LONGEST in said


def mrkdwn(value: object) -> list[str]:
    return list(texts(value, "mrkdwn"))


def texts(value: object, kind: str) -> Iterator[str]:
    """Every text object of one kind, wherever it stands."""
    if isinstance(value, dict):
        if value.get("type") == kind:
            yield str(value["text"])
        for inner in value.values():
            yield from texts(inner, kind)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, kind)


def test_the_block_check_is_not_blind_here() -> None:
    problems = check_message(json.loads('[{"type": "section", "text": {"type": "mrkdwn", "text": ""}}]'))

    assert problems
