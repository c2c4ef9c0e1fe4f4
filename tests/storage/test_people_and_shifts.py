"""People, agencies and shifts come back as they were kept, and the right ones are asked."""

from dataclasses import replace

import pytest

from storage.database import Database
from storage.records.agencies import Agency, AgencyKind
from storage.records.people import SYSTEM, Person, PersonId, Role
from storage.records.roster import Shift
from tests.storage.examples import ADA, BORIS, NOW, after, new_id


def test_somebody_is_known_as_they_were_last_seen(database: Database) -> None:
    ada = Person(id=ADA, role=Role.OFFICER)
    with database.transaction() as tx:
        tx.people.save(ada)
        tx.people.save(replace(ada, timezone="Asia/Tokyo", checked_at=NOW, agency_id="example-city-police"))

    with database.reading() as tx:
        seen = tx.people.get(ADA)
        assert seen == replace(ada, timezone="Asia/Tokyo", checked_at=NOW, agency_id="example-city-police")
        assert tx.people.get(BORIS) is None
        assert tx.people.all() == [seen]


@pytest.mark.parametrize(
    ("person", "counts"),
    [
        (Person(id=ADA, role=Role.OFFICER), True),
        (Person(id=ADA, role=Role.SUPERVISOR), True),
        (Person(id=ADA, role=Role.AUDITOR), False),
        (Person(id=ADA), False),
        (Person(id=ADA, role=Role.OFFICER, deactivated=True), False),
        (Person(id=ADA, role=Role.OFFICER, is_bot=True), False),
        (Person(id=PersonId("T9/UADA"), role=Role.OFFICER, outside=True), False),
        (Person(id=PersonId("T9/UADA"), role=Role.REQUESTER, outside=True), True),
    ],
)
def test_a_role_counts_for_those_who_can_act_in_it(
    database: Database, person: Person, *, counts: bool
) -> None:
    with database.transaction() as tx:
        tx.people.save(person)

    with database.reading() as tx:
        found = tx.people.with_role(Role.OFFICER, Role.SUPERVISOR, Role.REQUESTER)

    assert found == ([person] if counts else [])


def test_an_agency_is_reached_through_those_of_its_requesters_who_can_act(database: Database) -> None:
    ours = Person(id=ADA, role=Role.REQUESTER, agency_id="example-city-police")
    elsewhere = replace(ours, id=PersonId("UBOB"), agency_id="example-county-sheriff")
    gone = replace(ours, id=PersonId("UCAM"), deactivated=True)
    officer = replace(ours, id=PersonId("UDOT"), role=Role.OFFICER)
    with database.transaction() as tx:
        for person in (ours, elsewhere, gone, officer):
            tx.people.save(person)

    with database.reading() as tx:
        found = tx.people.requesters_of("example-city-police")

    assert found == [ours]


def test_the_example_agencies_are_there_from_the_start(database: Database) -> None:
    with database.reading() as tx:
        agencies = tx.agencies.all()
        police = tx.agencies.get("example-city-police")
        task_forces = [agency for agency in agencies if agency.kind is AgencyKind.ICAC]

        assert police == Agency(
            id="example-city-police",
            name="Example City Police Department",
            kind=AgencyKind.LOCAL,
            ori="TXEX00200",
            state="TX",
        )
        assert tx.agencies.by_ori("TXEX00200") == police
        assert tx.agencies.get("nobody") is None
    assert [agency.name for agency in agencies] == sorted(agency.name for agency in agencies)
    assert len(task_forces) == 61
    assert len({agency.state for agency in task_forces}) == 50


def a_shift(person: PersonId, start: int, end: int, *, entered: int = -100) -> Shift:
    """Hours from now."""
    return Shift(
        id=new_id(),
        person=person,
        starts_at=after(hours=start),
        ends_at=after(hours=end),
        entered_at=after(hours=entered),
        entered_by=SYSTEM,
    )


def test_the_shifts_of_a_span_are_those_that_touch_it(database: Database) -> None:
    before, across, inside, behind = (
        a_shift(ADA, -8, 0),
        a_shift(BORIS, -1, 1),
        a_shift(ADA, 2, 3),
        a_shift(ADA, 8, 9),
    )
    with database.transaction() as tx:
        for shift in (behind, inside, across, before):
            tx.roster.add(shift)

    with database.reading() as tx:
        assert tx.roster.between(NOW, after(hours=8)) == [across, inside]


def test_the_home_workspace_is_remembered(database: Database) -> None:
    with database.transaction() as tx:
        before = tx.workspace.home_team()
        tx.workspace.set_home_team(team_id="T1", bot_user_id="UBOT", bot_id="B1")
        tx.workspace.set_home_team(team_id="T1", bot_user_id="UBOT", bot_id="B2")

    with database.reading() as tx:
        assert (before, tx.workspace.home_team()) == (None, "T1")
