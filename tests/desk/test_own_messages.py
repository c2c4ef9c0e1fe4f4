"""What the filer gets: one message that is edited in place, another when it needs them or is over."""

import pytest

from storage.records.announcements import RecordMoved
from storage.records.outbox import Lane
from storage.records.people import Actor
from storage.records.requests import LiaisonRequest, Priority, RequestId, RequestKind
from tests.desk.around import both_databases
from tests.desk.floor import ALL_SEVEN, OFFICER, REQUESTER, SECOND, Floor


def _new_to_the_filer(floor: Floor) -> list[str]:
    """What notifies the filer; what is only edited does not."""
    return [each for each in floor.told_anew() if each.endswith("dm:UREQ")]


def _life(floor: Floor, request: LiaisonRequest) -> dict[str, list[str]]:
    """What the filer is notified of at each step."""
    told = {}
    for step, answers in (
        ("claim", {}),
        ("ask_info", {"missing": "The passport."}),
        ("info_received", {"information": "By telephone."}),
        ("accept", {"criteria": ALL_SEVEN}),
        ("transmit", floor.a_message()),
        ("receipt", {}),
        ("follow_up", {}),
        ("answer", {"answer": "An invented answer.", "answered_on": floor.today.isoformat()}),
        ("close", {"outcome": "located"}),
    ):
        floor.take(OFFICER, request, step, **answers)
        told[step] = _new_to_the_filer(floor)
    return told


@both_databases
def test_the_filer_gets_one_message_and_is_notified_only_when_it_needs_them_or_is_over(floor: Floor) -> None:
    request = floor.file_request()
    filed = _new_to_the_filer(floor)
    notified = {step for step, told in _life(floor, request).items() if told}

    assert filed == ["request_own -> dm:UREQ"]
    assert notified == {"ask_info", "close"}


def test_the_filers_message_is_brought_up_to_date_at_every_step(floor: Floor) -> None:
    request = floor.file_request()
    floor.told()
    for step, answers in (("claim", {}), ("accept", {"criteria": ALL_SEVEN}), ("watch", {})):
        floor.take(OFFICER, request, step, **answers)

        assert "request_own -> dm:UREQ" in floor.told(), step


@pytest.mark.parametrize(
    ("step", "answers", "state"),
    [
        ("ask_info", {"missing": "The passport."}, "needs_info"),
        ("reject", {"criterion": "link", "reason": "No link."}, "rejected"),
        ("close", {"outcome": "no_result"}, "closed"),
    ],
)
def test_a_message_of_its_own_names_who_did_it_and_the_state(
    floor: Floor, step: str, answers: dict[str, str], state: str
) -> None:
    request = floor.claimed()
    floor.told()
    floor.take(OFFICER, request, step, **answers)

    assert [(each.state, each.by) for each in floor.told_by(RecordMoved)] == [(state, Actor(OFFICER.id))]


def test_an_owner_hears_when_another_officer_moves_it_and_not_what_they_did_themselves(floor: Floor) -> None:
    request = floor.claimed()
    floor.told()
    floor.take(OFFICER, request, "accept", criteria=ALL_SEVEN)
    own = floor.told_by(RecordMoved)
    floor.take(SECOND, request, "transmit", **floor.a_message())
    waiting = [row.place for row in floor.waiting() if isinstance(row.what, RecordMoved)]

    assert own == []
    assert waiting == ["dm:UOFFICER"]


def test_the_owner_hears_that_it_was_withdrawn_and_the_filer_who_did_it_does_not(floor: Floor) -> None:
    request = floor.claimed()
    floor.told()
    floor.take(REQUESTER, request, "withdraw")

    assert [row.place for row in floor.waiting() if isinstance(row.what, RecordMoved)] == ["dm:UOFFICER"]


def test_the_filers_message_says_what_they_can_do(floor: Floor) -> None:
    request = floor.claimed()

    def offered() -> list[str]:
        own = floor.desk.requests.own(request.id)
        assert own is not None
        return [each.name for each in own.offered]

    first = offered()
    floor.take(OFFICER, request, "ask_info", missing="The passport.")
    asked = offered()
    floor.close(OFFICER, request)

    assert (first, asked, offered()) == (
        ["supplement", "withdraw"],
        ["info", "supplement", "withdraw"],
        [],
    )


def test_the_card_offers_the_filers_steps_to_nobody(floor: Floor) -> None:
    request = floor.claimed()
    floor.take(OFFICER, request, "ask_info", missing="The passport.")
    card = floor.desk.requests.card(request.id)

    assert card is not None
    assert not {"info", "withdraw", "unwatch"} & {each.name for each in card.offered}


def test_the_filers_message_holds_nothing_of_what_they_wrote(floor: Floor) -> None:
    request = floor.file_request(kind=RequestKind.MISSING_CHILD, facts="An invented secret.")

    shown = str(floor.desk.requests.own(request.id))
    assert not [word for word in ("Edgar", "secret", "2026/17", "1990") if word in shown]
    assert floor.desk.requests.own(RequestId("nothing")) is None


@pytest.mark.parametrize(
    ("priority", "lane"),
    [(Priority.FLASH, Lane.ANSWER), (Priority.URGENT, Lane.ANSWER), (Priority.ROUTINE, Lane.CARD)],
)
def test_the_message_about_a_pressing_request_does_not_queue_behind_cards(
    floor: Floor, priority: Priority, lane: Lane
) -> None:
    floor.file_request(priority=priority)

    assert [row.lane for row in floor.waiting() if row.place == "dm:UREQ"] == [lane]
