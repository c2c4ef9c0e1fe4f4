"""Requests, notices, events and escalations come back as they were kept."""

from dataclasses import replace

from storage.database import Database
from storage.records.escalations import EscalationState
from storage.records.notices import Means, RecordEvent
from storage.records.people import Actor
from storage.records.requests import Channel, Direction, OnBehalf, Priority
from tests.storage.examples import (
    ADA,
    BORIS,
    NOW,
    a_notice,
    a_request,
    after,
    all_at_once,
    an_escalation,
)


def test_a_request_comes_back_as_it_was_kept(database: Database) -> None:
    request = a_request(
        facts="Ünïcode, “quotes”, \n and '; DROP TABLE requests;--",
        on_behalf=OnBehalf(channel=Channel.TELEPHONE, call_back="+1 555 0100"),
        answers={"description": "Ünïcode, “quotes”, \n and '; DROP TABLE requests;--", "sex": "female"},
        departs_on="2026-05-17",
        outcome="returned_home",
        merged_into="R0",
    )

    with database.transaction() as tx:
        tx.requests.add(request)

    with database.reading() as tx:
        assert tx.requests.get(request.id) == request
        assert tx.requests.by_reference(request.reference) == request
        assert tx.requests.by_reference("LR-1999-00001") is None


def test_a_notice_comes_back_as_it_was_kept_and_by_its_control_number(database: Database) -> None:
    request = a_request()
    notice = a_notice(
        request_id=request.id,
        control_number="A-1234/3-2026",
        owner=ADA,
        answers={"facts": "Ünïcode, “quotes”, \n and '; DROP TABLE notices;--", "sex": "female"},
        direction=Direction.INCOMING,
        means=Means.DIFFUSION,
    )

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


def test_pages_owe_a_step_also_while_somebody_has_them_and_the_important_ones_come_first(
    database: Database,
) -> None:
    first = an_escalation(next_step_at=after(minutes=5))
    second = an_escalation(next_step_at=after(minutes=9), state=EscalationState.EXHAUSTED)
    taken = an_escalation(next_step_at=after(minutes=7), state=EscalationState.ACKNOWLEDGED)
    urgent = an_escalation(next_step_at=after(minutes=3), priority=Priority.URGENT)
    resolved = an_escalation(next_step_at=None, state=EscalationState.RESOLVED, resolved_at=NOW)
    with database.transaction() as tx:
        for page in (second, urgent, first, taken, resolved):
            tx.escalations.add(page)

    with database.transaction() as tx:
        assert tx.escalations.next_due() == after(minutes=3)
        assert tx.escalations.due(after(minutes=2), limit=10) == []
        assert tx.escalations.due(after(minutes=9), limit=10) == [first, taken, second, urgent]
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
