"""Alerts: each US agency concerned is told once, by a message to each of its people."""

from typing import Any

import pytest

from bot.rules.errors import InvalidForm, NotYet
from storage.records.people import Person, PersonId, Role
from storage.records.requests import Direction, LiaisonRequest, RequestKind
from tests.desk.around import both_databases
from tests.desk.floor import OFFICER, SECOND, Floor

HARBOR, CITY, LAKESIDE = "harbor-city-police", "example-city-police", "lakeside-county-sheriff"
IN_LAKESIDE = Person(id=PersonId("ULAKE"), role=Role.REQUESTER, agency_id=LAKESIDE)


def _arrival(floor: Floor, *offices: str, asker: Person = OFFICER, **changes: Any) -> LiaisonRequest:
    """A traveller of whom another country told the desk, and the offices concerned."""
    answers = {"agency": "", "offices": ",".join(offices), "arrives_on": "2026-03-09", **changes}
    return floor.file_request(asker, kind=RequestKind.TRAVEL, direction=Direction.INCOMING, **answers)


def _alert(floor: Floor, request: LiaisonRequest, agency: str = HARBOR) -> str:
    return next(each.id for each in floor.alerts(request) if each.agency_id == agency)


@both_databases
def test_each_agency_is_alerted_and_each_of_its_people_sees_it(floor: Floor) -> None:
    colleague = Person(id=PersonId("UHARBOR"), role=Role.REQUESTER, agency_id=HARBOR)
    floor.change(colleague)
    floor.change(IN_LAKESIDE)
    request = _arrival(floor, HARBOR, LAKESIDE)

    assert [each.agency_id for each in floor.alerts(request)] == [HARBOR, LAKESIDE]
    assert [each for each in floor.told() if each.startswith("alert")] == [
        "alert -> dm:T9/UADM",
        "alert -> dm:UHARBOR",
        "alert -> dm:ULAKE",
    ]


def test_an_agency_that_is_named_twice_is_alerted_once(floor: Floor) -> None:
    request = _arrival(floor, HARBOR, HARBOR)
    floor.told()
    floor.take(OFFICER, request, "alert", alerted=HARBOR)

    assert len(floor.alerts(request)) == 1
    assert not [each for each in floor.told() if "alert" in each]


def test_an_officer_alerts_another_agency_from_the_card(floor: Floor) -> None:
    request = _arrival(floor)
    floor.told()
    after = floor.take(SECOND, request, "alert", alerted=HARBOR)

    assert (after.state, after.due_at) == (request.state, request.due_at)
    assert "alert -> dm:T9/UADM" in floor.told()


def test_the_task_force_of_a_report_is_alerted(floor: Floor) -> None:
    floor.change(IN_LAKESIDE)
    floor.file_request(OFFICER, kind=RequestKind.CYBERTIP, direction=Direction.INCOMING, task_force=LAKESIDE)

    assert "alert -> dm:ULAKE" in floor.told()


@pytest.mark.parametrize("field", ["offices", "task_force"])
def test_an_agency_that_is_not_registered_is_not_alerted_and_nothing_is_filed(
    floor: Floor, field: str
) -> None:
    kind = RequestKind.TRAVEL if field == "offices" else RequestKind.CYBERTIP
    with pytest.raises(InvalidForm) as invalid:
        floor.file(OFFICER, kind=kind, direction=Direction.INCOMING, **{field: "an-agency-of-no-registry"})

    assert set(invalid.value.errors) == {field}
    assert floor.desk.requests.listing(OFFICER, "").total == 0
    assert floor.told() == []


def test_an_agency_of_no_registry_is_not_alerted_from_the_card(floor: Floor) -> None:
    request = _arrival(floor)

    with pytest.raises(InvalidForm) as invalid:
        floor.take(OFFICER, request, "alert", alerted="an-agency-of-no-registry")

    assert set(invalid.value.errors) == {"alerted"}


def test_what_goes_abroad_alerts_nobody_unless_it_is_a_report(floor: Floor) -> None:
    with pytest.raises(NotYet):
        floor.take(OFFICER, floor.claimed(kind=RequestKind.TRAVEL), "alert", alerted=HARBOR)

    report = floor.claimed(key="2", kind=RequestKind.CYBERTIP)
    floor.take(OFFICER, report, "alert", alerted=HARBOR)
    assert len(floor.alerts(report)) == 1


def test_the_alert_shows_no_name(floor: Floor) -> None:
    request = _arrival(floor, HARBOR, facts="An invented secret.")
    facts = floor.desk.alerts.facts(_alert(floor, request))

    assert facts is not None
    assert (facts.reference, facts.country, facts.arrives_on) == (request.reference, "FR", "2026-03-09")
    assert not [word for word in ("Edgar", "Example,", "secret", "1990") if word in str(facts)]
