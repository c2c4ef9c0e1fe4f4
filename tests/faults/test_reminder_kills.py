"""Processes killed by SIGKILL while reminders and digests fall due: each is seen exactly once."""

import random
from collections import Counter
from contextlib import ExitStack
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import new_id
from bot.sandbox.faults import ApiKind, Fault
from storage.records.people import Person, PersonId, Role
from storage.records.requests import LiaisonRequest
from tests.faults.test_kills import PATIENCE, Story, each_stands_once, runs, told
from tests.faults.trouble import a_form
from tests.processes import DeskProcess, desk_process, until
from tests.world import DAN, OLGA, SAM

POINTS: tuple[ApiKind, ...] = ("silent", "silent_after", "slow", "reset_before", "reset_after")
DESK = ZoneInfo("America/New_York")
A_DAY = timedelta(days=1)


class Waiting(Story):
    """Work that somebody has and does not do: each is due after three days, overdue half a day later."""

    def work(self) -> None:
        filer = Person(id=PersonId(SAM), role=Role.SUPERVISOR)
        owner = Person(id=PersonId(self.random.choice([OLGA, DAN])), role=Role.OFFICER)
        request = self.desk.requests.file(filer, a_form(), new_id()).request
        self.requests.append(self.desk.requests.claim(owner, request.id))

    def kill_while_it_falls_due(self, process: DeskProcess, step: timedelta) -> None:
        """Turns the clock, and kills at a seeded message or, by chance, at none.

        What was under way lands first, and its twin is looked for: the clock goes on by hours, and no call of
        Slack's lasts so long.
        """
        self.settle()
        kind, after = self.random.choice(POINTS), self.random.randrange(3)
        fault = Fault(method="chat.postMessage", kind=kind, after=after, seconds=0.4)
        self.slack.faults.add(fault)
        met = len(self.slack.requests)
        self.slack.clock.advance(step)
        until(lambda: len(self.slack.requests) > met + after, seconds=3.0)
        process.kill()
        self.slack.faults.clear()

    def _everything_is_told(self) -> bool:
        """And nothing is due that nobody has looked at yet."""
        now = self.slack.clock.now()
        due = (self.desk.reminders.next_due(), self.desk.digests.next_due())
        return not any(each and each <= now for each in due) and super()._everything_is_told()

    def everything_was_said_once(self) -> None:
        slack = self.slack
        each_stands_once(slack)
        for request in self.requests:
            due = [each for each in slack.dms(str(request.owner)) if _is_due(each.plain, request)]
            over = [each for each in slack.messages("C0DESK") if _is_overdue(each.plain, request)]
            assert len(due) <= 1, f"{request.reference}\n{slack.dump()}"
            assert len(over) == 1, f"{request.reference}\n{slack.dump()}"
        for person in (OLGA, DAN, SAM):
            digests = Counter(
                each.plain.partition("\n")[0].partition(" (")[0]
                for each in slack.dms(person)
                if each.plain.startswith("*Digest of")
            )
            assert set(digests.values()) <= {1}, digests
        last = datetime.fromtimestamp(slack.clock.now().timestamp(), DESK)
        assert f"*Digest of {last:%b} {last.day}, {last.year}" in "".join(m.plain for m in slack.dms(SAM))


def _is_due(text: str, request: LiaisonRequest) -> bool:
    return f"*{request.reference}* is in intake review" in text or f"{request.reference} is due" in text


def _is_overdue(text: str, request: LiaisonRequest) -> bool:
    return f"*{request.reference}* is overdue" in text or f"• {request.reference} is overdue" in text


def _told(story: Story) -> Waiting:
    waiting = Waiting(story.slack, story.database, 0)
    waiting.random = random.Random(story.random.random())
    return waiting


@pytest.mark.parametrize(("seed", "kills"), runs((5, 2), soak=range(300, 306)))
def test_one_process_on_sqlite_killed_while_reminders_fall_due(
    sqlite_url: str, seed: int, kills: int
) -> None:
    with told(sqlite_url, seed) as story, desk_process(story.slack, sqlite_url) as process:
        waiting = _told(story)
        _runs_through(waiting, [process], kills)


@pytest.mark.parametrize(("seed", "kills"), runs((6, 2), soak=range(400, 406)))
def test_two_processes_on_postgresql_of_which_one_is_killed_while_reminders_fall_due(
    postgres_url: str, seed: int, kills: int
) -> None:
    with told(postgres_url, seed) as story, ExitStack() as running:
        processes = [running.enter_context(desk_process(story.slack, postgres_url)) for _ in range(2)]
        _runs_through(_told(story), processes, kills)


def _runs_through(waiting: Waiting, processes: list[DeskProcess], kills: int) -> None:
    """Work is made, four days pass in as many steps as there are kills, and all comes to rest at nine."""
    slack = waiting.slack
    for _ in range(4):
        waiting.work()
    for number in range(kills):
        slack.wait_for(lambda: slack.sockets.connected == len(processes) or None, timeout=PATIENCE)
        killed = processes[number % len(processes)]
        waiting.kill_while_it_falls_due(killed, 4 * A_DAY / kills)
        killed.start()
    local = slack.clock.now().astimezone(DESK)
    nine = datetime(local.year, local.month, local.day, 9, tzinfo=DESK) + A_DAY
    slack.clock.advance(nine - local)
    waiting.settle()

    waiting.everything_was_said_once()
