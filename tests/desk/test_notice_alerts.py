"""Alerts about another country's notice: to the agencies chosen and those of its state, until they know."""

from typing import Any

import pytest

from bot.rules.errors import InvalidForm, NoSuchRecord, NotYet
from storage.records.announcements import Surface, SurfaceKind
from storage.records.notices import Colour, Notice
from storage.records.people import Actor, Person, PersonId, Role
from tests.desk.around import both_databases
from tests.desk.floor import ADMITTED, OFFICER, OPERATOR, REQUESTER, Floor
from tests.desk.notice_life import evidence, takes

HARBOR, CITY, STATE_POLICE = "harbor-city-police", "example-city-police", "northern-state-police"
TASK_FORCES = ["icac-ny-1", "icac-ny-2"]
IN_THE_STATE_POLICE = Person(id=PersonId("USTATE"), role=Role.REQUESTER, agency_id=STATE_POLICE)


def _alerted(floor: Floor, notice: Notice) -> list[str]:
    return sorted(each.agency_id for each in floor.alerts(notice))


def _alert(floor: Floor, notice: Notice, agency: str = HARBOR) -> str:
    return next(each.id for each in floor.alerts(notice) if each.agency_id == agency)


def _late_calls(floor: Floor) -> list[str]:
    """Which agencies the desk is told to call, after they had their time."""
    calls = [
        row.what.record_id
        for row in floor.waiting()
        if isinstance(row.what, Surface) and row.what.kind is SurfaceKind.ALERT_CALL and row.what.alarm
    ]
    found = (floor.desk.alerts.facts(alert_id) for alert_id in calls)
    return [facts.agency for facts in found if facts is not None]


def _add(floor: Floor, notice: Notice, **answers: str) -> Notice:
    """To what was asked first."""
    kept = floor.notice(notice.id)
    return floor.desk.notices.add(OFFICER, notice.id, "basics", {**kept.answers, **answers})


@both_databases
def test_each_agency_that_is_chosen_is_alerted_and_each_of_its_people_sees_it(floor: Floor) -> None:
    notice = floor.received(offices=f"{HARBOR},{CITY},{HARBOR}")
    facts = floor.desk.alerts.facts(_alert(floor, notice))

    assert _alerted(floor, notice) == [CITY, HARBOR]
    assert [each for each in floor.told() if each.startswith("alert")] == [
        "alert -> dm:T9/UADM",
        "alert_call -> desk",
    ]
    assert facts is not None
    assert (facts.reference, facts.colour, facts.kind, facts.country) == (
        notice.reference,
        Colour.RED,
        None,
        "FR",
    )
    assert not [word for word in ("Edgar", "wanted for trial", "1990") if word in str(facts)]


@pytest.mark.parametrize(
    ("answers", "alerted"),
    [
        ({"us_state": "NY"}, [STATE_POLICE]),
        ({"us_state": "NY", "offence": "smuggling"}, [STATE_POLICE]),
        ({"us_state": "NY", "offence": "kidnapping"}, [*TASK_FORCES, STATE_POLICE]),
        ({"us_state": "NY", "offence": "sex_tourism"}, [*TASK_FORCES, STATE_POLICE]),
        ({"us_state": "NY", "offices": f"{STATE_POLICE},{HARBOR}"}, [HARBOR, STATE_POLICE]),
        ({"us_state": "TX"}, []),
        ({"offence": "kidnapping"}, []),
    ],
)
def test_the_police_of_the_state_are_alerted_and_task_forces_where_children_are_harmed(
    floor: Floor, answers: dict[str, Any], alerted: list[str]
) -> None:
    assert _alerted(floor, floor.received(**answers)) == alerted


@both_databases
def test_somebody_of_the_agency_acknowledges_once(floor: Floor) -> None:
    notice = floor.received(offices=HARBOR, us_state="NY")
    floor.told()
    floor.desk.alerts.acknowledge(ADMITTED, _alert(floor, notice))
    card = floor.desk.notices.card(notice.id)

    assert card is not None
    assert (card.alerted, card.acknowledged) == (2, 1)
    assert floor.told() == ["alert -> dm:T9/UADM", "notice_card -> desk"]
    assert floor.audited(notice.reference)[0] == (ADMITTED.id, "alert.acknowledge")
    assert (evidence(floor, notice).step, evidence(floor, notice).actor) == (
        "alert_acknowledged",
        Actor(ADMITTED.id),
    )
    with pytest.raises(NotYet, match="acknowledged already"):
        floor.desk.alerts.acknowledge(OFFICER, _alert(floor, notice))


def test_nobody_of_another_agency_acknowledges_for_it(floor: Floor) -> None:
    floor.change(IN_THE_STATE_POLICE)
    notice = floor.received(offices=HARBOR, us_state="NY")

    for asker in (IN_THE_STATE_POLICE, REQUESTER):
        with pytest.raises(NoSuchRecord):
            floor.desk.alerts.acknowledge(asker, _alert(floor, notice))


def test_after_an_hour_the_desk_is_told_which_agencies_to_call(floor: Floor) -> None:
    floor.change(IN_THE_STATE_POLICE)
    notice = floor.received(offices=HARBOR, us_state="NY")
    floor.desk.alerts.acknowledge(ADMITTED, _alert(floor, notice))
    floor.told()
    floor.clock.advance(minutes=59)
    floor.desk.reminders.sweep()
    early = _late_calls(floor)
    floor.clock.advance(minutes=1)
    floor.desk.reminders.sweep()

    assert early == []
    assert _late_calls(floor) == ["Northern State Police"]


@pytest.mark.parametrize(("step", "called"), [("located", True), ("end", False)])
def test_a_step_does_not_hide_that_an_agency_does_not_answer_and_the_end_does(
    floor: Floor, step: str, called: bool
) -> None:
    notice = floor.received(offices=HARBOR)
    takes(floor, notice, step)
    floor.clock.advance(hours=1)
    floor.desk.reminders.sweep()

    assert bool(_late_calls(floor)) is called


def test_an_officer_alerts_another_one_from_the_card(floor: Floor) -> None:
    notice = floor.received()
    floor.told()
    after = takes(floor, notice, "alert", alerted=HARBOR)
    takes(floor, notice, "alert", alerted=HARBOR)

    assert (after.state, after.due_at) == (notice.state, notice.due_at)
    assert [each for each in floor.told() if each.startswith("alert")] == ["alert -> dm:T9/UADM"]
    with pytest.raises(InvalidForm) as invalid:
        takes(floor, notice, "alert", alerted="an-agency-of-no-registry")
    assert set(invalid.value.errors) == {"alerted"}


def test_agencies_of_a_state_or_chosen_later_are_alerted_once(floor: Floor) -> None:
    notice = floor.received(offices=CITY)
    floor.told()
    for _ in range(2):
        _add(floor, notice, us_state="NY", offices=f"{CITY},{HARBOR}")

    assert _alerted(floor, notice) == [CITY, HARBOR, STATE_POLICE]
    assert [each for each in floor.told() if each.startswith("alert")] == [
        "alert -> dm:T9/UADM",
        "alert_call -> desk",
    ]


def test_an_agency_that_was_removed_since_does_not_hinder_what_is_added(floor: Floor) -> None:
    notice = floor.received(offices=HARBOR)
    floor.desk.registry_edits.remove_agency(OPERATOR, HARBOR, 1)

    assert _add(floor, notice, us_state="NY").answers["us_state"] == "NY"
    assert _alerted(floor, notice) == [HARBOR, STATE_POLICE]
