"""What officers work from: the next request, who has how much, and what somebody filed last."""

import pytest

from storage.database import Database
from storage.records.people import PersonId
from storage.records.queries import RecordQuery
from storage.records.requests import (
    Channel,
    LiaisonRequest,
    OnBehalf,
    Priority,
    RequestKind,
    RequestState,
)
from tests.storage.examples import ADA, BORIS, NOW, a_notice, a_request, after

WAITING = frozenset({RequestState.SUBMITTED})
LIVE = frozenset({RequestState.SUBMITTED, RequestState.INTAKE_REVIEW, RequestState.ACCEPTED})
CALLER = OnBehalf(channel=Channel.TELEPHONE, call_back="202-555-0100")


def keep(database: Database, *requests: LiaisonRequest) -> None:
    with database.transaction() as tx:
        for request in requests:
            tx.requests.add(request)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"priority": Priority.FLASH}, {"priority": Priority.URGENT}, id="flash first"),
        pytest.param({"priority": Priority.URGENT}, {"priority": Priority.NORMAL}, id="then urgent"),
        pytest.param({"priority": Priority.NORMAL}, {"priority": Priority.ROUTINE}, id="routine last"),
        pytest.param(
            {"priority": Priority.FLASH, "due_at": after(days=9)},
            {"priority": Priority.NORMAL, "due_at": after(hours=-9)},
            id="priority over what is due",
        ),
        pytest.param({"due_at": after(hours=1)}, {"due_at": after(hours=2)}, id="what is due first"),
        pytest.param({"created_at": after(hours=-1)}, {"created_at": NOW}, id="the oldest"),
    ],
)
def test_the_next_request_is_the_one_that_should_be_worked_now(
    database: Database, first: dict[str, object], second: dict[str, object]
) -> None:
    wanted = a_request(**first)
    keep(database, a_request(**second), wanted)

    with database.transaction() as tx:
        assert tx.requests.next_unclaimed(WAITING) == wanted


def test_nothing_is_next_that_somebody_has_or_that_is_in_another_state(database: Database) -> None:
    keep(
        database,
        a_request(owner=ADA),
        a_request(state=RequestState.CLOSED, due_at=None),
        a_request(state=RequestState.INTAKE_REVIEW, owner=BORIS),
    )

    with database.transaction() as tx:
        assert tx.requests.next_unclaimed(WAITING) is None


def test_the_load_of_each_officer_and_what_of_it_is_overdue(database: Database) -> None:
    late, soon = after(hours=-1), after(hours=1)
    keep(
        database,
        a_request(owner=ADA, due_at=late),
        a_request(owner=ADA, due_at=NOW),
        a_request(owner=ADA, due_at=soon),
        a_request(owner=BORIS, due_at=None),
        a_request(owner=BORIS, due_at=late, state=RequestState.ACCEPTED),
        a_request(owner=None, due_at=soon),
        a_request(owner=ADA, due_at=late, state=RequestState.CLOSED),
    )

    with database.transaction() as tx:
        load = tx.requests.load(LIVE, NOW)

    assert load == {ADA: (3, 2), BORIS: (2, 1), None: (1, 0)}
    assert list(load) == [ADA, BORIS, None], "who has most comes first"


def test_nobody_has_anything_at_the_beginning(database: Database) -> None:
    with database.transaction() as tx:
        assert tx.requests.load(LIVE, NOW) == {}
        assert tx.requests.last_of(ADA) is None
        assert tx.requests.next_unclaimed(WAITING) is None


def test_what_somebody_filed_last_for_themselves_is_remembered(database: Database) -> None:
    last = a_request(created_at=after(hours=1))
    keep(
        database,
        last,
        a_request(created_at=NOW),
        a_request(created_at=after(hours=2), on_behalf=CALLER),
        a_request(created_at=after(hours=3), filed_by=BORIS),
    )

    with database.transaction() as tx:
        assert tx.requests.last_of(ADA) == last
        assert tx.requests.last_of(PersonId("UCHIDI")) is None


def test_the_notices_that_come_from_a_request_are_found_by_it(database: Database) -> None:
    request, other = a_request(), a_request()
    keep(database, request, other)
    notices = [a_notice(request_id=request.id), a_notice(request_id=request.id, created_at=after(hours=1))]
    with database.transaction() as tx:
        for notice in (*notices, a_notice(request_id=other.id), a_notice()):
            tx.notices.add(notice)

    with database.transaction() as tx:
        assert tx.notices.find(RecordQuery(request_id=request.id)) == notices
        assert tx.notices.count(RecordQuery(request_id=request.id)) == 2


def test_requests_are_found_by_priority_and_by_an_answer_of_their_form(database: Database) -> None:
    removal = a_request(
        kind=RequestKind.REMOVAL,
        priority=Priority.URGENT,
        answers={"predator": "yes", "programme": "operation_predator"},
    )
    keep(
        database,
        removal,
        a_request(answers={"predator": "no"}),
        a_request(answers={"description": 'He said "predator": "yes" and left.'}),
        a_request(answers={"no_predator": "yes"}),
    )

    with database.transaction() as tx:
        assert tx.requests.find(RecordQuery(priorities=frozenset({Priority.URGENT}))) == [removal]
        assert tx.requests.find(RecordQuery(answered=("predator", "yes"))) == [removal]
        assert tx.requests.count(RecordQuery(answered=("programme", "operation_predator"))) == 1
        assert tx.requests.find(RecordQuery(answered=("programme", "operation%"))) == []


@pytest.mark.parametrize("answer", ["Zoë", "زهرة", 'a "quoted" word', "50 %", "a_b", "back\\slash"])
def test_an_answer_is_found_in_whatever_letters_it_is(database: Database, answer: str) -> None:
    wanted = a_request(answers={"family_name": answer})
    keep(database, wanted, a_request(answers={"family_name": "Example"}))

    with database.transaction() as tx:
        assert tx.requests.find(RecordQuery(answered=("family_name", answer))) == [wanted]
        assert tx.notices.find(RecordQuery(answered=("family_name", answer))) == []
