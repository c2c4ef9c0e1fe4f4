"""Lists: each condition of a query, their order, their pages, and the indexes that they use."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from storage.database import Database, Stores
from storage.records.announcements import DESK
from storage.records.notices import Colour, NoticeId, NoticeState
from storage.records.outbox import Lane
from storage.records.queries import Number, RecordQuery, Visibility
from storage.records.requests import RequestKind, RequestState
from storage.tables import metadata
from tests.storage.examples import ADA, BORIS, NOW, a_notice, a_request, after

MATCHING = {
    "colours": RecordQuery(colours=frozenset({Colour.BLUE, Colour.GREEN})),
    "states": RecordQuery(states=frozenset({"legal_review", "review"})),
    "country": RecordQuery(countries=frozenset({"DE"})),
    "agency": RecordQuery(agencies=frozenset({"harbor-city-police"})),
    "owner": RecordQuery(owner=BORIS),
    "filer": RecordQuery(filed_by=BORIS),
    "age": RecordQuery(created_before=NOW),
    "due": RecordQuery(due_before=after(hours=2)),
    "overdue": RecordQuery(overdue_at=after(hours=1)),
    "own": RecordQuery(visible_to=Visibility(person=BORIS, agency_id=None)),
    "agency's own": RecordQuery(visible_to=Visibility(person=BORIS, agency_id="harbor-city-police")),
    "two together": RecordQuery(colours=frozenset({Colour.BLUE}), countries=frozenset({"DE"})),
}


@pytest.mark.parametrize("query", MATCHING.values(), ids=MATCHING.keys())
def test_a_query_finds_what_fits_and_nothing_else(database: Database, query: RecordQuery) -> None:
    wanted = a_notice(
        colour=Colour.BLUE,
        state=NoticeState.REVIEW,
        country="DE",
        agency_id="harbor-city-police",
        owner=BORIS,
        filed_by=BORIS,
        created_at=after(days=-1),
        due_at=after(hours=1),
    )
    with database.transaction() as tx:
        tx.notices.add(wanted)
        tx.notices.add(a_notice(owner=ADA))

    with database.reading() as tx:
        assert tx.notices.find(query) == [wanted]
        assert tx.notices.count(query) == 1


def test_requests_are_found_by_their_kind_and_have_no_colour(database: Database) -> None:
    request = a_request(kind=RequestKind.MISSING_CHILD)
    with database.transaction() as tx:
        tx.requests.add(request)
        tx.requests.add(a_request())
        tx.notices.add(a_notice())

    with database.reading() as tx:
        assert tx.requests.find(RecordQuery(kinds=frozenset({RequestKind.MISSING_CHILD}))) == [request]
        assert tx.requests.find(RecordQuery(colours=frozenset({Colour.RED}))) == []
        assert tx.notices.find(RecordQuery(kinds=frozenset(RequestKind))) == []


def test_a_requester_sees_what_is_theirs_or_their_agencys(database: Database) -> None:
    own = a_request(filed_by=ADA, agency_id="harbor-city-police")
    colleague = a_request(filed_by=BORIS, agency_id="example-city-police")
    stranger = a_request(filed_by=BORIS, agency_id="harbor-city-police")
    nobodys = a_request(filed_by=BORIS, agency_id=None)
    with database.transaction() as tx:
        for request in (own, colleague, stranger, nobodys):
            tx.requests.add(request)

    with database.reading() as tx:
        of_agency = RecordQuery(visible_to=Visibility(person=ADA, agency_id="example-city-police"))
        of_no_agency = RecordQuery(visible_to=Visibility(person=ADA, agency_id=None))

        assert tx.requests.find(of_agency) == [own, colleague]
        assert tx.requests.find(of_no_agency) == [own]


def test_the_most_urgent_comes_first_and_what_is_never_due_last(database: Database) -> None:
    never_old, never = a_notice(due_at=None, created_at=after(days=-9)), a_notice(due_at=None)
    soon, later = a_notice(due_at=after(hours=1)), a_notice(due_at=after(hours=2))
    with database.transaction() as tx:
        for notice in (never, later, never_old, soon):
            tx.notices.add(notice)

    with database.reading() as tx:
        assert tx.notices.find(RecordQuery()) == [soon, later, never_old, never]


def test_pages_follow_each_other_and_the_count_is_of_all(database: Database) -> None:
    notices = [a_notice(due_at=after(hours=hour)) for hour in range(5)]
    with database.transaction() as tx:
        for notice in notices:
            tx.notices.add(notice)

    with database.reading() as tx:
        pages = [tx.notices.find(RecordQuery(limit=2, offset=offset)) for offset in (0, 2, 4, 6)]

        assert pages == [notices[:2], notices[2:4], notices[4:], []]
        assert tx.notices.count(RecordQuery(limit=2, offset=4)) == 5


def read_everything(tx: Stores) -> None:
    for query in (
        RecordQuery(),
        RecordQuery(states=frozenset({"review"})),
        RecordQuery(owner=ADA),
        RecordQuery(filed_by=ADA),
        RecordQuery(overdue_at=NOW),
        RecordQuery(visible_to=Visibility(person=ADA, agency_id="harbor-city-police")),
    ):
        tx.requests.find(query)
        tx.notices.find(query)
    tx.requests.find(RecordQuery(answered=("predator", "yes"), states=frozenset({"submitted"})))
    tx.requests.last_of(ADA)
    tx.requests.next_unclaimed(frozenset({RequestState.SUBMITTED}))
    tx.requests.load(frozenset({RequestState.SUBMITTED}), NOW)
    tx.notices.find(RecordQuery(request_id="R1"))
    for asked in (
        RecordQuery(numbers=frozenset({Number(case="261234", control="26-1234", entity="2021/1")})),
        RecordQuery(references=frozenset({"LR-2026-00001", "NT-2026-00001"})),
        RecordQuery(ids=frozenset({"N1"})),
        RecordQuery(countries=frozenset({"FR"})),
        RecordQuery(agencies=frozenset({"harbor-city-police"})),
        RecordQuery(due_before=NOW),
    ):
        tx.requests.find(asked)
        tx.notices.find(asked)
        tx.requests.count(asked)
        tx.notices.count(asked, most=10)
    tx.notices.find(RecordQuery(colours=frozenset({Colour.RED})))
    tx.drafts.of(ADA, 10)
    tx.disclosures.of("R1")
    tx.subjects.of("R1")
    tx.subjects.sharing(["a"], but="R1")
    tx.subjects.watches(["R1"])
    tx.alerts.of("R1")
    tx.links.of(NoticeId("N1"))
    tx.notices.by_control_number("A-1/1-2026")
    tx.events.latest("N1", 5)
    tx.escalations.open_for("R1")
    tx.escalations.unresolved()
    tx.escalations.due(NOW, 10)
    tx.escalations.next_due()
    tx.roster.between(NOW, NOW)
    tx.roster.rotations(NOW)
    tx.roster.accepted(["R1"])
    tx.handovers.latest(1)
    tx.calendars.take_due(NOW, NOW)
    tx.reminders.take_due(NOW, 10)
    tx.reminders.next_due()
    tx.reminders.pending("N1")
    tx.outbox.claim(now=NOW, lease_until=NOW, lanes=tuple(Lane), held=frozenset({DESK}), limit=10)
    tx.outbox.next_due()
    tx.outbox.alarms_of(["R1"])
    tx.outbox.taken("R1")
    tx.outbox.has_unnoticed()
    tx.escalations.opened_between(NOW, NOW)
    tx.reach.next_due()
    tx.reach.of("E1")
    tx.outbox.dead_letters(10)
    tx.outbox.depth()
    tx.audit.of("NT-2026-00001", 10)


@contextmanager
def statements_of(database: Database) -> Iterator[list[tuple[str, Any]]]:
    seen: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_rest: object) -> None:
        seen.append((statement, parameters))

    event.listen(database._engine, "before_cursor_execute", note)
    yield seen
    event.remove(database._engine, "before_cursor_execute", note)


def test_no_list_reads_a_whole_table(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    with statements_of(database) as statements, database.transaction() as tx:
        read_everything(tx)

    with database.reading() as tx:
        plans = [
            tx.audit._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            for statement, parameters in statements
            if statement.startswith(("SELECT", "UPDATE"))
        ]
    database.close()

    steps = [step.detail for plan in plans for step in plan]
    assert len(plans) > 25
    tables = "|".join(metadata.tables)
    assert [step for step in steps if re.fullmatch(rf"SCAN ({tables}|earlier)", step)] == []
