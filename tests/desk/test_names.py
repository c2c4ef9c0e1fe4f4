"""Whom a protected request is about: a click further, for who works on it or asked, and audited by itself."""

import pytest

from bot.rules.errors import NoSuchRecord, Refusal
from storage.records.people import Actor, Person
from storage.records.requests import Direction, LiaisonRequest, RequestId, RequestKind
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, AUDITOR, NEWCOMER, OFFICER, REQUESTER, SUPERVISOR, Floor

HARBOR = "harbor-city-police"


def _child(floor: Floor, agency: str = "example-city-police") -> LiaisonRequest:
    return floor.file_request(kind=RequestKind.MISSING_CHILD, agency=agency)


def _arrived(floor: Floor) -> LiaisonRequest:
    """Reported by another country; the agency was alerted to it."""
    kind, direction = RequestKind.CYBERTIP, Direction.INCOMING
    return floor.file_request(OFFICER, kind=kind, direction=direction, agency="", task_force=HARBOR)


@both_databases
@pytest.mark.parametrize("asker", [OFFICER, SUPERVISOR, REQUESTER])
def test_who_works_on_it_or_filed_it_sees_the_whole_name(floor: Floor, asker: Person) -> None:
    request = _child(floor)
    named = floor.desk.requests.named(asker, request.id)

    assert named.answers["family_name"] == "Example"
    assert floor.desk.requests.details(asker, request.id).may_name


def test_a_colleague_of_the_agency_that_asks_sees_it(floor: Floor) -> None:
    request = _child(floor, agency=HARBOR)

    assert floor.desk.requests.named(ADMITTED, request.id) == request
    assert floor.desk.requests.details(ADMITTED, request.id).may_name


def test_the_read_is_written_down_by_itself_with_what_was_seen(floor: Floor) -> None:
    request = _child(floor)
    before = len(floor.trail(request.reference))
    floor.desk.requests.named(REQUESTER, request.id)
    read, *older = floor.trail(request.reference)

    assert (read.actor, read.action) == (Actor(REQUESTER.id), "request.name")
    assert read.fields == ("family_name", "forename", "birth")
    assert len(older) == before


def test_an_agency_that_was_only_alerted_reads_the_request_without_the_name(floor: Floor) -> None:
    request = _arrived(floor)
    details = floor.desk.requests.details(ADMITTED, request.id)

    with pytest.raises(Refusal, match="Only the agency that asks, or an officer"):
        floor.desk.requests.named(ADMITTED, request.id)

    assert not details.may_name
    assert floor.refused(request.reference) == [(ADMITTED.id, "request.name")]


def test_an_auditor_reads_without_names(floor: Floor) -> None:
    request = _child(floor)

    with pytest.raises(Refusal):
        floor.desk.requests.named(AUDITOR, request.id)

    assert not floor.desk.requests.details(AUDITOR, request.id).may_name
    assert floor.refused(request.reference) == [(AUDITOR.id, "request.name")]


@pytest.mark.parametrize("asker", [ADMITTED, NEWCOMER])
def test_nobody_else_learns_even_that_it_is_there(floor: Floor, asker: Person) -> None:
    request = _child(floor)

    def sentence(request_id: RequestId) -> str:
        with pytest.raises(Refusal) as refused:
            floor.desk.requests.named(asker, request_id)
        return str(refused.value)

    assert sentence(request.id) == sentence(RequestId("nothing"))
    assert floor.desk.requests.details(OFFICER, request.id).request == request


def test_a_name_of_no_request_is_no_name(floor: Floor) -> None:
    with pytest.raises(NoSuchRecord):
        floor.desk.requests.named(OFFICER, RequestId("nothing"))
