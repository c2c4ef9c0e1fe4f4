"""Ticks and wake-ups by APScheduler. It knows no rules: a job is "ask the database what is due now".

Each sweep runs every second, at once after a commit (`soon`), and at the very moment that it said is due
next. A sweep that is nudged while it runs goes round once more, so that no nudge is lost.
"""

import itertools
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from bot.clock import real_now
from bot.desk.ports import Clock
from bot.lasting import Lasting
from storage.database import DatabaseBusy

log = structlog.get_logger(__name__)

TICK_SECONDS = 1.0
THREADS = 24  # A sweep and one nudge for each waiting their turn.


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """Something to do whenever it may be due."""

    name: str
    run: Callable[[], object]
    next_due: Callable[[], datetime | None] = lambda: None
    """When it has something to do next, by the desk's clock; None: nothing is waiting."""
    tick_seconds: float = TICK_SECONDS
    nudged: bool = True
    """Whether it also runs after each commit, and not at its ticks only."""


class Round:
    """Runs one sweep, never twice at a time; a nudge meanwhile makes it go round once more."""

    def __init__(self, sweep: Sweep) -> None:
        self._sweep = sweep
        self._lock = threading.Lock()
        self._ended = threading.Condition(self._lock)
        self._running = False
        self._again = False
        self._over = False
        self._lasting = Lasting()

    def go(self) -> None:
        with self._lock:
            if self._over:
                return
            if self._running:
                self._again = True
                return
            self._running = True
        while True:
            self._once()
            with self._lock:
                if not self._again:
                    self._running = False
                    self._ended.notify_all()
                    return
                self._again = False

    def rest(self) -> None:
        """Waits until it does not run; it never will again."""
        with self._lock:
            self._over = True
            self._ended.wait_for(lambda: not self._running)

    def _once(self) -> None:
        """A sweep that fails is asked again in a second; it must not end the ticking."""
        try:
            self._sweep.run()
            self._lasting.is_news(None)
        except DatabaseBusy as busy:
            if self._lasting.is_news("the database is away"):
                log.warning("sweep waits for the database", sweep=self._sweep.name, why=str(busy))
        except Exception:
            log.exception("sweep failed", sweep=self._sweep.name)


class Scheduler:
    """The desk's heartbeat. `soon` may be called from any thread, before `start` and after `stop` too."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rounds: list[tuple[Sweep, Round]] = []
        self._numbers = itertools.count()
        self._queued = threading.Event()
        self._adding = threading.Lock()
        self._stopping = threading.Event()
        self._woken_for: dict[str, datetime] = {}
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            executors={"default": ThreadPoolExecutor(THREADS)},
            # With its own defaults APScheduler leaves out, without a word, what it could not start in time.
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def start(self, sweeps: Sequence[Sweep]) -> None:
        self._rounds = [(sweep, Round(sweep)) for sweep in sweeps]
        for sweep, turn in self._rounds:
            self._scheduler.add_job(
                self._tick,
                "interval",
                args=[sweep, turn],
                id=f"tick:{sweep.name}",
                seconds=sweep.tick_seconds,
            )
        self._scheduler.start()
        self.soon()

    def stop(self) -> None:
        """Starts nothing more and lets what runs end."""
        with self._adding:
            self._stopping.set()
        if self._scheduler.running:
            # APScheduler stumbles over a job that it hands out while it is shut down, so first there are none
            # left. Its own wait for what runs holds the lock that adding a job wants; we wait for the rounds.
            self._scheduler.pause()
            self._scheduler.remove_all_jobs()
            self._scheduler.shutdown(wait=False)
        for _, turn in self._rounds:
            turn.rest()

    def soon(self) -> None:
        """Runs every sweep as soon as a thread is free; many calls before that are one."""
        if self._scheduler.running and not self._queued.is_set():
            self._queued.set()
            for sweep, turn in self._rounds:
                if sweep.nudged:
                    self._at_once(sweep, turn)

    def _at_once(self, sweep: Sweep, turn: Round) -> None:
        def run() -> None:
            # Cleared before the sweep reads, so that a commit during it asks for another round.
            self._queued.clear()
            self._tick(sweep, turn)

        self._one_off(run, real_now())

    def _tick(self, sweep: Sweep, turn: Round) -> None:
        if self._stopping.is_set():
            return
        turn.go()
        self._look_ahead(sweep, turn)

    def _look_ahead(self, sweep: Sweep, turn: Round) -> None:
        """Wakes at the due moment itself when it comes before the next tick, or came while this one ended."""
        try:
            due = sweep.next_due()
        except DatabaseBusy:
            return  # The next tick looks again.
        if due is None or self._woken_for.get(sweep.name) == due:
            return
        seconds = max(0.0, self._clock.seconds_until(due))
        if seconds <= sweep.tick_seconds:
            self._woken_for[sweep.name] = due
            self._one_off(lambda: self._tick(sweep, turn), real_now() + timedelta(seconds=seconds))

    def _one_off(self, run: Callable[[], Any], at: datetime) -> None:
        with self._adding:
            if not self._stopping.is_set():
                # Each has an id of its own: APScheduler drops a job under the id of one that is running.
                self._scheduler.add_job(run, "date", run_date=at, id=f"wake:{next(self._numbers)}")
