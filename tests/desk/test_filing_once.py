"""Filing once: kept, shown, confirmed, and the same form sent twice makes no second request."""

from datetime import timedelta

import pytest

from bot.rules.errors import DeskError, InvalidForm, Refusal
from storage.records.outbox import Lane
from storage.records.requests import Channel, OnBehalf, Priority, RequestState
from tests.desk.around import CountingWake
from tests.desk.floor import (
    ADMITTED,
    NEWCOMER,
    OFFICER,
    REQUESTER,
    Floor,
)
from tests.storage.examples import all_at_once


def test_a_request_is_kept_shown_to_the_desk_and_confirmed_to_the_filer(floor: Floor) -> None:
    request = floor.file_request()

    assert (request.reference, request.state) == ("LR-2026-00001", RequestState.SUBMITTED)
    assert (request.agency_id, request.agency_name) == (
        "example-city-police",
        "Example City Police Department",
    )
    assert request.due_at == floor.clock.now() + timedelta(hours=24)
    assert floor.told() == ["request_card -> desk", "request_own -> dm:UREQ"]
    assert floor.audited(request.reference) == [("UREQ", "request.file")]


def test_somebody_is_woken_after_the_commit(floor: Floor, wake: CountingWake) -> None:
    before = wake.times
    floor.file_request()

    assert wake.times == before + 1


@pytest.mark.parametrize(
    ("priority", "lane"),
    [(Priority.FLASH, Lane.ANSWER), (Priority.URGENT, Lane.ANSWER), (Priority.NORMAL, Lane.CARD)],
)
def test_a_pressing_request_does_not_queue_behind_cards(floor: Floor, priority: Priority, lane: Lane) -> None:
    floor.file_request(priority=priority)

    assert [row.lane for row in floor.waiting() if row.place == "desk"] == [lane]


def test_the_same_form_sent_twice_makes_one_request(floor: Floor) -> None:
    first = floor.file_request(key="form-1")
    again = floor.file_request(key="form-1")

    assert again == first
    assert floor.told() == ["request_card -> desk", "request_own -> dm:UREQ"]


def test_the_same_form_sent_by_eight_threads_makes_one_request(floor: Floor) -> None:
    filed = all_at_once(8, lambda _: floor.file_request(key="form-1"))

    assert len({request.reference for request in filed}) == 1


def test_somebody_elses_form_key_shows_nothing_of_their_request(floor: Floor) -> None:
    first = floor.file_request(OFFICER, key="form-1")

    assert floor.file_request(REQUESTER, key="form-1").reference != first.reference


def test_after_a_day_the_key_of_a_form_is_forgotten(floor: Floor) -> None:
    first = floor.file_request(key="form-1")
    floor.clock.advance(hours=25)
    floor.desk.forget_old()

    assert floor.file_request(key="form-1").reference != first.reference


def test_a_form_that_needs_another_look_keeps_nothing(floor: Floor) -> None:
    with pytest.raises(InvalidForm):
        floor.file_request(country="US")

    assert floor.told() == []
    assert floor.desk.requests.listing(OFFICER, "").total == 0


def test_an_agency_outside_the_registry_is_kept_by_its_name(floor: Floor) -> None:
    request = floor.file_request(agency=" Example Harbor Patrol ")

    assert (request.agency_id, request.agency_name) == (None, "Example Harbor Patrol")


def test_only_the_desk_files_on_behalf_of_others(floor: Floor) -> None:
    caller = OnBehalf(channel=Channel.TELEPHONE, call_back="202-555-0100")

    with pytest.raises(Refusal):
        floor.file_request(REQUESTER, on_behalf=caller)

    assert floor.file_request(OFFICER, on_behalf=caller).on_behalf == caller


def test_whoever_is_admitted_for_one_agency_files_for_no_other(floor: Floor) -> None:
    with pytest.raises(InvalidForm) as invalid:
        floor.file_request(ADMITTED)

    assert set(invalid.value.errors) == {"agency"}
    assert floor.file_request(ADMITTED, agency="harbor-city-police").agency_id == "harbor-city-police"


def test_the_filer_is_told_when_an_answer_is_owed(floor: Floor) -> None:
    filed = floor.file(priority=Priority.FLASH)
    own = floor.desk.requests.own(filed.request.id)

    assert filed.answer_by == floor.clock.now() + timedelta(hours=1)
    assert own is not None
    assert (own.answer_by, own.due_at) == (filed.answer_by, filed.answer_by)


def test_without_a_role_nothing_is_filed(floor: Floor) -> None:
    with pytest.raises(DeskError, match="Ask a supervisor to give you one"):
        floor.file_request(NEWCOMER)
