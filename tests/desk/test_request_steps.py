"""The life of a request: each step from where it begins, by whom it may be, with what it asks."""

from datetime import timedelta

import pytest

from bot.rules.criteria import CRITERIA
from bot.rules.errors import InvalidForm
from storage.records.people import Actor
from storage.records.requests import LiaisonRequest, RequestState
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, ALL_SEVEN, AUDITOR, OFFICER, REQUESTER, SECOND, SUPERVISOR, Floor

NOT_OF_THE_DESK = pytest.mark.parametrize("asker", [REQUESTER, AUDITOR])


def _errors(floor: Floor, request: LiaisonRequest, step: str, **answers: str) -> dict[str, str]:
    """What is said beside the fields; nothing has changed by it."""
    before = floor.request(request.id)
    with pytest.raises(InvalidForm) as invalid:
        floor.take(OFFICER, request, step, **answers)
    assert floor.request(request.id) == before
    return invalid.value.errors


@both_databases
def test_a_request_goes_through_its_whole_life(floor: Floor) -> None:
    request = floor.transmitted()
    states = [RequestState.TRANSMITTED]
    for step, answers in (
        ("receipt", {}),
        ("follow_up", {}),
        ("asked_again", floor.a_message(message_reference="IPW 2")),
        ("answer", {"answer": "An invented answer.", "answered_on": floor.today.isoformat()}),
        ("close", {"outcome": "located"}),
        ("reopen", {"reason": "An invented reason."}),
    ):
        states.append(floor.take(SUPERVISOR, request, step, **answers).state)

    assert states == [
        RequestState.TRANSMITTED,
        RequestState.AWAITING_REPLY,
        RequestState.FOLLOW_UP,
        RequestState.AWAITING_REPLY,
        RequestState.ANSWERED,
        RequestState.CLOSED,
        RequestState.INTAKE_REVIEW,
    ]


def test_accepting_needs_all_seven_and_names_what_is_not_ticked(floor: Floor) -> None:
    request = floor.claimed()
    ticked = ",".join(code for code, _ in CRITERIA if code not in {"article_3", "link"})
    errors = _errors(floor, request, "accept", criteria=ticked)
    nothing = _errors(floor, request, "accept")

    assert set(errors) == set(nothing) == {"criteria"}
    for code, label in CRITERIA:
        assert (label in errors["criteria"]) is (code in {"article_3", "link"})
    assert floor.take(OFFICER, request, "accept", criteria=ALL_SEVEN).state is RequestState.ACCEPTED


def test_what_is_accepted_is_due_within_a_day(floor: Floor) -> None:
    assert floor.accepted().due_at == floor.clock.now() + timedelta(hours=24)


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ({}, {"criterion", "reason"}),
        ({"criterion": "article_3"}, {"reason"}),
        ({"criterion": "all of them", "reason": "No."}, {"criterion"}),
    ],
)
def test_rejecting_says_which_of_the_seven_does_not_hold_and_why(
    floor: Floor, answers: dict[str, str], wrong: set[str]
) -> None:
    request = floor.claimed()

    assert set(_errors(floor, request, "reject", **answers)) == wrong


def test_who_filed_what_is_rejected_can_read_why(floor: Floor) -> None:
    request = floor.claimed()
    floor.take(OFFICER, request, "reject", criterion="article_3", reason="It is a political matter.")
    event = floor.desk.requests.details(REQUESTER, request.id).events[0]

    assert floor.request(request.id).state is RequestState.REJECTED
    assert event.evidence == {"criterion": "article_3", "reason": "It is a political matter."}


def test_the_filer_sends_what_the_desk_asked_for(floor: Floor) -> None:
    request = floor.claimed()
    floor.take(OFFICER, request, "ask_info", missing="The passport.")
    own = floor.desk.requests.own(request.id)
    sent = floor.take(REQUESTER, request, "info", information="It is in the evidence system.")

    assert own is not None
    assert "info" in [each.name for each in own.offered]
    assert (sent.state, sent.owner) == (RequestState.INTAKE_REVIEW, OFFICER.id)
    assert floor.desk.requests.details(OFFICER, request.id).events[0].actor == Actor(REQUESTER.id)


def test_a_colleague_of_the_agency_may_send_it_as_well(floor: Floor) -> None:
    request = floor.claimed(agency="harbor-city-police")
    floor.take(OFFICER, request, "ask_info", missing="The passport.")

    assert floor.take(ADMITTED, request, "info", information="Here.").state is RequestState.INTAKE_REVIEW


def test_an_officer_writes_down_what_came_by_telephone(floor: Floor) -> None:
    request = floor.accepted()
    floor.take(SECOND, request, "ask_info", missing="The passport.")

    assert _errors(floor, request, "info_received") == {"information": "Please fill this in."}
    received = floor.take(SECOND, request, "info_received", information="By telephone.")
    assert received.state is RequestState.INTAKE_REVIEW


def test_asking_for_information_needs_words(floor: Floor) -> None:
    assert _errors(floor, floor.claimed(), "ask_info") == {"missing": "Please fill this in."}


def test_what_the_filer_sends_holds_no_image(floor: Floor) -> None:
    request = floor.claimed()
    floor.take(OFFICER, request, "ask_info", missing="The passport.")

    with pytest.raises(InvalidForm, match="pasted as text"):
        floor.take(REQUESTER, request, "info", information="data:image/png;base64,iVBORw0KGgoAAAANSUhEUg")


def test_an_answer_needs_words_and_its_day(floor: Floor) -> None:
    assert set(_errors(floor, floor.transmitted(), "answer")) == {"answer", "answered_on"}


@pytest.mark.parametrize(
    ("outcome", "note", "wrong"),
    [
        ("", "", {"outcome"}),
        ("identified", "", {"outcome"}),
        ("duplicate", "", {"outcome"}),
        ("otherwise", "", {"note"}),
        ("otherwise", "  ", {"note"}),
    ],
)
def test_a_request_ends_as_its_kind_may_and_otherwise_only_in_words(
    floor: Floor, outcome: str, note: str, wrong: set[str]
) -> None:
    assert set(_errors(floor, floor.claimed(), "close", outcome=outcome, note=note)) == wrong


@pytest.mark.parametrize("outcome", ["located", "arrested", "returned", "no_result", "otherwise"])
def test_a_request_that_is_closed_keeps_how_it_ended(floor: Floor, outcome: str) -> None:
    request = floor.claimed()
    closed = floor.close(OFFICER, request, outcome, "As the note says.")
    card, own = floor.desk.requests.card(request.id), floor.desk.requests.own(request.id)

    assert (closed.outcome, closed.due_at) == (outcome, None)
    assert card is not None
    assert own is not None
    assert (card.outcome, own.outcome) == (outcome, outcome)
    assert (card.missing, own.missing, own.answer_by) == ({}, {}, None)
