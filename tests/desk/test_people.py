"""People: learned from Slack, given roles by supervisors, admitted from outside for one agency."""

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace

import pytest

from bot.rules.errors import DeskError, Refusal
from storage.records.people import Actor, Person, PersonId, Role
from tests.desk.around import both_databases
from tests.desk.floor import (
    ADMITTED,
    NEWCOMER,
    OFFICER,
    OPERATOR,
    REQUESTER,
    SECOND,
    STRANGER,
    SUPERVISOR,
    Floor,
)


def _learn(floor: Floor, person: Person, **changes: bool) -> Person:
    facts = {"outside": False, "deactivated": False, "is_bot": False} | changes
    return floor.desk.people.learn(person_id=person.id, timezone="Europe/Paris", **facts)


@both_databases
def test_what_slack_tells_is_kept_and_role_and_agency_stay(floor: Floor) -> None:
    learned = _learn(floor, ADMITTED, deactivated=True)

    assert learned == floor.desk.people.known(ADMITTED.id)
    assert (learned.role, learned.agency_id) == (Role.REQUESTER, "harbor-city-police")
    assert (learned.deactivated, learned.timezone) == (True, "Europe/Paris")
    assert learned.checked_at == floor.clock.now()


def test_nobody_has_a_role_by_default(floor: Floor) -> None:
    learned = _learn(floor, Person(id=PersonId("UFIRST")))

    assert learned.role is None
    assert floor.desk.people.known(PersonId("UNKNOWN")) is None


@pytest.mark.parametrize("by", [OPERATOR, Actor(SUPERVISOR.id)])
def test_a_supervisor_or_an_operator_gives_a_role(floor: Floor, by: Actor) -> None:
    granted = floor.desk.people.grant(NEWCOMER.id, Role.OFFICER, by=by)

    assert granted.role is Role.OFFICER
    assert floor.audited(NEWCOMER.id) == [(by, "people.grant")]
    assert NEWCOMER.id in {person.id for person in floor.desk.people.officers()}


@pytest.mark.parametrize("by", [OFFICER, NEWCOMER, STRANGER])
def test_nobody_else_does(floor: Floor, by: Person) -> None:
    actor = Actor(by.id)

    with pytest.raises(Refusal):
        floor.desk.people.grant(NEWCOMER.id, Role.SUPERVISOR, by=actor)
    with pytest.raises(Refusal):
        floor.desk.people.revoke(SUPERVISOR.id, by=actor)
    with pytest.raises(Refusal):
        floor.desk.people.admit(STRANGER.id, "harbor-city-police", by=actor)

    assert floor.refused(NEWCOMER.id) == [(actor, "people.grant")]


def test_somebody_whom_the_desk_has_never_met_can_be_given_a_role(floor: Floor) -> None:
    floor.desk.people.grant(PersonId("UTOMORROW"), Role.OFFICER, by=OPERATOR)

    assert floor.desk.people.known(PersonId("UTOMORROW")) == Person(
        id=PersonId("UTOMORROW"), role=Role.OFFICER
    )


@pytest.mark.parametrize("person_id", [STRANGER.id, PersonId("T8/UNMET")])
def test_from_outside_nobody_becomes_an_officer(floor: Floor, person_id: PersonId) -> None:
    with pytest.raises(DeskError, match="Admit them as requester"):
        floor.desk.people.grant(person_id, Role.OFFICER, by=OPERATOR)


def test_a_revoked_role_takes_the_agency_with_it(floor: Floor) -> None:
    revoked = floor.desk.people.revoke(ADMITTED.id, by=OPERATOR)

    assert (revoked.role, revoked.agency_id) == (None, None)
    assert floor.audited(ADMITTED.id) == [("operator:root", "people.revoke")]


def test_a_revoked_person_sees_it_in_a_home_that_was_opened(floor: Floor) -> None:
    floor.desk.home_opened(OFFICER)
    floor.told()
    floor.desk.people.revoke(OFFICER.id, by=OPERATOR)

    assert floor.told() == ["home -> dm:UOFFICER"]
    assert floor.desk.home(OFFICER.id).role is None


def test_nobody_unknown_is_revoked(floor: Floor) -> None:
    with pytest.raises(DeskError, match="does not know UNKNOWN"):
        floor.desk.people.revoke(PersonId("UNKNOWN"), by=OPERATOR)


@pytest.mark.parametrize("agency", ["harbor-city-police", "CAEX00300", " caex00300 "])
def test_a_guest_is_admitted_for_one_agency_by_id_or_ori(floor: Floor, agency: str) -> None:
    admitted = floor.desk.people.admit(STRANGER.id, agency, by=OPERATOR)

    assert (admitted.role, admitted.agency_id) == (Role.REQUESTER, "harbor-city-police")


def test_nobody_is_admitted_for_an_agency_that_is_not_registered(floor: Floor) -> None:
    with pytest.raises(DeskError, match="No agency is registered"):
        floor.desk.people.admit(STRANGER.id, "nowhere", by=OPERATOR)


def test_an_officer_is_not_made_a_requester_by_admitting_them(floor: Floor) -> None:
    with pytest.raises(DeskError, match="Revoke that role first"):
        floor.desk.people.admit(OFFICER.id, "harbor-city-police", by=OPERATOR)


def test_the_first_supervisors_come_from_the_settings_once(floor: Floor) -> None:
    floor.desk.people.supervisors_from_settings([NEWCOMER.id, SUPERVISOR.id])
    floor.desk.people.supervisors_from_settings([NEWCOMER.id, SUPERVISOR.id])

    assert floor.audited(NEWCOMER.id) == [("system", "people.grant")]
    assert floor.audited(SUPERVISOR.id) == []
    assert {person.id for person in floor.desk.people.everybody() if person.role is Role.SUPERVISOR} == {
        NEWCOMER.id,
        SUPERVISOR.id,
    }


@pytest.mark.parametrize("person", [OFFICER, Person(id=PersonId("UFIRST"))])
def test_what_slack_tells_and_a_change_of_role_at_once_are_both_kept(floor: Floor, person: Person) -> None:
    with ThreadPoolExecutor(1) as elsewhere:
        with floor.database.transaction() as stores:
            held = stores.people.hold(person.id) or person
            learning = elsewhere.submit(_learn, floor, person)
            wait([learning], timeout=0.3)
            stores.people.save(replace(held, role=Role.AUDITOR))
        learning.result()

    known = floor.desk.people.known(person.id)
    assert known is not None
    assert (known.role, known.timezone) == (Role.AUDITOR, "Europe/Paris")


def test_the_officers_are_those_who_can_act_now(floor: Floor) -> None:
    assert {person.id for person in floor.desk.people.officers()} == {OFFICER.id, SECOND.id, SUPERVISOR.id}


def test_agencies_come_by_name(floor: Floor) -> None:
    names = [agency.name for agency in floor.desk.registry.agencies()]

    assert "Harbor City Police Department" in names
    assert names == sorted(names)


def test_a_shared_file_is_refused_once(floor: Floor) -> None:
    floor.desk.people.file_refused(REQUESTER, "file:F1")
    floor.desk.people.file_refused(REQUESTER, "file:F1")

    assert floor.told() == ["FilesRefused -> dm:UREQ"]
    assert floor.audited("file:F1") == [("UREQ", "file.refuse")]
