"""Processes on one PostgreSQL, killed while pages climb: no step early, none twice, none lost."""

import random
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot import policy
from bot.clock import new_id
from bot.desk.desk import Desk
from bot.rules.policy import LadderStep
from bot.sandbox.server import Sandbox
from handlers.app import desk_over
from handlers.manifest import manifest
from storage.database import Database
from storage.records.escalations import Escalation, EscalationState
from storage.records.notices import RecordEvent
from storage.records.outbox import Lane
from storage.records.people import SYSTEM, Actor, PersonId
from storage.records.requests import Priority
from tests.faults.test_kills import NobodyToWake, each_stands_once, runs
from tests.processes import DeskProcess, desk_process, until
from tests.storage.examples import raw
from tests.world import DAN, NINA, ROLES, TurnedByHand, people

PATIENCE = 60.0
PROCESSES = 3
PAGES_A_ROUND = 4
STEPS = frozenset({"told", "everyone", "exhausted"})
POLICY = """
[pages]
alarm_again = "4h"

[[ladder.flash]]
who = "on_duty"
wait = "2m"
repeat = 2

[[ladder.flash]]
who = "next"
wait = "3m"

[[ladder.flash]]
who = "role:supervisor"
wait = "5m"

[[ladder.flash]]
who = "channel"
wait = "5m"
"""


class Climbing:
    """Many pages on their way up, and several processes that take their steps."""

    def __init__(self, slack: Sandbox, database: Database, engine: Engine, own: Path, seed: int) -> None:
        self.slack = slack
        self.database = database
        self.engine = engine
        self.rules = policy.load(own)
        self.clock = TurnedByHand(slack.clock)
        self.desk: Desk = desk_over(
            database, clock=self.clock, new_id=new_id, wake=NobodyToWake(), policy=self.rules
        )
        self.random = random.Random(seed)
        self.opened: list[str] = []

    def staff(self) -> None:
        for person, role in ROLES.items():
            self.desk.people.grant(PersonId(person), role, by=SYSTEM)
        self.desk.roster.take(SYSTEM, PersonId(DAN), 20)
        with self.clock.shifted(timedelta(hours=20)):
            self.desk.roster.take(SYSTEM, PersonId(NINA), 20)

    def page(self) -> None:
        opened = self.desk.escalations.open(
            None,
            actor=Actor("operator:test"),
            reference_words=None,
            words="Please call.",
            priority=Priority.FLASH,
            submission_key=new_id(),
        )
        self.opened.append(opened.page.id)

    def kill_amid_steps(self, process: DeskProcess) -> None:
        """Lets steps fall due, and kills once so many of them as the seed says have been taken."""
        for _ in range(PAGES_A_ROUND):
            self.page()
        before = len(self.steps())
        self.leap(timedelta(seconds=self.random.choice([61, 121, 181, 301])))
        wanted = before + self.random.randrange(1, PAGES_A_ROUND)
        until(lambda: len(self.steps()) >= wanted, seconds=self.random.choice([0.05, 0.3, 1.5]))
        process.kill()

    def settle(self) -> None:
        """The rest of every ladder, whoever of the processes is there to climb it; late twins are removed.

        What is left then are edits, of which Slack takes some fifty a minute.
        """
        for _ in self.ladder:
            self.leap(timedelta(minutes=6))
            until(lambda: not self._owes_steps(), seconds=PATIENCE)
        assert until(lambda: not self._somebody_is_still_to_be_told(), seconds=PATIENCE), self.slack.dump()
        self.leap(timedelta(minutes=6))
        assert until(lambda: not self._a_twin_is_watched_for(), seconds=PATIENCE), self.slack.dump()

    def leap(self, step: timedelta) -> None:
        """What is under way lands first: no call of Slack's lasts for minutes."""
        until(lambda: not self._something_is_under_way(), seconds=1)
        self.slack.clock.advance(step)

    @property
    def ladder(self) -> Sequence[LadderStep]:
        return self.rules.ladders[Priority.FLASH]

    def steps(self) -> list[RecordEvent]:
        """What the ladders of all pages have done, oldest first within each."""
        with self.database.reading() as stores:
            found = [event for page in self.opened for event in stores.events.latest(page, 100)[::-1]]
        return [event for event in found if event.step in STEPS]

    def pages(self) -> list[Escalation]:
        with self.database.reading() as stores:
            return stores.escalations.unresolved()

    def _somebody_is_still_to_be_told(self) -> bool:
        with self.database.reading() as stores:
            return stores.outbox.depth()[Lane.FIRST] > 0

    def _a_twin_is_watched_for(self) -> bool:
        now = self.slack.clock.now()
        with self.database.reading() as stores:
            due = stores.twins.next_due()
        return due is not None and due <= now

    def _something_is_under_way(self) -> bool:
        """By the leases, those of the dead included."""
        with self.engine.connect() as connection:
            leased = "SELECT count(*) FROM outbox WHERE settled_at IS NULL AND lease_until IS NOT NULL"
            return bool(connection.execute(text(leased)).scalar_one())

    def _owes_steps(self) -> bool:
        now = self.slack.clock.now()
        with self.database.reading() as stores:
            due = stores.escalations.next_due()
        return due is not None and due <= now


@contextmanager
def climbing(database_url: str, own: Path, seed: int) -> Iterator[tuple[Climbing, list[DeskProcess]]]:
    own.write_text(POLICY, encoding="utf-8")
    with Sandbox(manifest(), rates=False) as slack, ExitStack() as closing:
        people(slack)
        database = Database(database_url, wait=10)
        closing.callback(database.close)
        engine = closing.enter_context(raw(database_url))
        story = Climbing(slack, database, engine, own, seed)
        story.staff()
        yield (
            story,
            [
                closing.enter_context(desk_process(slack, database_url, POLICY_FILE=str(own)))
                for _ in range(PROCESSES)
            ],
        )


def each_step_was_taken_once_and_in_time(story: Climbing) -> None:
    waits = [step.wait for step in story.ladder]
    assert len(story.opened) == len(set(story.opened)) > 0
    for page in story.opened:
        taken = [event for event in story.steps() if event.record_id == page]
        rungs = [int(event.evidence["rung"]) for event in taken]
        assert rungs == list(range(1, len(waits) + 2)), f"{page}: steps {rungs}"
        for (before, after), wait in zip(pairwise(taken), waits, strict=True):
            assert after.at - before.at >= wait, f"{page}: {after.step} came early"
    assert {page.state for page in story.pages()} == {EscalationState.EXHAUSTED}


@pytest.mark.parametrize(("seed", "kills"), runs((5, 3), soak=range(300, 320)))
def test_pages_climb_each_step_once_while_processes_are_killed(
    postgres_url: str, tmp_path: Path, seed: int, kills: int
) -> None:
    with climbing(postgres_url, tmp_path / "policy.toml", seed) as (story, processes):
        story.slack.wait_for(lambda: story.slack.sockets.connected == PROCESSES or None, timeout=PATIENCE)
        for _ in range(kills):
            killed = story.random.choice(processes)
            story.kill_amid_steps(killed)
            killed.start()
        story.settle()

        each_step_was_taken_once_and_in_time(story)
        each_stands_once(story.slack)
