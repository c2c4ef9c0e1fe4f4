"""The scheduler: no nudge is lost, nothing runs twice at a time, and a due moment wakes by itself."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from bot.clock import SystemClock
from bot.scheduler import Scheduler, Sweep
from storage.database import DatabaseBusy

NEVER = 3600.0
PATIENCE = 10.0


class Ledger:
    """Something that is committed, and what a sweep has seen of it."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.committed = 0
        self.seen = 0
        self.rounds = 0
        self.at_once = 0
        self.most_at_once = 0

    def commit(self) -> None:
        with self.changed:
            self.committed += 1

    def sweep(self) -> None:
        with self.changed:
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            found = self.committed
        with self.changed:
            self.at_once -= 1
            self.rounds += 1
            self.seen = found
            self.changed.notify_all()

    def wait_until(self, holds: Callable[[], bool]) -> bool:
        with self.changed:
            return self.changed.wait_for(holds, PATIENCE)


@contextmanager
def running(*sweeps: Sweep) -> Iterator[Scheduler]:
    scheduler = Scheduler(SystemClock())
    scheduler.start(sweeps)
    try:
        yield scheduler
    finally:
        scheduler.stop()


def test_of_a_thousand_nudges_during_runs_none_is_lost() -> None:
    ledger = Ledger()
    with running(Sweep(name="ledger", run=ledger.sweep, tick_seconds=NEVER)) as scheduler:
        for _ in range(1000):
            ledger.commit()
            scheduler.soon()
            assert ledger.wait_until(lambda: ledger.seen > 0)
        all_seen = ledger.wait_until(lambda: ledger.seen == 1000)

    assert all_seen
    assert ledger.most_at_once == 1


def test_nudges_from_many_threads_are_not_lost_either() -> None:
    ledger = Ledger()
    with running(Sweep(name="ledger", run=ledger.sweep, tick_seconds=NEVER)) as scheduler:

        def work() -> None:
            for _ in range(125):
                ledger.commit()
                scheduler.soon()

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        all_seen = ledger.wait_until(lambda: ledger.seen == 1000)

    assert all_seen
    assert ledger.most_at_once == 1


def test_a_due_moment_wakes_before_the_next_tick() -> None:
    ledger = Ledger()
    due = SystemClock().now() + timedelta(milliseconds=150)
    moments: list[datetime] = []

    def sweep() -> None:
        moments.append(SystemClock().now())
        ledger.sweep()

    with running(Sweep(name="ledger", run=sweep, next_due=lambda: due, tick_seconds=NEVER)):
        woken = ledger.wait_until(lambda: any(moment >= due for moment in moments))

    assert woken
    assert min(moment for moment in moments if moment >= due) - due < timedelta(milliseconds=500)


def test_a_moment_that_comes_while_a_sweep_ends_is_not_left_to_the_next_tick() -> None:
    ledger = Ledger()
    came_meanwhile = SystemClock().now()

    with running(Sweep(name="ledger", run=ledger.sweep, next_due=lambda: came_meanwhile, tick_seconds=NEVER)):
        asked_again = ledger.wait_until(lambda: ledger.rounds >= 2)

    assert asked_again


def test_a_sweep_that_fails_is_asked_again() -> None:
    ledger = Ledger()
    troubles: list[Exception] = [RuntimeError("a fault of ours"), DatabaseBusy("a lock")]

    def sweep() -> None:
        if troubles:
            raise troubles.pop()
        ledger.sweep()

    with running(Sweep(name="ledger", run=sweep, tick_seconds=0.05)):
        went_on = ledger.wait_until(lambda: ledger.rounds > 0)

    assert went_on


def test_nudging_before_the_start_and_after_the_stop_is_harmless() -> None:
    scheduler = Scheduler(SystemClock())
    scheduler.soon()
    scheduler.start([])
    scheduler.stop()
    scheduler.soon()
    scheduler.stop()


def test_it_stops_while_sweeps_run_and_ask_to_be_woken() -> None:
    ledger = Ledger()

    def sweep() -> None:
        ledger.sweep()
        scheduler.soon()

    def due() -> datetime:
        return SystemClock().now() + timedelta(milliseconds=1)

    for _ in range(20):
        scheduler = Scheduler(SystemClock())
        scheduler.start([Sweep(name=str(number), run=sweep, next_due=due) for number in range(4)])
        ledger.rounds = 0
        assert ledger.wait_until(lambda: ledger.rounds > 8)
        stopping = threading.Thread(target=scheduler.stop)
        stopping.start()
        stopping.join(PATIENCE)
        assert not stopping.is_alive()
