"""Processes killed by SIGKILL while the desk changes hands: each handover and each gap is told once."""

import random
from collections import Counter
from contextlib import ExitStack
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.desk import rota
from bot.rules.rota import layers
from bot.rules.rota.entries import RotationForm
from bot.sandbox.faults import ApiKind, Fault
from storage.records.people import SYSTEM, Person, PersonId, Role
from storage.records.roster import Tier
from tests.faults.test_kills import PATIENCE, Story, each_stands_once, runs, told
from tests.processes import DeskProcess, desk_process, until
from tests.world import DAN, NINA, OLGA, ONCALL, SAM

POINTS: tuple[ApiKind, ...] = ("silent", "silent_after", "slow", "reset_before", "reset_after")
DESK = ZoneInfo("America/New_York")
STEP = timedelta(hours=8)


class Watches(Story):
    """A day each for three officers, of whom one leaves: a handover or the begin of a gap every morning."""

    def staff_watches(self) -> None:
        sam = Person(id=PersonId(SAM), role=Role.SUPERVISOR)
        today = self.slack.clock.now().astimezone(DESK).date()
        people = tuple(PersonId(each) for each in (OLGA, DAN, NINA))
        form = RotationForm(
            tier=Tier.FIRST, people=people, starts_on=today.isoformat(), handover_at="00:00", length="1"
        )
        self.desk.planning.schedule(sam, form, 0)
        self.desk.people.revoke(PersonId(NINA), by=SYSTEM)

    def kill_while_it_changes_hands(self, process: DeskProcess) -> None:
        """What was under way lands first: the clock goes on by hours, longer than any call of Slack's."""
        self.settle()
        fault = Fault(
            method="chat.postMessage",
            kind=self.random.choice(POINTS),
            after=self.random.randrange(4),
            seconds=0.4,
        )
        self.slack.faults.add(fault)
        met = len(self.slack.requests)
        self.slack.clock.advance(STEP)
        until(lambda: len(self.slack.requests) > met + fault.after, seconds=3.0)
        process.kill()
        self.slack.faults.clear()

    def _everything_is_told(self) -> bool:
        """And nothing is due that nobody has looked at yet."""
        with self.database.reading() as stores:
            due = stores.reminders.next_due()
        return (due is None or due > self.slack.clock.now()) and super()._everything_is_told()

    def everything_was_told_once(self, since: datetime) -> None:
        slack = self.slack
        each_stands_once(slack)
        for person in (OLGA, DAN, SAM):
            seen = Counter(
                each.plain
                for each in slack.dms(person)
                if each.plain.startswith("*Handover*") or "has not acknowledged the handover" in each.plain
            )
            assert set(seen.values()) <= {1}, f"{seen}\n{slack.dump()}"
        with self.database.reading() as stores:
            kept = stores.handovers.latest(100)
        assert len({each.at for each in kept}) == len(kept)
        gaps = Counter(each.plain for each in slack.messages(ONCALL) if "*Nobody has the desk*" in each.plain)
        assert set(gaps.values()) == {1}, gaps
        handed = {(each.at, each.incoming) for each in kept}
        assert self._planned(since) <= handed, f"{handed}\n{slack.dump()}"

    def _planned(self, since: datetime) -> set[tuple[datetime, PersonId]]:
        """When the desk should have gone over to whom."""
        now = self.slack.clock.now()
        with self.desk.ground.reading(SYSTEM, "test") as tx:
            spells = layers.by_person(layers.spells(rota.read(tx, since, now), since, now))
        return {(each.starts_at, each.person) for each in spells[1:] if each.person}


@pytest.mark.parametrize(("seed", "kills"), runs((7, 2), soak=range(500, 504)))
def test_one_process_on_sqlite_killed_while_the_desk_changes_hands(
    sqlite_url: str, seed: int, kills: int
) -> None:
    with told(sqlite_url, seed) as story, desk_process(story.slack, sqlite_url) as process:
        _runs_through(_watches(story), [process], kills)


@pytest.mark.parametrize(("seed", "kills"), runs((8, 2), soak=range(600, 604)))
def test_two_processes_on_postgresql_of_which_one_is_killed_while_the_desk_changes_hands(
    postgres_url: str, seed: int, kills: int
) -> None:
    with told(postgres_url, seed) as story, ExitStack() as running:
        processes = [running.enter_context(desk_process(story.slack, postgres_url)) for _ in range(2)]
        _runs_through(_watches(story), processes, kills)


def _watches(story: Story) -> Watches:
    watches = Watches(story.slack, story.database, 0)
    watches.random = random.Random(story.random.random())
    return watches


def _runs_through(watches: Watches, processes: list[DeskProcess], kills: int) -> None:
    """As many steps of eight hours as there are kills, and four days more in which nobody is killed."""
    slack = watches.slack
    watches.staff_watches()
    for number in range(kills):
        slack.wait_for(lambda: slack.sockets.connected == len(processes) or None, timeout=PATIENCE)
        killed = processes[number % len(processes)]
        watches.kill_while_it_changes_hands(killed)
        killed.start()
    watches.settle()
    since = slack.clock.now()
    for _ in range(4):
        slack.clock.advance(timedelta(days=1))
        watches.settle()

    watches.everything_was_told_once(since)
