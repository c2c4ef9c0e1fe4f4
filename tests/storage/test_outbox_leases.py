"""The outbox: leases, fences, failures, and what an operator can see."""

from datetime import datetime

from storage.database import Database
from storage.records.announcements import DESK, ONCALL
from storage.records.outbox import Lane, Waiting
from tests.storage.examples import NOW, after, all_at_once
from tests.storage.telling import claim, say, settle, told


def postpone(
    database: Database, row: Waiting, *, minutes: float, maybe_sent_at: datetime | None = None
) -> bool:
    with database.transaction() as tx:
        return tx.outbox.postpone(
            row, until=after(minutes=minutes), maybe_sent_at=maybe_sent_at, error="ratelimited"
        )


def test_two_senders_never_get_the_same_row(database: Database) -> None:
    for number in range(24):
        say(database, f"fact {number}", record_key=f"R{number}")

    claimed = [row.id for rows in all_at_once(8, lambda _: claim(database, limit=3)) for row in rows]
    rest = [row.id for row in claim(database, limit=24)]

    assert len(claimed) > 3
    assert len(set(claimed + rest)) == len(claimed + rest) == 24


def test_a_row_in_hand_comes_back_when_its_lease_has_run_out(database: Database) -> None:
    say(database, "fact")
    claim(database)

    assert claim(database, now=after(seconds=59)) == []
    assert told(claim(database, now=after(seconds=60))) == ["fact"]


def test_who_lost_the_lease_cannot_settle_nor_postpone_nor_bury(database: Database) -> None:
    say(database, "fact")
    (slow,) = claim(database)
    (quick,) = claim(database, now=after(minutes=2))

    with database.transaction() as tx:
        assert not tx.outbox.postpone(slow, until=NOW, maybe_sent_at=None, error="late")
        assert not tx.outbox.bury(slow, now=NOW, error="late")
    assert not settle(database, slow)
    assert settle(database, quick)


def test_a_row_is_settled_once(database: Database) -> None:
    say(database, "fact")
    (row,) = claim(database)

    assert settle(database, row)
    assert not settle(database, row)


def test_a_lost_lease_may_mean_that_it_was_sent(database: Database) -> None:
    say(database, "fact")
    claim(database)

    (again,) = claim(database, now=after(minutes=2))
    (third,) = claim(database, now=after(minutes=4))

    assert again.maybe_sent
    assert third.maybe_sent, "the doubt stays until somebody has looked"


def test_the_only_process_ends_the_leases_of_one_that_died(database: Database) -> None:
    say(database, "fact")
    claim(database)
    with database.transaction() as tx:
        tx.outbox.end_leases(now=NOW)

    (again,) = claim(database)

    assert again.maybe_sent


def test_a_postponed_row_waits_for_its_moment_and_holds_back_its_successors(database: Database) -> None:
    say(database, "first")
    say(database, "second")
    (row,) = claim(database)

    postpone(database, row, minutes=5)

    assert claim(database, now=after(minutes=4)) == []
    assert told(claim(database, now=after(minutes=5))) == ["first"]


def test_a_try_without_an_answer_is_remembered_and_a_refused_one_is_not(database: Database) -> None:
    say(database, "refused", record_key="R1")
    say(database, "unanswered", record_key="R2")
    refused, unanswered = claim(database)
    postpone(database, refused, minutes=1)
    postpone(database, unanswered, minutes=1, maybe_sent_at=NOW)

    again = claim(database, now=after(minutes=1))

    assert [(row.attempts, row.maybe_sent) for row in again] == [(2, False), (2, True)]


def test_a_dead_letter_lets_the_next_one_pass(database: Database) -> None:
    say(database, "first")
    say(database, "second")
    (row,) = claim(database)

    with database.transaction() as tx:
        tx.outbox.bury(row, now=after(minutes=1), error="channel_not_found")

    assert told(claim(database)) == ["second"]
    with database.reading() as tx:
        (letter,) = tx.outbox.dead_letters(10)
    assert (letter.id, letter.place, letter.what, letter.error) == (
        row.id,
        DESK,
        "RecordMoved",
        "channel_not_found",
    )
    assert (letter.attempts, letter.died_at) == (1, after(minutes=1))


def test_an_operator_sees_how_much_waits_and_since_when(database: Database) -> None:
    say(database, "page", record_key="R1", lane=Lane.PAGE, now=after(minutes=1))
    say(database, "answer", record_key="R2")
    say(database, "another", record_key="R3")
    say(database, "later", record_key="R4", now=after(hours=1))

    with database.reading() as tx:
        assert tx.outbox.depth() == {
            Lane.FIRST: 0,
            Lane.PAGE: 1,
            Lane.ANSWER: 3,
            Lane.CARD: 0,
            Lane.DIGEST: 0,
        }
        assert tx.outbox.oldest(after(minutes=2)) == NOW
        assert tx.outbox.oldest(after(minutes=-1)) is None


def test_the_next_claim_is_due_at_once_while_something_waits_freely(database: Database) -> None:
    say(database, "fact", now=after(minutes=3))

    with database.reading() as tx:
        assert tx.outbox.next_due() == after(minutes=3)
        assert tx.outbox.next_due(held=frozenset({DESK})) is None


def test_the_next_claim_is_due_when_a_lease_ends_or_a_pause_is_over(database: Database) -> None:
    say(database, "leased", record_key="R1")
    say(database, "behind it", record_key="R1")
    say(database, "postponed", record_key="R2", place=ONCALL)
    _leased, postponed = claim(database)
    postpone(database, postponed, minutes=5)

    with database.reading() as tx:
        assert tx.outbox.next_due() == after(minutes=1)
        assert tx.outbox.next_due(held=frozenset({DESK})) == after(minutes=5)


def test_nothing_is_due_when_everything_is_told(database: Database) -> None:
    say(database, "fact")
    settle(database, *claim(database))

    with database.reading() as tx:
        assert tx.outbox.next_due() is None
        assert tx.outbox.oldest(after(hours=1)) is None
