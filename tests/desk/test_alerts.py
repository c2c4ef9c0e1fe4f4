"""Alerts: each US agency concerned is told once, acknowledges once, and is called when it does not."""

from typing import Any

import pytest

from bot.rules.errors import InvalidForm, NotYet
from storage.records.announcements import AlertUnanswered
from storage.records.people import Person, PersonId, Role
from storage.records.requests import Direction, LiaisonRequest, RequestKind
from tests.desk.floor import ADMITTED, OFFICER, SECOND, Floor

HARBOR, CITY, LAKESIDE = "harbor-city-police", "example-city-police", "lakeside-county-sheriff"
IN_LAKESIDE = Person(id=PersonId("ULAKE"), role=Role.REQUESTER, agency_id=LAKESIDE)


def _arrival(floor: Floor, *offices: str, asker: Person = OFFICER, **changes: Any) -> LiaisonRequest:
    """A traveller of whom another country told the desk, and the offices concerned."""
    answers = {"agency": "", "offices": ",".join(offices), "arrives_on": "2026-03-09", **changes}
    return floor.file_request(asker, kind=RequestKind.TRAVEL, direction=Direction.INCOMING, **answers)


def _alert(floor: Floor, request: LiaisonRequest, agency: str = HARBOR) -> str:
    return next(each.id for each in floor.alerts(request) if each.agency_id == agency)


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


def test_when_nobody_of_the_agency_is_in_slack_the_desk_is_told_to_call(floor: Floor) -> None:
    floor.change(Person(id=PersonId("UGONE"), role=Role.REQUESTER, agency_id=LAKESIDE, deactivated=True))
    request = _arrival(floor, LAKESIDE)

    assert floor.told_by(AlertUnanswered) == [
        AlertUnanswered(
            alert_id=_alert(floor, request, LAKESIDE),
            record_id=request.id,
            reference=request.reference,
            agency="Lakeside County Sheriff's Office",
            nobody_there=True,
        )
    ]


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


def test_after_an_hour_without_an_answer_the_desk_is_told_which_agency_to_call(floor: Floor) -> None:
    floor.change(IN_LAKESIDE)
    request = _arrival(floor, HARBOR, LAKESIDE)
    floor.desk.alerts.acknowledge(ADMITTED, _alert(floor, request))
    floor.told()
    floor.clock.advance(minutes=59)
    early = floor.desk.reminders.sweep()
    floor.clock.advance(minutes=1)
    floor.desk.reminders.sweep()
    waiting = [row for row in floor.waiting() if isinstance(row.what, AlertUnanswered)]

    assert early == 0
    assert [(row.place, row.what.agency) for row in waiting if isinstance(row.what, AlertUnanswered)] == [
        ("desk", "Lakeside County Sheriff's Office")
    ]


def test_what_every_agency_acknowledged_is_not_asked_for(floor: Floor) -> None:
    request = _arrival(floor, HARBOR)
    floor.desk.alerts.acknowledge(ADMITTED, _alert(floor, request))
    floor.clock.advance(hours=2)
    floor.desk.reminders.sweep()

    assert floor.told_by(AlertUnanswered) == []


def test_claiming_it_does_not_hide_that_an_agency_does_not_answer(floor: Floor) -> None:
    request = _arrival(floor, HARBOR)
    floor.desk.requests.claim(OFFICER, request.id)
    floor.clock.advance(hours=1)
    floor.desk.reminders.sweep()
    floor.take(OFFICER, request, "watch")
    floor.clock.advance(hours=1)
    floor.desk.reminders.sweep()

    assert len(floor.told_by(AlertUnanswered)) == 1


def test_an_agency_alerted_later_does_not_delay_the_call_to_the_first(floor: Floor) -> None:
    floor.change(IN_LAKESIDE)
    request = _arrival(floor, HARBOR)
    floor.clock.advance(minutes=50)
    floor.take(OFFICER, request, "alert", alerted=LAKESIDE)
    floor.clock.advance(minutes=10)
    floor.desk.reminders.sweep()
    first = [each.agency for each in floor.told_by(AlertUnanswered)]
    floor.clock.advance(minutes=50)
    floor.desk.reminders.sweep()
    second = [each.agency for each in floor.told_by(AlertUnanswered)]

    assert (first, second) == (["Harbor City Police Department"], ["Lakeside County Sheriff's Office"])


def test_what_is_over_calls_no_agency_any_more(floor: Floor) -> None:
    request = _arrival(floor, HARBOR)
    floor.desk.requests.claim(OFFICER, request.id)
    floor.close(OFFICER, request)
    floor.clock.advance(hours=2)
    floor.desk.reminders.sweep()

    assert floor.told_by(AlertUnanswered) == []
