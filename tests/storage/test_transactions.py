"""A transaction is saved whole or not at all, and who was slower is told."""

import gc
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from storage.database import Database, DatabaseDown, StaleRecord
from storage.records.outbox import Lane
from storage.records.people import PersonId
from storage.records.queries import RecordQuery
from storage.types import NaiveMoment
from tests.storage.examples import (
    ADA,
    NOW,
    Misfortune,
    a_notice,
    a_request,
    after,
    all_at_once,
    an_entry,
    new_id,
)
from tests.storage.telling import a_card, say


def test_everything_in_a_transaction_is_kept_together(database: Database) -> None:
    notice = a_notice()

    with database.transaction() as tx:
        tx.notices.add(notice)
        tx.audit.add(an_entry())

    with database.reading() as tx:
        assert tx.notices.get(notice.id) == notice
        assert tx.audit.count() == 1


def test_a_transaction_that_fails_keeps_nothing(database: Database) -> None:
    notice = a_notice()

    def keep_and_fail() -> None:
        with database.transaction() as tx:
            tx.notices.add(notice)
            tx.audit.add(an_entry())
            tx.references.next("NT", 2026)
            raise Misfortune

    with pytest.raises(Misfortune):
        keep_and_fail()

    with database.reading() as tx:
        assert tx.notices.get(notice.id) is None
        assert tx.audit.count() == 0
    with database.transaction() as tx:
        assert tx.references.next("NT", 2026) == "NT-2026-00001"


def test_what_is_written_in_a_reading_is_not_kept(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    notice = a_notice()

    with database.reading() as tx:
        tx.notices.add(notice)

    with database.reading() as tx:
        assert tx.notices.get(notice.id) is None
    database.close()


def test_an_audit_entry_in_a_reading_is_a_fault_and_says_so(database: Database) -> None:
    def read_and_note() -> None:
        with database.reading() as tx:
            tx.audit.add(an_entry())

    with pytest.raises(AssertionError, match="needs a transaction"):
        read_and_note()


def test_a_reading_does_not_wait_for_a_writer(database: Database) -> None:
    notice = a_notice()

    with database.transaction() as writing:
        writing.notices.add(notice)
        with database.reading() as tx:
            seen = tx.notices.get(notice.id)

    assert seen is None


def claim_notice(database: Database, notice_id: str, officer: PersonId) -> str:
    try:
        with database.transaction() as tx:
            seen = tx.notices.get(notice_id)
            assert seen is not None
            if seen.owner is not None:
                return f"told that {seen.owner} has it"
            tx.notices.save(replace(seen, owner=officer, version=seen.version + 1))
    except StaleRecord:
        return "told to look again"
    return f"won as {officer}"


def assert_one_won(database: Database, notice_id: str, answers: list[str]) -> None:
    with database.reading() as tx:
        kept = tx.notices.get(notice_id)
    assert kept is not None
    assert [answer for answer in answers if answer.startswith("won")] == [f"won as {kept.owner}"]
    assert kept.version == 2


def test_of_eight_officers_who_claim_at_once_exactly_one_wins(database: Database) -> None:
    notice = a_notice()
    with database.transaction() as tx:
        tx.notices.add(notice)

    answers = all_at_once(8, lambda index: claim_notice(database, notice.id, PersonId(f"U{index}")))

    assert_one_won(database, notice.id, answers)


def test_exactly_one_wins_too_when_each_has_a_process_of_their_own(
    database: Database, database_url: str
) -> None:
    notice = a_notice()
    with database.transaction() as tx:
        tx.notices.add(notice)

    def claim_elsewhere(index: int) -> str:
        # What processes share is the file or the server; nothing of a Database is shared here either.
        other = Database(database_url, wait=10)
        try:
            return claim_notice(other, notice.id, PersonId(f"U{index}"))
        finally:
            other.close()

    answers = all_at_once(8, claim_elsewhere)

    assert_one_won(database, notice.id, answers)


def test_a_record_that_somebody_else_saved_in_between_is_not_overwritten(database: Database) -> None:
    request = a_request()
    with database.transaction() as tx:
        tx.requests.add(request)
        tx.requests.save(replace(request, owner=ADA, version=2))

    with pytest.raises(StaleRecord, match=request.reference), database.transaction() as tx:
        tx.requests.save(replace(request, country="DE", version=2))

    with database.reading() as tx:
        assert tx.requests.get(request.id) == replace(request, owner=ADA, version=2)


def test_a_naive_datetime_is_refused(database: Database) -> None:
    naive = NOW.replace(tzinfo=None)

    with pytest.raises(NaiveMoment, match="naive"), database.transaction() as tx:
        tx.requests.add(a_request(due_at=naive))


def test_a_naive_datetime_is_refused_in_the_audit_trail_too(database: Database) -> None:
    entry = an_entry(at=NOW.replace(tzinfo=None))

    with pytest.raises(NaiveMoment), database.transaction() as tx:
        tx.audit.add(entry)


def test_moments_come_back_aware_and_in_utc_and_sort_by_time(database: Database) -> None:
    in_tokyo = NOW.astimezone(timezone(timedelta(hours=9)))
    moments = [after(seconds=1), in_tokyo, after(microseconds=1), after(seconds=-0.5)]
    with database.transaction() as tx:
        for moment in moments:
            tx.submissions.claim(new_id(), "R", moment)
            tx.requests.add(a_request(due_at=moment))

    with database.reading() as tx:
        due = [request.due_at for request in tx.requests.find(RecordQuery())]

    assert due == sorted(moments)
    assert all(moment is not None and moment.utcoffset() == timedelta(0) for moment in due)


def test_a_change_and_what_is_told_of_it_go_together(database: Database) -> None:
    def keep_and_fail() -> None:
        with database.transaction() as tx:
            tx.outbox.show([a_card()], lane=Lane.CARD, now=NOW, new_id=new_id)
            raise Misfortune

    with pytest.raises(Misfortune):
        keep_and_fail()
    say(database, "kept")

    with database.reading() as tx:
        assert sum(tx.outbox.depth().values()) == 1


def test_whoever_is_in_it_while_it_is_closed_goes_on_and_leaves_no_connection(database_url: str) -> None:
    database = Database(database_url)
    with database.reading() as stores:
        database.close()
        there = stores.people.get(ADA)

    gc.collect()  # A connection that is dropped while it is open complains, and that fails this test.
    assert there is None
    with pytest.raises(DatabaseDown), database.reading():
        pass
