"""What falls due is found soonest first, with deadlines beside the next step, by page and by whose eyes."""

from sqlalchemy import text

from storage.database import Database
from storage.records.people import PersonId
from storage.records.queries import Visibility
from storage.records.reminders import RecordKind, Reminder, ReminderRule, Stage
from storage.records.requests import RequestState
from storage.upgrade import upgrade
from tests.storage.examples import ADA, BORIS, a_notice, a_request, after, new_id
from tests.storage.older import as_of, kept_moment

BOTH = tuple(RecordKind)


def a_limit(record_id: str, hours: float, *, stage: Stage = Stage.LIMIT) -> Reminder:
    return Reminder(
        id=new_id(),
        record_kind=RecordKind.REQUEST,
        record_id=record_id,
        rule=ReminderRule.PRESERVATION,
        state=RequestState.SUBMITTED,
        due_at=after(hours=hours),
        stage=stage,
        limit_at=after(hours=hours),
    )


def keep(database: Database) -> tuple[str, str, str]:
    """A request due after four hours, its evidence after two; another after six, a notice after three."""
    first = a_request(reference="LR-2026-00001", due_at=after(hours=4), filed_by=ADA, owner=BORIS)
    second = a_request(reference="LR-2026-00002", due_at=after(hours=6), filed_by=BORIS, agency_id=None)
    notice = a_notice(reference="NT-2026-00001", due_at=after(hours=3))
    with database.transaction() as tx:
        tx.requests.add(first)
        tx.requests.add(second)
        tx.notices.add(notice)
        tx.reminders.add(a_limit(first.id, 2), a_limit(first.id, 1, stage=Stage.DIGEST))
    return first.id, second.id, notice.id


def test_steps_and_what_is_beside_them_come_soonest_first(database: Database) -> None:
    first, second, notice = keep(database)

    with database.reading() as tx:
        found = tx.due.find(BOTH, until=after(hours=9), limit=10)
        counted = tx.due.count(BOTH, until=after(hours=9))

    assert [(each.record_id, each.rule, each.at) for each in found] == [
        (first, ReminderRule.PRESERVATION, after(hours=2)),
        (notice, None, after(hours=3)),
        (first, None, after(hours=4)),
        (second, None, after(hours=6)),
    ]
    assert (found[0].owner, found[0].state, counted) == (BORIS, "submitted", 4)


def test_it_ends_before_a_moment_and_comes_by_pages_and_by_kind(database: Database) -> None:
    first, second, notice = keep(database)

    with database.reading() as tx:
        early = tx.due.find(BOTH, until=after(hours=4), limit=10)
        page = tx.due.find(BOTH, until=after(hours=9), limit=2, offset=2)
        notices = tx.due.find([RecordKind.NOTICE], until=after(hours=9), limit=10)

    assert [each.record_id for each in early] == [first, notice]
    assert [each.record_id for each in page] == [first, second]
    assert [each.record_id for each in notices] == [notice]


def test_whoever_may_see_less_finds_less(database: Database) -> None:
    keep(database)
    eyes = Visibility(person=PersonId(BORIS), agency_id=None)

    with database.reading() as tx:
        found = tx.due.find(BOTH, until=after(hours=9), visible_to=eyes, limit=10)
        counted = tx.due.count(BOTH, until=after(hours=9), visible_to=eyes)

    assert [each.reference for each in found] == ["LR-2026-00002"]
    assert counted == 1


def test_a_day_begins_once(database: Database) -> None:
    with database.transaction() as tx:
        begun = [tx.digests.begin(day, after(hours=1)) for day in ("2026-03-02", "2026-03-02", "2026-03-03")]
    with database.reading() as tx:
        last = tx.digests.last_day()

    assert begun == [True, False, True]
    assert last == "2026-03-03"


def test_what_was_due_before_there_were_deadlines_is_still_said(empty_url: str) -> None:
    with as_of(empty_url, "0009") as connection:
        connection.execute(
            text(
                "INSERT INTO reminders (id, record_kind, record_id, rule, state, due_at) "
                "VALUES ('1', 'request', 'r1', 'preservation', 'submitted', :due_at)"
            ),
            {"due_at": kept_moment(connection, after(hours=1))},
        )
    upgrade(empty_url)
    database = Database(empty_url)

    with database.transaction() as tx:
        (taken,) = tx.reminders.take_due(after(hours=2), 10)
    database.close()

    assert (taken.rule, taken.stage, taken.about, taken.limit_at) == (
        ReminderRule.PRESERVATION,
        Stage.SAID,
        None,
        None,
    )
