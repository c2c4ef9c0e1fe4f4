"""Requests, notices, events, escalations, people and shifts come back as they were kept."""

from dataclasses import replace

import pytest

from storage.database import Database
from storage.records.escalations import EscalationState
from storage.records.notices import RecordEvent
from storage.records.people import SYSTEM, Actor, Agency, Person, PersonId, Role
from storage.records.requests import Channel, OnBehalf
from storage.records.roster import Shift
from tests.storage.examples import (
    ADA,
    BORIS,
    NOW,
    a_notice,
    a_request,
    after,
    all_at_once,
    an_escalation,
    new_id,
)


def test_a_request_comes_back_as_it_was_kept(database: Database) -> None:
    request = a_request(
        facts="Ünïcode, “quotes”, \n and '; DROP TABLE requests;--",
        on_behalf=OnBehalf(channel=Channel.TELEPHONE, call_back="+1 555 0100"),
    )

    with database.transaction() as tx:
        tx.requests.add(request)

    with database.reading() as tx:
        assert tx.requests.get(request.id) == request
        assert tx.requests.by_reference(request.reference) == request
        assert tx.requests.by_reference("LR-1999-00001") is None


def test_a_notice_comes_back_as_it_was_kept_and_by_its_control_number(database: Database) -> None:
    request = a_request()
    notice = a_notice(request_id=request.id, control_number="A-1234/3-2026", owner=ADA)

    with database.transaction() as tx:
        tx.requests.add(request)
        tx.notices.add(notice)

    with database.reading() as tx:
        assert tx.notices.by_control_number("A-1234/3-2026") == notice
        assert tx.notices.by_control_number("A-9999/3-2026") is None


def test_events_come_newest_first(database: Database) -> None:
    filed = RecordEvent(
        record_id="N1", at=NOW, actor=Actor(ADA), step="filed", state="submitted", evidence={"reason": "none"}
    )
    with database.transaction() as tx:
        for step in ("filed", "claim", "approve"):
            tx.events.add(replace(filed, step=step))
        tx.events.add(replace(filed, record_id="N2"))

    with database.reading() as tx:
        assert [event.step for event in tx.events.latest("N1", limit=2)] == ["approve", "claim"]
        assert tx.events.latest("N2", limit=5) == [replace(filed, record_id="N2")]


def test_the_page_about_a_record_is_open_until_it_is_resolved(database: Database) -> None:
    page = an_escalation(record_id="R1", record_reference="LR-2026-00001")
    taken = replace(
        page, state=EscalationState.ACKNOWLEDGED, acknowledged_by=Actor(BORIS), acknowledged_at=NOW, version=2
    )
    resolved = replace(
        taken, state=EscalationState.RESOLVED, resolved_by=Actor(BORIS), resolved_at=after(hours=1), version=3
    )
    seen = []
    with database.transaction() as tx:
        tx.escalations.add(page)
        seen.append(tx.escalations.open_for("R1"))
        tx.escalations.save(taken)
        seen.append(tx.escalations.open_for("R1"))
        tx.escalations.save(resolved)
        seen.append(tx.escalations.open_for("R1"))

    assert seen == [page, taken, None]


def test_eight_who_page_about_one_record_at_once_open_one_escalation(database: Database) -> None:
    def page(_index: int) -> str:
        with database.transaction() as tx:
            standing = tx.escalations.open_for("R1")
            if standing is not None:
                return standing.id
            opened = an_escalation(record_id="R1")
            tx.escalations.add(opened)
            return opened.id

    assert len(set(all_at_once(8, page))) == 1


def test_unresolved_pages_come_oldest_first(database: Database) -> None:
    young, old = an_escalation(opened_at=after(minutes=1)), an_escalation()
    over = an_escalation(state=EscalationState.RESOLVED, resolved_at=NOW)
    with database.transaction() as tx:
        for page in (young, old, over):
            tx.escalations.add(page)

    with database.reading() as tx:
        assert tx.escalations.unresolved() == [old, young]


def test_pages_owe_a_step_while_they_are_open(database: Database) -> None:
    first = an_escalation(next_step_at=after(minutes=5))
    second = an_escalation(next_step_at=after(minutes=9))
    taken = an_escalation(next_step_at=after(minutes=1), state=EscalationState.ACKNOWLEDGED)
    with database.transaction() as tx:
        for page in (second, first, taken, an_escalation(next_step_at=None)):
            tx.escalations.add(page)

    with database.transaction() as tx:
        assert tx.escalations.next_due() == after(minutes=5)
        assert tx.escalations.due(after(minutes=4), limit=10) == []
        assert tx.escalations.due(after(minutes=9), limit=10) == [first, second]
        assert tx.escalations.due(after(minutes=9), limit=1) == [first]


def test_on_postgresql_a_second_sweep_passes_by_the_pages_of_the_first(postgres_url: str) -> None:
    database = Database(postgres_url)
    with database.transaction() as tx:
        tx.escalations.add(an_escalation())

    with database.transaction() as first, database.transaction() as second:
        taken = len(first.escalations.due(after(hours=1), limit=10))
        passed_by = second.escalations.due(after(hours=1), limit=10)

    assert (taken, passed_by) == (1, [])
    database.close()


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


def test_the_example_agencies_are_there_from_the_start(database: Database) -> None:
    with database.reading() as tx:
        agencies = tx.people.agencies()
        police = tx.people.agency("example-city-police")
        task_forces = [agency for agency in agencies if "ICAC" in agency.name]

        assert police == Agency(
            id="example-city-police", name="Example City Police Department", ori="TXEX00200", state="TX"
        )
        assert tx.people.agency_by_ori("TXEX00200") == police
        assert tx.people.agency("nobody") is None
    assert [agency.name for agency in agencies] == sorted(agency.name for agency in agencies)
    assert len(task_forces) == 3


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


def test_on_duty_is_whose_shift_it_is_and_at_its_end_nobody(database: Database) -> None:
    shift = a_shift(ADA, 0, 8)
    with database.transaction() as tx:
        tx.roster.add(shift)

    with database.reading() as tx:
        assert tx.roster.on_duty(NOW) == shift
        assert tx.roster.on_duty(after(hours=8)) is None
        assert tx.roster.on_duty(after(hours=-0.1)) is None


def test_of_two_shifts_that_overlap_the_one_entered_later_counts(database: Database) -> None:
    planned, taken_over = a_shift(ADA, 0, 8, entered=-50), a_shift(BORIS, 2, 4, entered=1)
    with database.transaction() as tx:
        tx.roster.add(taken_over)
        tx.roster.add(planned)

    with database.reading() as tx:
        holders = [tx.roster.on_duty(after(hours=hour)) for hour in (1, 3, 5)]

    assert holders == [planned, taken_over, planned]


def test_next_is_the_next_other_person_and_else_the_next_shift(database: Database) -> None:
    now, again, other = a_shift(ADA, 0, 8), a_shift(ADA, 8, 16), a_shift(BORIS, 16, 24)
    with database.transaction() as tx:
        for shift in (other, again, now):
            tx.roster.add(shift)

    with database.reading() as tx:
        assert tx.roster.next_after(NOW) == other
        assert tx.roster.next_after(after(hours=-1)) == now
        assert tx.roster.next_after(after(hours=17)) is None


def test_next_is_the_same_person_when_there_is_no_other(database: Database) -> None:
    now, again = a_shift(ADA, 0, 8), a_shift(ADA, 8, 16)
    with database.transaction() as tx:
        tx.roster.add(now)
        tx.roster.add(again)

    with database.reading() as tx:
        assert tx.roster.next_after(NOW) == again


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
