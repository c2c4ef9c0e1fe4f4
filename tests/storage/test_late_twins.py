"""Messages that may turn up twice are looked for at their moments, each time once."""

from storage.database import Database, Stores
from storage.records.outbox import Posted, TwinCheck
from tests.storage.examples import NOW, after, all_at_once

KEPT = Posted(channel="C1", ts="1.1")


def take(tx: Stores, seconds: float, limit: int = 20) -> list[TwinCheck]:
    return tx.twins.take_due(after(seconds=seconds), again_at=after(seconds=seconds + 30), limit=limit)


def test_each_check_is_given_out_at_its_moment_and_once(database: Database) -> None:
    with database.transaction() as tx:
        tx.twins.watch("row-1", KEPT, [after(seconds=10), after(seconds=60)])

    taken = []
    for seconds in (9, 10, 11, 60, 61):
        with database.transaction() as tx:
            checks = take(tx, seconds)
            taken.append([(check.outbox_id, check.kept) for check in checks])
            tx.twins.done(checks)

    assert taken == [[], [("row-1", KEPT)], [], [("row-1", KEPT)], []]
    with database.reading() as tx:
        assert tx.twins.next_due() is None


def test_a_check_that_was_not_done_is_given_out_again(database: Database) -> None:
    with database.transaction() as tx:
        tx.twins.watch("row-1", KEPT, [NOW])

    taken = []
    for seconds in (0, 29, 30):
        with database.transaction() as tx:
            taken.append(len(take(tx, seconds)))

    assert taken == [1, 0, 1]


def test_sweeps_at_once_share_the_checks(database: Database) -> None:
    for number in range(16):
        with database.transaction() as tx:
            tx.twins.watch(f"row-{number}", KEPT, [NOW])

    def sweep(_index: int) -> list[str]:
        with database.transaction() as tx:
            return [check.outbox_id for check in take(tx, 0, limit=4)]

    taken = [outbox_id for found in all_at_once(8, sweep) for outbox_id in found] + sweep(0)

    assert len(taken) == len(set(taken))
    assert len(taken) >= 4
