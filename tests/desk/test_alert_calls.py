"""Agencies to call: nobody of them is in Slack, or nobody there acknowledges an alert within an hour."""

from typing import Any

from bot.rules.registry import AgencyForm
from storage.records.agencies import AgencyKind
from storage.records.announcements import DESK, Surface, SurfaceKind
from storage.records.people import Actor, Person, PersonId, Role
from storage.records.requests import Direction, LiaisonRequest, RequestKind
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, OFFICER, SECOND, Floor

HARBOR, LAKESIDE = "harbor-city-police", "lakeside-county-sheriff"
IN_LAKESIDE = Person(id=PersonId("ULAKE"), role=Role.REQUESTER, agency_id=LAKESIDE)


def _arrival(floor: Floor, *offices: str, asker: Person = OFFICER, **changes: Any) -> LiaisonRequest:
    """A traveller of whom another country told the desk, and the offices concerned."""
    answers = {"agency": "", "offices": ",".join(offices), "arrives_on": "2026-03-09", **changes}
    return floor.file_request(asker, kind=RequestKind.TRAVEL, direction=Direction.INCOMING, **answers)


def _alert(floor: Floor, request: LiaisonRequest, agency: str = HARBOR) -> str:
    return next(each.id for each in floor.alerts(request) if each.agency_id == agency)


def _edited(floor: Floor) -> list[tuple[str, int]]:
    """Which of the desk's calls are edited where they stand."""
    return [
        (row.place, row.what.alarm)
        for row in floor.waiting()
        if isinstance(row.what, Surface) and row.what.kind is SurfaceKind.ALERT_CALL and row.posted
    ]


def _calls(floor: Floor) -> list[tuple[str, str, int]]:
    """What tells whom that which agency has to be called; 1 stands for the late one."""
    return [
        (row.place, facts.agency, row.what.alarm)
        for row in floor.waiting()
        if isinstance(row.what, Surface)
        and row.what.kind is SurfaceKind.ALERT_CALL
        and row.posted is None
        and (facts := floor.desk.alerts.facts(row.what.record_id)) is not None
    ]


def test_when_nobody_of_the_agency_is_in_slack_the_desk_is_told_to_call(floor: Floor) -> None:
    floor.change(Person(id=PersonId("UGONE"), role=Role.REQUESTER, agency_id=LAKESIDE, deactivated=True))
    _arrival(floor, LAKESIDE)

    assert _calls(floor) == [("desk", "Lakeside County Sheriff's Office", 0)]


@both_databases
def test_after_an_hour_without_an_answer_the_desk_is_told_which_agency_to_call(floor: Floor) -> None:
    floor.change(IN_LAKESIDE)
    request = _arrival(floor, HARBOR, LAKESIDE)
    floor.desk.alerts.acknowledge(ADMITTED, _alert(floor, request))
    floor.told()
    floor.clock.advance(minutes=59)
    early = floor.desk.reminders.sweep()
    floor.clock.advance(minutes=1)
    floor.desk.reminders.sweep()

    assert early == 0
    assert _calls(floor) == [("desk", "Lakeside County Sheriff's Office", 1)]


def test_what_every_agency_acknowledged_is_not_asked_for(floor: Floor) -> None:
    request = _arrival(floor, HARBOR)
    floor.desk.alerts.acknowledge(ADMITTED, _alert(floor, request))
    floor.clock.advance(hours=2)
    floor.desk.reminders.sweep()

    assert _calls(floor) == []


def test_claiming_it_does_not_hide_that_an_agency_does_not_answer(floor: Floor) -> None:
    request = _arrival(floor, HARBOR)
    floor.desk.requests.claim(OFFICER, request.id)
    floor.clock.advance(hours=1)
    floor.desk.reminders.sweep()
    floor.take(OFFICER, request, "watch")
    floor.clock.advance(hours=1)
    floor.desk.reminders.sweep()

    assert len(_calls(floor)) == 1


def test_an_agency_alerted_later_does_not_delay_the_call_to_the_first(floor: Floor) -> None:
    floor.change(IN_LAKESIDE)
    request = _arrival(floor, HARBOR)
    floor.clock.advance(minutes=50)
    floor.take(OFFICER, request, "alert", alerted=LAKESIDE)
    floor.clock.advance(minutes=10)
    floor.desk.reminders.sweep()
    first = [agency for _, agency, _ in _calls(floor)]
    floor.clock.advance(minutes=50)
    floor.desk.reminders.sweep()
    second = [agency for _, agency, _ in _calls(floor)]

    assert (first, second) == (["Harbor City Police Department"], ["Lakeside County Sheriff's Office"])


def test_what_is_over_calls_no_agency_any_more(floor: Floor) -> None:
    request = _arrival(floor, HARBOR)
    floor.desk.requests.claim(OFFICER, request.id)
    floor.close(OFFICER, request)
    floor.clock.advance(hours=2)
    floor.desk.reminders.sweep()

    assert _calls(floor) == []


@both_databases
def test_the_call_is_edited_once_somebody_says_that_the_agency_knows(floor: Floor) -> None:
    request = _arrival(floor, LAKESIDE)
    alert_id = _alert(floor, request, LAKESIDE)
    assert len(_calls(floor)) == 1

    floor.desk.alerts.acknowledge(SECOND, alert_id)
    facts = floor.desk.alerts.facts(alert_id)

    assert _edited(floor) == [(DESK, 0)]
    assert facts is not None
    assert (facts.acknowledged_by, facts.reference) == (Actor(SECOND.id), request.reference)


def test_after_an_hour_the_call_is_said_anew_for_an_edit_notifies_nobody(floor: Floor) -> None:
    request = _arrival(floor, LAKESIDE)
    at_once = _calls(floor)
    floor.clock.advance(hours=1)
    floor.desk.reminders.sweep()
    late = _calls(floor)
    floor.clock.advance(days=1)
    floor.desk.reminders.sweep()
    again = _calls(floor)
    floor.desk.alerts.acknowledge(OFFICER, _alert(floor, request, LAKESIDE))

    assert [alarm for _, _, alarm in at_once + late + again] == [0, 1]
    assert sorted(_edited(floor)) == [(DESK, 0), (DESK, 1)]


def test_what_was_never_called_is_not_said_once_it_is_acknowledged(floor: Floor) -> None:
    request = _arrival(floor, HARBOR)
    floor.told()
    floor.desk.alerts.acknowledge(ADMITTED, _alert(floor, request))

    assert not [each for each in floor.told() if each.startswith("alert_call")]


def test_each_agency_that_has_to_be_called_is_a_message_of_its_own(floor: Floor) -> None:
    request = _arrival(floor, LAKESIDE, "example-city-police")
    called = _calls(floor)
    floor.desk.alerts.acknowledge(OFFICER, _alert(floor, request, LAKESIDE))

    assert sorted(agency for _, agency, _ in called) == [
        "Example City Police Department",
        "Lakeside County Sheriff's Office",
    ]
    assert _edited(floor) == [(DESK, 0)]


def test_whom_to_call_stands_there_with_a_number_where_the_registry_has_one(floor: Floor) -> None:
    patrol = AgencyForm(
        name="Example Harbor Patrol", kind=AgencyKind.LOCAL, state="ME", telephone="+1 202-555-0100"
    )
    agency = floor.desk.registry_edits.add_agency(OFFICER, patrol, "k")
    request = _arrival(floor, agency.id, LAKESIDE)
    shown = [floor.desk.alerts.facts(_alert(floor, request, each)) for each in (agency.id, LAKESIDE)]

    assert [(facts.agency, facts.telephone) for facts in shown if facts] == [
        ("Example Harbor Patrol", agency.telephone),
        ("Lakeside County Sheriff's Office", ""),
    ]
    assert agency.telephone.endswith("0100")
