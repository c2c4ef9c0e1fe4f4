"""A request in the messages of whoever filed it: plain words, what they can do, and nothing about anybody."""

from dataclasses import replace

import pytest

from bot.rules.requests import OVER
from handlers.views import own
from handlers.views.blocks import Message
from storage.records.requests import Direction, RequestState
from tests.handlers import request_facts
from tests.handlers.examples import ADA, DESK, LATER, request
from tests.handlers.reading import buttons, labels, told
from tests.handlers.request_facts import JOURNEY


def shown(state: RequestState, **changes: object) -> Message:
    return own.message(request_facts.own(replace(request_facts.in_state(state), **changes)), DESK)  # type: ignore[arg-type]


@pytest.mark.parametrize("state", RequestState)
def test_every_state_is_said_in_plain_words(state: RequestState) -> None:
    assert own.PLAIN[state] in told(shown(state))


def test_what_was_filed_promises_who_looks_at_it_and_when() -> None:
    words = told(shown(RequestState.SUBMITTED, owner=None))

    assert "An officer looks at it and answers by" in words
    assert "`/liaison status LR-2026-00042`" in words


def test_whoever_has_it_is_named_and_when_the_answer_is_due() -> None:
    words = told(shown(RequestState.INTAKE_REVIEW, owner=ADA))

    assert "With <@U0ADA>." in words
    assert "An answer is due by" in words


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (RequestState.SUBMITTED, ["Add details", "Show details", "Withdraw"]),
        (RequestState.NEEDS_INFO, ["Send what is missing", "Add details", "Show details", "Withdraw"]),
        (RequestState.AWAITING_REPLY, ["Add details", "Show details", "Withdraw"]),
        (RequestState.CLOSED, ["Show details"]),
        (RequestState.REJECTED, ["Show details"]),
        (RequestState.WITHDRAWN, ["Show details"]),
    ],
)
def test_what_its_filer_can_do_is_offered(state: RequestState, offered: list[str]) -> None:
    assert labels(shown(state)) == offered


def test_a_withdrawal_is_asked_about_once_more() -> None:
    withdraw = buttons(shown(RequestState.SUBMITTED))[-1]

    assert withdraw["action_id"] == "step:request:withdraw"
    assert "confirm" in withdraw


def test_what_the_desk_asked_stands_in_no_message() -> None:
    message = own.message(
        request_facts.own(request_facts.in_state(RequestState.NEEDS_INFO), asked="Which court?"), DESK
    )

    assert "Which court?" not in str(message)
    assert "*The desk needs something from you.*" in told(message)


@pytest.mark.parametrize("state", sorted(OVER))
def test_what_is_over_promises_nothing_and_misses_nothing(state: RequestState) -> None:
    words = told(shown(state))

    assert "due" not in words
    assert "missing" not in words


def test_how_it_ended_is_said() -> None:
    assert "It is over. Rescued." in told(shown(RequestState.CLOSED, outcome="rescued"))
    assert "It is over. Merged into another request." in told(shown(RequestState.CLOSED, outcome="duplicate"))


def test_a_late_journey_is_marked_until_it_is_over() -> None:
    late = own.message(request_facts.own(JOURNEY), DESK)
    over = own.message(request_facts.own(replace(JOURNEY, state=RequestState.CLOSED)), DESK)
    coming = own.message(request_facts.own(replace(JOURNEY, direction=Direction.INCOMING)), DESK)

    assert ["less than 21 days" in told(each) for each in (late, over, coming)] == [True, False, False]


def test_the_notification_holds_the_reference_and_the_state_only() -> None:
    message = own.message(request_facts.own(replace(request(), due_at=LATER)), DESK)

    assert message.text == "LR-2026-00042: submitted"
