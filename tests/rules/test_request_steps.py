"""Steps of a request: where each begins and leads, and which stand open for officers and for the filer."""

import pytest

from bot.rules import request_offers
from bot.rules import request_steps as steps
from bot.rules.permissions import Act
from bot.rules.requests import LIVE, OVER
from storage.records.requests import Direction, RequestKind, RequestState
from tests.rules.examples import a_request

S = RequestState
IN, OUT = Direction.INCOMING, Direction.OUTGOING
UNCLAIMED = frozenset({S.SUBMITTED})
ALL = frozenset(RequestState)

TABLE = {
    "claim": (UNCLAIMED, S.INTAKE_REVIEW),
    "accept": ({S.INTAKE_REVIEW}, S.ACCEPTED),
    "ask_info": ({S.INTAKE_REVIEW, S.ACCEPTED}, S.NEEDS_INFO),
    "info": ({S.NEEDS_INFO}, S.INTAKE_REVIEW),
    "info_received": ({S.NEEDS_INFO}, S.INTAKE_REVIEW),
    "transmit": ({S.ACCEPTED}, S.TRANSMITTED),
    "receipt": ({S.TRANSMITTED}, S.AWAITING_REPLY),
    "follow_up": ({S.TRANSMITTED, S.AWAITING_REPLY}, S.FOLLOW_UP),
    "asked_again": ({S.FOLLOW_UP}, S.AWAITING_REPLY),
    "answer": ({S.TRANSMITTED, S.AWAITING_REPLY, S.FOLLOW_UP}, S.ANSWERED),
    "wrong": ({S.TRANSMITTED, S.AWAITING_REPLY, S.FOLLOW_UP, S.ANSWERED, S.CLOSED}, S.CORRECTING),
    "corrected": ({S.CORRECTING}, S.TRANSMITTED),
    "close": (LIVE - {S.SUBMITTED, S.CORRECTING}, S.CLOSED),
    "reject": ({S.INTAKE_REVIEW, S.NEEDS_INFO}, S.REJECTED),
    "withdraw": (LIVE - {S.CORRECTING}, S.WITHDRAWN),
    "reopen": (OVER, S.INTAKE_REVIEW),
    "supplement": (LIVE, None),
    "tell": (LIVE - UNCLAIMED, None),
    "hand": (LIVE - UNCLAIMED, None),
    "merge": (LIVE - {S.CORRECTING}, S.CLOSED),
    "alert": (LIVE, None),
    "watch": (ALL, None),
    "unwatch": (ALL, None),
}


@pytest.mark.parametrize("name", TABLE)
def test_a_step_begins_in_these_states_and_leads_to_that_one(name: str) -> None:
    step = steps.step_named(name)

    assert step is not None
    assert (step.starts, step.to) == TABLE[name]


def test_every_step_is_in_the_table() -> None:
    assert [step.name for step in steps.STEPS] == list(dict.fromkeys(step.name for step in steps.STEPS))
    assert {step.name for step in steps.STEPS} == set(TABLE)
    assert steps.step_named("nonsense") is None


@pytest.mark.parametrize("state", RequestState)
def test_every_state_is_reached_and_left(state: RequestState) -> None:
    arriving = [step.name for step in steps.STEPS if step.to is state]
    leaving = [step.name for step in steps.STEPS if state in step.starts and step.to not in {None, state}]

    assert arriving or state is S.SUBMITTED
    assert leaving


def test_what_stands_wrong_abroad_is_not_over_before_it_is_corrected() -> None:
    assert [step.name for step in steps.STEPS if S.CORRECTING in step.starts and step.to in OVER] == []


ON_THE_CARD = {
    S.SUBMITTED: "claim supplement merge watch",
    S.INTAKE_REVIEW: "accept ask_info close reject supplement tell hand merge watch",
    S.NEEDS_INFO: "info_received close reject supplement tell hand merge watch",
    S.ACCEPTED: "transmit ask_info close supplement tell hand merge watch",
    S.TRANSMITTED: "receipt answer follow_up close supplement tell hand merge watch",
    S.CORRECTING: "corrected supplement tell hand watch",
    S.AWAITING_REPLY: "answer follow_up close supplement tell hand merge watch",
    S.FOLLOW_UP: "asked_again answer close supplement tell hand merge watch",
    S.ANSWERED: "close supplement tell hand merge watch",
    S.CLOSED: "reopen watch",
    S.REJECTED: "reopen watch",
    S.WITHDRAWN: "reopen watch",
}


@pytest.mark.parametrize("state", RequestState)
def test_the_buttons_of_a_card(state: RequestState) -> None:
    offered = request_offers.offered(a_request(state=state))

    assert " ".join(each.name for each in offered) == ON_THE_CARD[state]


@pytest.mark.parametrize("state", RequestState)
@pytest.mark.parametrize("kind", [RequestKind.TRAVEL, RequestKind.REMOVAL])
def test_what_was_told_wrong_of_a_traveller_can_be_corrected(kind: RequestKind, state: RequestState) -> None:
    offered = {each.name for each in request_offers.offered(a_request(kind=kind, state=state))}

    assert ("wrong" in offered) == (state in TABLE["wrong"][0])


@pytest.mark.parametrize("kind", RequestKind)
@pytest.mark.parametrize("direction", Direction)
def test_an_alert_is_offered_for_what_comes_in_and_for_reports_of_the_cybertipline(
    kind: RequestKind, direction: Direction
) -> None:
    offered = {each.name for each in request_offers.offered(a_request(kind=kind, direction=direction))}

    assert ("alert" in offered) == (direction is IN or kind is RequestKind.CYBERTIP)


@pytest.mark.parametrize("kind", RequestKind)
def test_a_card_fits_in_slack_and_has_one_way_on_at_most(kind: RequestKind) -> None:
    for state in RequestState:
        offered = request_offers.offered(a_request(kind=kind, direction=IN, state=state))

        assert len(offered) <= 25, state
        assert sum(each.primary for each in offered) <= 1, state
        assert not any(each.primary and (each.aside or each.danger) for each in offered), state


FOR_THE_FILER = {
    **dict.fromkeys(LIVE, "supplement withdraw"),
    S.NEEDS_INFO: "info supplement withdraw",
    S.CORRECTING: "supplement",
    **dict.fromkeys(OVER, ""),
}


@pytest.mark.parametrize("state", RequestState)
def test_what_stands_open_for_whoever_filed_it(state: RequestState) -> None:
    offered = request_offers.offered_to_filer(a_request(state=state))

    assert " ".join(each.name for each in offered) == FOR_THE_FILER[state]


def test_who_may_take_a_step() -> None:
    apart = {step.name: step.taker for step in steps.STEPS if step.taker is not Act.WORK}

    assert apart == {
        "info": Act.FILE,
        "supplement": Act.FILE,
        "withdraw": Act.WITHDRAW,
        "reopen": Act.OVERRIDE,
    }
