"""Messages that may turn up twice are looked for at their moments, each time once."""

from storage.database import Database
from storage.records.outbox import Posted
from tests.storage.examples import NOW, after, all_at_once

KEPT = Posted(channel="C1", ts="1.1")


def test_each_check_is_given_out_at_its_moment_and_once(database: Database) -> None:
    with database.transaction() as tx:
        tx.twins.watch("row-1", KEPT, [after(seconds=10), after(seconds=60)])

    taken = []
    for seconds in (9, 10, 11, 60, 61):
        with database.transaction() as tx:
            taken.append(tx.twins.take_due(after(seconds=seconds), limit=20))

    assert taken == [[], [("row-1", KEPT)], [], [("row-1", KEPT)], []]


def test_sweeps_at_once_share_the_checks(database: Database) -> None:
    for number in range(16):
        with database.transaction() as tx:
            tx.twins.watch(f"row-{number}", KEPT, [NOW])

    def sweep(_index: int) -> list[str]:
        with database.transaction() as tx:
            return [outbox_id for outbox_id, _ in tx.twins.take_due(NOW, limit=4)]

    taken = [outbox_id for found in all_at_once(8, sweep) for outbox_id in found] + sweep(0)

    assert len(taken) == len(set(taken))
    assert len(taken) >= 4
