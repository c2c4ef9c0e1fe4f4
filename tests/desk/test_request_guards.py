"""The guards of the steps: who may, from where, on what they have seen, and one of many at once."""

from datetime import timedelta

import pytest

from bot.rules.errors import NotYet, Refusal
from storage.records.people import Person
from storage.records.requests import RequestState
from tests.desk.floor import ALL_SEVEN, AUDITOR, OFFICER, REQUESTER, SECOND, SUPERVISOR, Floor
from tests.storage.examples import all_at_once

NOT_OF_THE_DESK = pytest.mark.parametrize("asker", [REQUESTER, AUDITOR])


@NOT_OF_THE_DESK
@pytest.mark.parametrize("step", ["accept", "ask_info", "close", "reject", "tell", "hand", "merge", "alert"])
def test_nobody_else_takes_a_step_of_the_desk(floor: Floor, asker: Person, step: str) -> None:
    request = floor.claimed()

    with pytest.raises(Refusal, match="Only officers and supervisors"):
        floor.take(asker, request, step)

    assert floor.refused(request.reference) == [(asker.id, f"request.{step}")]


@pytest.mark.parametrize("asker", [REQUESTER, AUDITOR, OFFICER])
def test_only_a_supervisor_reopens(floor: Floor, asker: Person) -> None:
    request = floor.close(OFFICER, floor.claimed())

    with pytest.raises(Refusal, match="Only a supervisor"):
        floor.take(asker, request, "reopen", reason="It goes on.")


def test_a_request_goes_on_with_its_owner_after_it_is_reopened(floor: Floor) -> None:
    request = floor.close(OFFICER, floor.claimed())
    floor.clock.advance(days=30)
    reopened = floor.take(SUPERVISOR, request, "reopen", reason="It goes on.")

    assert (reopened.state, reopened.owner, reopened.outcome) == (
        RequestState.INTAKE_REVIEW,
        OFFICER.id,
        None,
    )
    assert reopened.due_at == floor.clock.now() + timedelta(days=3)


def test_what_nobody_had_belongs_to_whoever_reopens_it(floor: Floor) -> None:
    request = floor.file_request()
    floor.take(REQUESTER, request, "withdraw")

    assert floor.take(SUPERVISOR, request, "reopen", reason="Not yet.").owner == SUPERVISOR.id


@pytest.mark.parametrize("step", ["transmit", "receipt", "asked_again", "corrected", "info", "no_such_step"])
def test_a_step_that_does_not_begin_here_is_refused_and_names_who_has_it(floor: Floor, step: str) -> None:
    request = floor.claimed()

    with pytest.raises(NotYet):
        floor.take(SECOND, request, step)

    assert floor.request(request.id) == request


@pytest.mark.parametrize("step", ["accept", "hand", "watch", "close", "tell"])
def test_a_stale_form_changes_nothing(floor: Floor, step: str) -> None:
    request = floor.claimed()
    changed = floor.take(SECOND, request, "hand", officer=SECOND.id)

    with pytest.raises(NotYet, match="It has changed since you looked") as stale:
        floor.desk.requests.step(OFFICER, request.id, step, {"criteria": ALL_SEVEN}, request.version)

    assert stale.value.holder == SECOND.id
    assert floor.request(request.id) == changed


def test_of_eight_who_claim_at_once_one_has_it_and_one_claim_is_written_down(floor: Floor) -> None:
    request = floor.file_request()

    def claim(index: int) -> bool:
        try:
            floor.desk.requests.claim((OFFICER, SECOND, SUPERVISOR)[index % 3], request.id)
        except NotYet:
            return False
        return True

    assert sum(all_at_once(8, claim)) == 1
    events = floor.desk.requests.details(OFFICER, request.id).events
    assert [event.step for event in events] == ["claim", "filed"]


def test_of_eight_who_close_at_once_one_outcome_stands(floor: Floor) -> None:
    request = floor.claimed()
    outcomes = ["located", "arrested", "returned", "no_result"] * 2

    def close(index: int) -> str | None:
        try:
            return floor.close((OFFICER, SECOND)[index % 2], request, outcomes[index]).outcome
        except NotYet:
            return None

    closed = [each for each in all_at_once(8, close) if each]
    assert closed == [floor.request(request.id).outcome]
