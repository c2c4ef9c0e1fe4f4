"""The desk as a process: it is there before Slack is, and answers to the last when it is told to end."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from bot import policy
from bot.clock import SystemClock, new_id
from bot.desk.desk import Desk
from bot.sandbox.faults import Fault
from bot.sandbox.server import Sandbox
from bot.scheduler import Scheduler
from handlers.app import desk_over
from handlers.manifest import manifest
from storage.database import Database
from storage.records.people import SYSTEM, Actor, PersonId, Role
from storage.records.requests import Priority
from tests.processes import desk_process, until
from tests.world import DAN, ONCALL, RITA, people


def test_a_desk_that_was_there_before_slack_tells_what_was_due(sqlite_url: str) -> None:
    with desk_at_rest(sqlite_url) as desk:
        desk.people.grant(PersonId(DAN), Role.OFFICER, by=SYSTEM)
        desk.roster.take(SYSTEM, PersonId(DAN), 8)
        page(desk)
    with Sandbox(manifest()) as slack:
        people(slack)
        down = slack.faults.add(Fault(kind="down", times=None))
        with desk_process(slack, sqlite_url) as process:
            assert until(lambda: "Slack does not answer" in process.log)

            slack.faults.remove(down)
            told = slack.wait_for(lambda: slack.messages(ONCALL) and slack.dms(DAN), timeout=30)
            answer = slack.wait_for(lambda: slack.command(DAN, "/oncall").message, timeout=30)

            assert "Acknowledge" in told[0].buttons
            assert "on duty" in answer.plain
            assert process.log.count("Slack does not answer") == 1, "it is said once, not at each try"
            assert process.terminate() == 0
            assert "Traceback" not in process.log


def test_a_command_under_way_at_sigterm_is_answered(sqlite_url: str) -> None:
    with desk_at_rest(sqlite_url) as desk:
        desk.people.grant(PersonId(RITA), Role.OFFICER, by=SYSTEM)
    with Sandbox(manifest()) as slack, ThreadPoolExecutor(1) as pool:
        people(slack)
        with desk_process(slack, sqlite_url) as process:
            slack.wait_for(lambda: slack.sockets.connected, timeout=30)
            slow = slack.faults.add(Fault(method="views.open", kind="slow", seconds=1.0))
            asked = pool.submit(lambda: slack.command(RITA, "/liaison"))
            assert until(lambda: slow not in slack.faults)

            began = time.monotonic()
            code = process.terminate()
            took = time.monotonic() - began

            assert asked.result().acked
            assert code == 0
            assert took < 5
            assert "Traceback" not in process.log
            assert '"level": "error"' not in process.log


def page(desk: Desk) -> None:
    """By the command line, while nothing of the desk runs."""
    desk.escalations.open(
        None,
        actor=Actor("operator:test"),
        reference_words=None,
        words="Please call.",
        priority=Priority.FLASH,
        submission_key=new_id(),
    )


@contextmanager
def desk_at_rest(url: str) -> Iterator[Desk]:
    database, clock = Database(url), SystemClock()
    yield desk_over(database, clock=clock, new_id=new_id, wake=Scheduler(clock), policy=policy.load())
    database.close()
