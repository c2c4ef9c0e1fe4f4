"""Acknowledging an alert: once, by somebody of the agency or for a caller; and what the agency sees."""

from typing import Any

import pytest

from bot.rules.errors import NoSuchRecord, NotYet, Refusal
from storage.records.people import Actor, Person, PersonId, Role
from storage.records.requests import Direction, LiaisonRequest, RequestKind
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, AUDITOR, OFFICER, REQUESTER, STRANGER, Floor
from tests.storage.examples import all_at_once

HARBOR, CITY, LAKESIDE = "harbor-city-police", "example-city-police", "lakeside-county-sheriff"
IN_LAKESIDE = Person(id=PersonId("ULAKE"), role=Role.REQUESTER, agency_id=LAKESIDE)


def _arrival(floor: Floor, *offices: str, asker: Person = OFFICER, **changes: Any) -> LiaisonRequest:
    """A traveller of whom another country told the desk, and the offices concerned."""
    answers = {"agency": "", "offices": ",".join(offices), "arrives_on": "2026-03-09", **changes}
    return floor.file_request(asker, kind=RequestKind.TRAVEL, direction=Direction.INCOMING, **answers)


def _alert(floor: Floor, request: LiaisonRequest, agency: str = HARBOR) -> str:
    return next(each.id for each in floor.alerts(request) if each.agency_id == agency)


@both_databases
def test_somebody_of_the_agency_acknowledges_and_everybody_sees_it(floor: Floor) -> None:
    request = _arrival(floor, HARBOR, LAKESIDE)
    alert_id = _alert(floor, request)
    floor.told()
    floor.clock.advance(minutes=5)
    acknowledged = floor.desk.alerts.acknowledge(ADMITTED, alert_id)
    facts = floor.desk.alerts.facts(alert_id)
    card = floor.desk.requests.card(request.id)

    assert acknowledged.id == request.id
    assert facts is not None
    assert (facts.acknowledged_at, facts.acknowledged_by) == (floor.clock.now(), Actor(ADMITTED.id))
    assert card is not None
    assert (card.alerted, card.acknowledged) == (2, 1)
    assert floor.told() == ["alert -> dm:T9/UADM", "request_card -> desk"]
    assert floor.audited(request.reference)[0] == (ADMITTED.id, "alert.acknowledge")


def test_an_officer_acknowledges_for_somebody_on_the_telephone(floor: Floor) -> None:
    request = _arrival(floor, LAKESIDE)
    floor.desk.alerts.acknowledge(OFFICER, _alert(floor, request, LAKESIDE))

    assert [each.acknowledged_by for each in floor.alerts(request)] == [Actor(OFFICER.id)]
    assert [event.step for event in floor.desk.requests.details(OFFICER, request.id).events] == [
        "alert_acknowledged",
        "filed",
    ]


@pytest.mark.parametrize("asker", [IN_LAKESIDE, REQUESTER, AUDITOR, STRANGER])
def test_another_agency_acknowledges_nothing(floor: Floor, asker: Person) -> None:
    floor.change(IN_LAKESIDE)
    request = _arrival(floor, HARBOR, LAKESIDE)

    with pytest.raises(Refusal):
        floor.desk.alerts.acknowledge(asker, _alert(floor, request))

    assert not any(each.acknowledged_at for each in floor.alerts(request))


def test_an_alert_of_others_sounds_like_one_that_is_not_there(floor: Floor) -> None:
    alert_id = _alert(floor, _arrival(floor, HARBOR))

    def sentence(alert_id: str) -> str:
        with pytest.raises(NoSuchRecord) as missing:
            floor.desk.alerts.acknowledge(REQUESTER, alert_id)
        return str(missing.value)

    assert sentence(alert_id) == sentence("nothing")
    assert floor.desk.alerts.facts("nothing") is None


@both_databases
def test_it_is_acknowledged_once(floor: Floor) -> None:
    alert_id = _alert(floor, _arrival(floor, HARBOR))
    floor.desk.alerts.acknowledge(ADMITTED, alert_id)

    with pytest.raises(NotYet, match="acknowledged already"):
        floor.desk.alerts.acknowledge(OFFICER, alert_id)


@both_databases
def test_of_eight_who_acknowledge_at_once_one_does(floor: Floor) -> None:
    request = _arrival(floor, HARBOR)
    alert_id = _alert(floor, request)

    def acknowledge(index: int) -> bool:
        try:
            floor.desk.alerts.acknowledge((ADMITTED, OFFICER)[index % 2], alert_id)
        except NotYet:
            return False
        return True

    assert sum(all_at_once(8, acknowledge)) == 1
    steps = [event.step for event in floor.desk.requests.details(OFFICER, request.id).events]
    assert steps.count("alert_acknowledged") == 1


def test_the_alerted_agency_reads_the_request_and_others_do_not(floor: Floor) -> None:
    request = _arrival(floor, HARBOR)
    floor.change(IN_LAKESIDE)

    assert floor.desk.requests.status(ADMITTED, request.reference).reference == request.reference
    assert floor.desk.requests.details(ADMITTED, request.id).request == request
    assert floor.desk.requests.details(ADMITTED, request.id).alerts == ()
    for other in (IN_LAKESIDE, REQUESTER):
        with pytest.raises(NoSuchRecord):
            floor.desk.requests.details(other, request.id)
        with pytest.raises(NoSuchRecord):
            floor.desk.requests.status(other, request.reference)


@both_databases
def test_the_alerted_agency_finds_it_in_its_lists_and_others_do_not(floor: Floor) -> None:
    colleague = Person(id=PersonId("UHARBOR"), role=Role.REQUESTER, agency_id=HARBOR)
    for person in (colleague, IN_LAKESIDE):
        floor.change(person)
    request = _arrival(floor, HARBOR)
    _arrival(floor, key="of-nobody", family_name="Different")
    found = {
        person.id: [row.reference for row in floor.desk.requests.listing(person, words).rows]
        for words in ("", "travel")
        for person in (colleague, ADMITTED, IN_LAKESIDE, REQUESTER)
    }

    assert found == {
        colleague.id: [request.reference],
        ADMITTED.id: [request.reference],
        IN_LAKESIDE.id: [],
        REQUESTER.id: [],
    }


@pytest.mark.parametrize("step", ["supplement", "info", "withdraw", "claim", "watch", "tell"])
def test_the_alerted_agency_takes_no_step_of_it(floor: Floor, step: str) -> None:
    request = _arrival(floor, HARBOR)
    if step == "info":
        floor.desk.requests.claim(OFFICER, request.id)
        floor.take(OFFICER, request, "ask_info", missing="The flight.")
    before = floor.request(request.id)

    with pytest.raises(Refusal):
        floor.take(ADMITTED, request, step, information="Invented.")

    assert floor.request(request.id) == before
