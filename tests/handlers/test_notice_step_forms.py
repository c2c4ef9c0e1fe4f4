"""The forms of a notice's steps: which fields, which hints, and what stands above them."""

from dataclasses import replace

import pytest

from bot.rules import notice_offers, notice_steps
from handlers.forms import step
from handlers.views.blocks import View
from storage.records.notices import Colour, Means, Notice, NoticeState
from storage.records.reminders import RecordKind
from tests.handlers import brim, notice_facts
from tests.handlers.examples import LONGEST
from tests.handlers.filling import inputs
from tests.handlers.notice_facts import IN, of_colour
from tests.handlers.reading import texts


def form(of: Notice, name: str, *, own: bool = False) -> View:
    card = notice_facts.own_card(of, asked=LONGEST) if own else notice_facts.notice_card(of)
    drawn = step.of_card(RecordKind.NOTICE, card, name, brim.LISTS)
    assert drawn is not None, f"{name} has no form"
    return drawn


def fields(of: Notice, name: str) -> list[str]:
    return list(inputs(form(of, name)))


RED, YELLOW = of_colour(Colour.RED), of_colour(Colour.YELLOW)
UNKNOWN = of_colour(Colour.YELLOW, answers={"subject": "unidentified"})
IN_FORCE = NoticeState.PUBLISHED
CAME = of_colour(Colour.RED, IN)


@pytest.mark.parametrize(
    ("of", "state", "name", "asked"),
    [
        (RED, NoticeState.REVIEW, "legal_review", ["reviewer"]),
        (RED, NoticeState.LEGAL_REVIEW, "approve", ["criteria"]),
        (RED, NoticeState.REVIEW, "ask_info", ["missing"]),
        (RED, NoticeState.REVIEW, "reject", ["criterion", "reason"]),
        (RED, NoticeState.APPROVED, "send", ["message_reference", "sent_on"]),
        (RED, NoticeState.SENT, "publish", ["control_number", "published_on", "entity_id"]),
        (RED, NoticeState.SENT, "query", ["question", "asked_on", "answer_due"]),
        (RED, NoticeState.IPSG_QUERY, "query_answered", ["message_reference", "sent_on"]),
        (RED, NoticeState.IPSG_QUERY, "refuse", ["reason", "evidence"]),
        (RED, IN_FORCE, "located", ["located_on", "located_in", "evidence"]),
        (YELLOW, IN_FORCE, "located", ["located_on", "located_in", "safe", "evidence"]),
        (CAME, NoticeState.RECEIVED, "located", ["located_on", "located_in", "evidence"]),
        (UNKNOWN, IN_FORCE, "identified", ["came_on", "came_from", "information", "evidence"]),
        (RED, IN_FORCE, "arrested", ["arrested_on", "arrested_in", "treaty_days", "evidence"]),
        (RED, NoticeState.ARRESTED, "extradition", ["requested_on", "evidence"]),
        (RED, NoticeState.EXTRADITION_PENDING, "returned", ["returned_on", "evidence"]),
        (RED, NoticeState.LOCATED, "goes_on", ["reason", "evidence"]),
        (RED, IN_FORCE, "suspend", ["justification", "suspended_on", "evidence"]),
        (RED, NoticeState.SUSPENDED, "resume", ["resumed_on", "evidence"]),
        (RED, IN_FORCE, "renew", ["renewed_on", "reason", "evidence"]),
        (RED, IN_FORCE, "update", ["addendum", "message_reference", "sent_on"]),
        (
            RED,
            IN_FORCE,
            "ask_withdrawal",
            ["why", "returned_on", "override", "message_reference", "sent_on"],
        ),
        (RED, NoticeState.RETURNED, "ask_withdrawal", ["why", "message_reference", "sent_on"]),
        (UNKNOWN, IN_FORCE, "ask_withdrawal", ["why", "message_reference", "sent_on"]),
        (RED, NoticeState.WITHDRAWAL_REQUESTED, "withdrawn", ["withdrawn_on", "evidence"]),
        (RED, IN_FORCE, "end", ["end", "ended_on", "evidence"]),
        (CAME, NoticeState.RECEIVED, "alert", ["alerted"]),
        (RED, IN_FORCE, "link", ["linked"]),
        (RED, IN_FORCE, "hand", ["officer"]),
    ],
)
def test_a_step_asks_for_its_day_and_for_what_shows_it(
    of: Notice, state: NoticeState, name: str, asked: list[str]
) -> None:
    assert fields(replace(of, state=state), name) == asked


def test_a_diffusion_is_circulated_and_a_green_one_reports_journeys() -> None:
    diffusion = of_colour(Colour.GREEN, means=Means.DIFFUSION, state=NoticeState.APPROVED)
    going = replace(diffusion, state=NoticeState.CIRCULATED)

    assert fields(diffusion, "circulate") == ["message_reference", "sent_on"]
    assert fields(going, "travelled") == ["travelled_on", "travelled_to", "evidence"]


@pytest.mark.parametrize(
    ("of", "state", "name", "field", "hint"),
    [
        (
            RED,
            IN_FORCE,
            "arrested",
            "treaty_days",
            "40 to 60 by most treaties (7 FAM 1621.1). Empty: the shortest.",
        ),
        (RED, NoticeState.SENT, "publish", "control_number", "Such as A-1234/5-2020."),
        (RED, IN_FORCE, "ask_withdrawal", "returned_on", "Needed, unless a supervisor overrides."),
        (RED, IN_FORCE, "ask_withdrawal", "override", "Only a supervisor may give one."),
        (RED, IN_FORCE, "located", "evidence", "Reference and date of the message or decision."),
    ],
)
def test_a_field_says_what_is_meant(of: Notice, state: NoticeState, name: str, field: str, hint: str) -> None:
    drawn = {block.get("block_id"): block for block in form(replace(of, state=state), name)["blocks"]}

    assert drawn[field]["hint"]["text"] == hint


def test_only_another_countrys_notice_can_be_withdrawn_by_that_country() -> None:
    ends = [
        [each["value"] for each in inputs(form(of, "end"))["end"]["options"]]
        for of in (replace(RED, state=IN_FORCE), CAME)
    ]

    assert ends == [["cancelled", "deleted", "expired"], ["withdrawn", "cancelled", "deleted", "expired"]]


@pytest.mark.parametrize("name", sorted(notice_steps.DISCLOSES))
def test_where_something_leaves_the_desk_the_form_says_that_the_bot_sends_nothing(name: str) -> None:
    found = notice_steps.step_named(name)
    assert found is not None
    of = next(
        each
        for means in Means
        for state in sorted(found.starts)
        if notice_offers.is_open(found, each := replace(RED, means=means, state=state))
    )

    assert step.SENDS_NOTHING in texts(form(of, name)["blocks"])


def test_whoever_is_asked_for_information_reads_the_question_above_the_field() -> None:
    asked = replace(RED, state=NoticeState.NEEDS_INFO)

    assert LONGEST in "".join(texts(form(asked, "info", own=True)["blocks"]))


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (NoticeState.SUBMITTED, ["Add details", "Take back"]),
        (NoticeState.NEEDS_INFO, ["Send what is missing", "Add details", "Take back"]),
        (NoticeState.PUBLISHED, ["Add details"]),
        (NoticeState.WITHDRAWN, []),
    ],
)
def test_who_filed_it_answers_adds_and_takes_back(state: NoticeState, offered: list[str]) -> None:
    own = notice_facts.own_card(replace(RED, state=state))

    assert [each.label for each in own.offered] == offered


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("claim", "Claim"),
        ("approve", "Approve"),
        ("legal_review", "Legal review"),
        ("ask_info", "Ask for information"),
        ("send", "Sent to the General Secretariat"),
        ("publish", "Published"),
        ("supplement", "Add details"),
    ],
)
def test_these_words_stand_on_the_buttons_that_others_know_by_them(name: str, label: str) -> None:
    found = notice_steps.step_named(name)

    assert found is not None
    assert found.label == label
