"""Requests at the desk: claimed by one, closed with an outcome, withdrawn by their filer, audited."""

from datetime import timedelta

import pytest

from bot.rules.errors import InvalidForm, NotYet, Refusal
from storage.records.people import Person
from storage.records.requests import RequestId, RequestState
from tests.desk.around import both_databases
from tests.desk.floor import (
    AUDITOR,
    OFFICER,
    OPERATOR,
    REQUESTER,
    SECOND,
    SUPERVISOR,
    Floor,
)
from tests.storage.examples import all_at_once


@both_databases
def test_an_officer_claims_it_and_the_filer_sees_it_in_their_message(floor: Floor) -> None:
    request = floor.file_request()
    floor.told()
    claimed = floor.desk.requests.claim(OFFICER, request.id)
    own = floor.desk.requests.own(request.id)

    assert (claimed.state, claimed.owner) == (RequestState.INTAKE_REVIEW, OFFICER.id)
    assert claimed.due_at == floor.clock.now() + timedelta(days=3)
    assert floor.told() == ["request_card -> desk", "request_own -> dm:UREQ"]
    assert own is not None
    assert (own.state, own.owner) == ("intake_review", OFFICER.id)


def test_who_moves_their_own_request_is_not_told_so(floor: Floor) -> None:
    request = floor.file_request(OFFICER)
    floor.told()
    floor.desk.requests.claim(OFFICER, request.id)

    assert floor.told() == ["request_card -> desk", "request_own -> dm:UOFFICER"]


@both_databases
def test_of_eight_officers_who_claim_at_once_one_has_it_and_the_others_are_told_who(floor: Floor) -> None:
    request = floor.file_request()
    officers = [OFFICER, SECOND] * 4

    def claim(index: int) -> str:
        try:
            return f"{floor.desk.requests.claim(officers[index], request.id).owner} has it"
        except NotYet as refused:
            return f"told that {refused.holder} has it"

    outcomes = all_at_once(8, claim)
    winner = floor.desk.requests.details(OFFICER, request.id).request.owner

    assert outcomes.count(f"{winner} has it") == 1
    assert outcomes.count(f"told that {winner} has it") == 7


def test_clicking_claim_twice_says_that_you_have_it(floor: Floor) -> None:
    request = floor.file_request()
    floor.desk.requests.claim(OFFICER, request.id)

    with pytest.raises(NotYet, match="You have it already"):
        floor.desk.requests.claim(OFFICER, request.id)


def test_a_request_is_closed_with_its_outcome(floor: Floor) -> None:
    request = floor.file_request()
    floor.desk.requests.claim(OFFICER, request.id)
    closed = floor.close(SECOND, request, "arrested", " Answered by telephone. ")
    events = floor.desk.requests.details(OFFICER, request.id).events

    assert (closed.state, closed.due_at, closed.owner) == (RequestState.CLOSED, None, OFFICER.id)
    assert closed.outcome == "arrested"
    assert [(event.step, event.actor) for event in events] == [
        ("close", "USECOND"),
        ("claim", "UOFFICER"),
        ("filed", "UREQ"),
    ]
    assert events[0].evidence == {"outcome": "arrested", "note": "Answered by telephone."}


@pytest.mark.parametrize("outcome", [" ", "Done.", "returned_home", "duplicate"])
def test_closing_needs_an_outcome_of_its_kind(floor: Floor, outcome: str) -> None:
    request = floor.claimed()

    with pytest.raises(InvalidForm) as invalid:
        floor.close(OFFICER, request, outcome)

    assert set(invalid.value.errors) == {"outcome"}


def test_what_nobody_claimed_is_not_closed(floor: Floor) -> None:
    request = floor.file_request()

    with pytest.raises(NotYet, match="LR-2026-00001 is now submitted, so “Close” is not open"):
        floor.close(OFFICER, request)


def test_a_form_opened_before_somebody_elses_change_overwrites_nothing(floor: Floor) -> None:
    request = floor.file_request()
    floor.desk.requests.claim(OFFICER, request.id)

    with pytest.raises(NotYet, match="It has changed since you looked"):
        floor.desk.requests.step(OFFICER, request.id, "close", {"outcome": "no_result"}, request.version)

    assert floor.request(request.id).state is RequestState.INTAKE_REVIEW


def test_a_closed_request_is_not_claimed(floor: Floor) -> None:
    request = floor.file_request()
    floor.desk.requests.claim(OFFICER, request.id)
    floor.close(OFFICER, request)

    with pytest.raises(NotYet, match="is now closed"):
        floor.desk.requests.claim(SECOND, request.id)


def test_the_filer_withdraws_and_nobody_else(floor: Floor) -> None:
    request = floor.file_request()
    with pytest.raises(Refusal, match="Only who filed a request"):
        floor.take(SUPERVISOR, request, "withdraw")
    withdrawn = floor.take(REQUESTER, request, "withdraw")

    assert (withdrawn.state, withdrawn.due_at) == (RequestState.WITHDRAWN, None)
    assert floor.refused(request.reference) == [("USUPER", "request.withdraw")]


@pytest.mark.parametrize("asker", [REQUESTER, AUDITOR])
def test_who_does_not_work_at_the_desk_takes_no_step(floor: Floor, asker: Person) -> None:
    request = floor.file_request()

    with pytest.raises(Refusal, match="Only officers and supervisors"):
        floor.desk.requests.claim(asker, request.id)

    assert len(floor.refused(request.reference)) == 1


def test_a_role_that_was_revoked_a_second_ago_is_gone(floor: Floor) -> None:
    request = floor.file_request()
    floor.desk.people.revoke(OFFICER.id, by=OPERATOR)

    with pytest.raises(Refusal, match="You have no role on this desk yet"):
        floor.desk.requests.claim(OFFICER, request.id)


def test_a_card_shows_the_request_without_the_people_in_it(floor: Floor) -> None:
    request = floor.file_request()
    card = floor.desk.requests.card(request.id)

    assert card is not None
    assert [offered.label for offered in card.offered if not offered.aside] == ["Claim"]
    assert [offered.label for offered in card.offered if offered.aside] == [
        "Add details",
        "Merge",
        "Watch the subject",
    ]
    assert card.due_is_desk_default
    assert not {"facts", "contact", "agency_case", "answers"} & set(type(card).__dataclass_fields__)
    assert "Edgar" not in str(card)
    assert floor.desk.requests.card(RequestId("nothing")) is None


def test_reading_the_details_is_audited_by_field_names(floor: Floor) -> None:
    request = floor.file_request(facts="An invented secret.")
    details = floor.desk.requests.details(AUDITOR, request.id)
    entry = floor.trail(request.reference)[0]

    assert details.request.facts == "An invented secret."
    assert (entry.actor, entry.action) == ("UAUDIT", "request.read")
    assert "facts" in entry.fields
    assert "secret" not in str(entry)
