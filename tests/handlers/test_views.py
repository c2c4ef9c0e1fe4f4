"""Every view at its limits: Slack takes it, and text from people stays text."""

import json
from collections.abc import Iterator, Mapping

import pytest

from bot.sandbox.blocks import check_message, check_view
from handlers.answers import fits, message_body, update_body
from handlers.forms import step
from handlers.forms.asking import Lists
from handlers.views import announcements, request_details
from handlers.views.blocks import Message, View
from storage.records.announcements import (
    FilesRefused,
    PagedAgain,
    PageMoved,
    RecordDue,
    RecordFiled,
    RecordHanded,
    RecordLimit,
    RecordMoved,
    RecordOverdue,
    RecordsAlike,
    RecordSupplemented,
    SubjectSeen,
)
from storage.records.escalations import EscalationId, EscalationState
from storage.records.people import Actor
from storage.records.reminders import RecordKind, ReminderRule
from storage.records.requests import Partner
from tests.handlers import request_facts, request_samples, samples
from tests.handlers.examples import ABROAD, ADA, DESK, EVIL, LATER, LONGEST, NOW, request

ANNOUNCEMENTS = (
    RecordFiled(record_kind=RecordKind.NOTICE, record_id="n1", reference="NT-2026-00007", due_at=NOW),
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
    RecordLimit(
        record_kind=RecordKind.REQUEST,
        record_id="r1",
        reference="LR-2026-00042",
        rule=ReminderRule.PARTNER,
        limit_at=LATER,
        partners=tuple(Partner),
    ),
    RecordHanded(record_id="r1", reference="LR-2026-00042", by=Actor(ABROAD)),
    RecordSupplemented(record_id="r1", reference="LR-2026-00042", by=Actor(ABROAD)),
    RecordsAlike(
        record_kind=RecordKind.NOTICE, record_id="n1", reference="NT-2026-00007", other="LR-2026-00042"
    ),
    SubjectSeen(
        record_kind=RecordKind.NOTICE, record_id="n1", reference="NT-2026-00007", watched="LR-2026-00042"
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
    **samples.MESSAGES,
    **request_samples.MESSAGES,
    **{type(each).__name__: announcements.render(each, DESK, sent_at=LATER) for each in ANNOUNCEMENTS},
}
VIEWS: Mapping[str, View] = {**samples.VIEWS, **request_samples.VIEWS}
CLOSING = next(each for each in request_facts.request_card().offered if not each.asks)


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
    form = step.of_card(RecordKind.REQUEST, request_facts.request_card(), CLOSING.name, Lists.plain(3000))

    assert form is None


def test_the_details_hold_a_long_narrative_whole() -> None:
    drawn = request_details.view(request_facts.request_details(request(long=LONGEST)), DESK)

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
