"""What a step of a request asks: endings of its kind, its partners first, what is told on whose authority."""

import pytest

from bot.rules import request_offers, telling
from bot.rules import request_steps as steps
from bot.rules.answers import check
from bot.rules.errors import InvalidForm
from bot.rules.kinds import KINDS, outcomes
from bot.rules.steps import Ask
from storage.records.disclosures import Authority, Content
from storage.records.requests import Direction, LiaisonRequest, Partner, RequestKind, RequestState
from tests.rules.examples import BOUNDS, a_request

IN, OUT = Direction.INCOMING, Direction.OUTGOING


def _asks(name: str, request: LiaisonRequest) -> dict[str, Ask]:
    step = steps.step_named(name)
    assert step is not None
    return {ask.name: ask for ask in request_offers.asks_of(step, request)}


@pytest.mark.parametrize("kind", RequestKind)
def test_a_request_is_closed_with_an_ending_of_its_kind(kind: RequestKind) -> None:
    outcome = _asks("close", a_request(kind=kind))["outcome"]

    assert tuple(outcome.choices) == outcomes(kind)


def test_a_childs_case_is_closed_with_no_fugitives_ending() -> None:
    asks = tuple(_asks("close", a_request(kind=RequestKind.MISSING_CHILD)).values())

    with pytest.raises(InvalidForm) as invalid:
        check(asks, {"outcome": "arrested"}, BOUNDS)

    assert list(invalid.value.errors) == ["outcome"]
    assert check(asks, {"outcome": "rescued"}, BOUNDS) == {"outcome": "rescued"}


@pytest.mark.parametrize("kind", RequestKind)
def test_the_partners_of_its_kind_are_offered_first_and_no_one_is_left_out(kind: RequestKind) -> None:
    own = [each.value for each in KINDS[kind].told]

    offered = [value for value, _ in _asks("tell", a_request(kind=kind))["recipient"].choices]

    assert offered[: len(own)] == own
    assert sorted(offered) == sorted([*Partner, telling.COUNTRY])


def test_another_bureau_is_named_only_when_one_was_told() -> None:
    asks = tuple(_asks("tell", a_request()).values())
    told = {
        "recipient_country": "ZA",
        "content": "location",
        "authority": "statute",
        "sent_on": "2026-03-02",
    }

    assert "recipient_country" not in check(asks, told | {"recipient": "ncmec"}, BOUNDS)
    assert check(asks, told | {"recipient": "country"}, BOUNDS)["recipient_country"] == "ZA"


@pytest.mark.parametrize(("direction", "content"), [(OUT, Content.REQUEST), (IN, Content.REPLY)])
@pytest.mark.parametrize("name", ["transmit", "tell"])
def test_what_goes_out_is_a_request_or_the_reply_to_one(
    name: str, direction: Direction, content: Content
) -> None:
    asked = _asks(name, a_request(direction=direction, kind=RequestKind.INQUIRY))

    assert asked["content"].initial == content
    assert asked["authority"].initial == Authority.REQUESTING_AGENCY


def test_whatever_leaves_the_desk_says_when() -> None:
    assert {"transmit", "asked_again", "corrected", "tell"} == steps.DISCLOSES
    for name in steps.DISCLOSES:
        asked = _asks(name, a_request())

        assert asked["sent_on"].required, name
        assert asked["message_reference"].required is (name != "tell"), name


def test_every_content_and_authority_of_the_log_can_be_named() -> None:
    asked = _asks("tell", a_request())

    assert {value for value, _ in asked["content"].choices} == set(Content)
    assert {value for value, _ in asked["authority"].choices} == set(Authority)


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("claim", []),
        ("accept", ["criteria"]),
        ("ask_info", ["missing"]),
        ("info", ["information"]),
        ("info_received", ["information"]),
        ("receipt", []),
        ("follow_up", []),
        ("answer", ["answer", "answered_on"]),
        ("wrong", ["error"]),
        ("close", ["outcome"]),
        ("reject", ["criterion", "reason"]),
        ("withdraw", []),
        ("reopen", ["reason"]),
        ("hand", ["officer"]),
        ("merge", ["into"]),
        ("alert", ["alerted"]),
        ("watch", []),
    ],
)
def test_a_step_needs_these_answers(name: str, needed: list[str]) -> None:
    assert [ask.name for ask in _asks(name, a_request()).values() if ask.required] == needed


@pytest.mark.parametrize("state", RequestState)
def test_the_buttons_carry_the_questions_of_this_very_request(state: RequestState) -> None:
    request = a_request(kind=RequestKind.CYBERTIP, direction=IN, state=state)

    for offered in (*request_offers.offered(request), *request_offers.offered_to_filer(request)):
        step = steps.step_named(offered.name)

        assert step is not None
        assert offered.asks == request_offers.asks_of(step, request)
