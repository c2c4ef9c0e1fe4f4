"""Every view at its limits: Slack takes it, and text from people stays text."""

import json
from collections.abc import Iterator, Mapping, Sequence

import pytest

from bot.rules.deadline_rules import RULES
from bot.rules.digest import MOST_ROWS
from bot.sandbox.blocks import check_message, check_view
from handlers.answers import fits, message_body, update_body
from handlers.forms import step
from handlers.forms.asking import Lists
from handlers.views import announcements, request_details
from handlers.views.blocks import Message, View
from storage.records.announcements import (
    DailyDigest,
    DigestPart,
    DigestRow,
    FilesRefused,
    NoticesImported,
    PagedAgain,
    PageMoved,
    RecordDue,
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
from tests.handlers import request_facts, request_samples, roster_samples, samples, samples_of_notices
from tests.handlers.examples import ABROAD, ADA, DESK, EVIL, LATER, LONGEST, NOW, request
from tests.slack_types import are_of_slacks_types, is_of_slacks_types

ANNOUNCEMENTS = (
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
    DailyDigest(
        day="2026-03-02",
        at=NOW,
        late=True,
        rows=tuple(
            DigestRow(
                part=tuple(DigestPart)[number // 8],
                record_kind=RecordKind.NOTICE,
                record_id="n1",
                reference="NT-2026-00007",
                state="withdrawal_requested",
                owner=ABROAD,
                rule=rule,
                at=LATER,
            )
            for number, rule in enumerate((*RULES, *RULES)[:MOST_ROWS])
        ),
        more=1234,
    ),
    RecordHanded(record_id="r1", reference="LR-2026-00042", by=Actor(ABROAD)),
    RecordSupplemented(record_id="r1", reference="LR-2026-00042", by=Actor(ABROAD)),
    RecordsAlike(
        record_kind=RecordKind.NOTICE, record_id="n1", reference="NT-2026-00007", other="LR-2026-00042"
    ),
    SubjectSeen(
        record_kind=RecordKind.NOTICE, record_id="n1", reference="NT-2026-00007", watched="LR-2026-00042"
    ),
    NoticesImported(overdue=1234),
    PagedAgain(escalation_id=EscalationId("e1"), reference="ES-2026-00003", by=ABROAD),
    PageMoved(
        escalation_id=EscalationId("e1"),
        reference="ES-2026-00003",
        state=EscalationState.RESOLVED,
        by=Actor(ABROAD),
    ),
    FilesRefused(person=ADA),
    *roster_samples.ANNOUNCEMENTS,
)
MESSAGES: Mapping[str, Message] = {
    **samples.MESSAGES,
    **request_samples.MESSAGES,
    **samples_of_notices.MESSAGES,
    **roster_samples.MESSAGES,
    **{type(each).__name__: announcements.render(each, DESK, sent_at=LATER) for each in ANNOUNCEMENTS},
}
VIEWS: Mapping[str, View] = {
    **samples.VIEWS,
    **request_samples.VIEWS,
    **samples_of_notices.VIEWS,
    **roster_samples.VIEWS,
}
CLOSING = next(each for each in request_facts.request_card().offered if not each.asks)


def test_slack_takes_every_message() -> None:
    problems = {name: check_message(list(message.blocks)) for name, message in MESSAGES.items()}

    assert named(problems) == {}


def test_slack_takes_every_view() -> None:
    problems = {name: check_view(view) for name, view in VIEWS.items()}

    assert named(problems) == {}


def test_every_message_is_of_slacks_own_types() -> None:
    assert [name for name, each in MESSAGES.items() if not are_of_slacks_types(each.blocks)] == []


def test_every_modal_and_every_home_is_of_slacks_own_types() -> None:
    assert {view["type"] for view in VIEWS.values()} == {"modal", "home"}
    assert [name for name, view in VIEWS.items() if not is_of_slacks_types(view)] == []


@pytest.mark.parametrize(
    "block",
    [
        {"type": "invented"},
        {"type": "divider", "colour": "red"},
        {"type": "header", "text": {"type": "mrkdwn", "text": "A header is plain"}},
        {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}},
        {"type": "section", "fields": [{"type": "mrkdwn", "text": "A field"}] * 11},
        {"type": "actions", "elements": [{"type": "button", "text": "A button"}]},
    ],
    ids=["an unknown block", "an unknown key", "formatting", "too long", "too many", "a bare text"],
)
def test_a_block_that_is_none_of_slacks_is_seen_on_each_surface(block: dict[str, object]) -> None:
    home = VIEWS["a full home"]
    modal = next(view for view in VIEWS.values() if view["type"] == "modal")

    assert not are_of_slacks_types([*MESSAGES["help"].blocks, block])
    assert not is_of_slacks_types({**home, "blocks": [*home["blocks"], block]})
    assert not is_of_slacks_types({**modal, "blocks": [*modal["blocks"], block]})


def test_a_surface_that_is_none_of_slacks_is_seen() -> None:
    home = VIEWS["a full home"]
    modal = next(view for view in VIEWS.values() if view["type"] == "modal")

    assert not is_of_slacks_types({**home, "title": {"type": "plain_text", "text": "A home has none"}})
    assert not is_of_slacks_types({**modal, "title": {"type": "plain_text", "text": "x" * 25}})
    assert not is_of_slacks_types({**modal, "type": "dialog"})


def test_every_message_fits_into_an_acknowledgement() -> None:
    assert [name for name, message in MESSAGES.items() if not fits(message_body(message))] == []


def test_every_form_fits_into_an_acknowledgement() -> None:
    forms = {name: view for name, view in VIEWS.items() if "submit" in view}

    assert [name for name, form in forms.items() if not fits(update_body(form))] == []


def test_text_from_people_is_never_formatting_in_a_message() -> None:
    formatted = {name: mrkdwn(list(message.blocks)) for name, message in MESSAGES.items()}

    assert [name for name, message in MESSAGES.items() if EVIL in message.text] == []
    assert named({name: evil(texts) for name, texts in formatted.items()}) == {}


def test_text_from_people_is_never_formatting_in_a_view() -> None:
    assert named({name: evil(mrkdwn(view)) for name, view in VIEWS.items()}) == {}


def test_a_notification_is_one_short_line() -> None:
    texts = {name: message.text for name, message in MESSAGES.items()}

    assert [name for name, text in texts.items() if not 0 < len(text) < 150 or "\n" in text] == []


def test_a_step_that_asks_nothing_has_no_form() -> None:
    form = step.of_card(RecordKind.REQUEST, request_facts.request_card(), CLOSING.name, Lists.plain(3000))

    assert form is None


def test_the_details_hold_a_long_narrative_whole() -> None:
    drawn = request_details.view(request_facts.request_details(request(long=LONGEST)), DESK)

    said = "".join(text for text in texts(drawn, "plain_text"))
    assert LONGEST in said


def named(problems: Mapping[str, Sequence[object]]) -> Mapping[str, Sequence[object]]:
    """Those views that have any."""
    return {name: found for name, found in problems.items() if found}


def evil(formatted: Sequence[str]) -> list[str]:
    return [text for text in formatted if EVIL in text]


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
