"""The figures of pages: how late steps are with many open, how long a storm takes; nothing is asserted."""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from bot import policy
from bot.clock import SystemClock, new_id
from bot.sandbox.messages import Message
from bot.sandbox.server import Sandbox
from bot.settings import SlackMode
from handlers.app import assemble
from handlers.bot import Bot
from handlers.manifest import manifest
from storage.records.escalations import Escalation, EscalationId, EscalationState
from storage.records.people import SYSTEM, Actor, PersonId
from storage.records.requests import Priority
from tests.processes import until
from tests.world import DAN, OLGA, ONCALL, ROLES, SAM, people, settings

OPEN = 1000
SPREAD_SECONDS = 30.0
STORM = 6000


def steps_in_time(database: str, url: str) -> None:
    """A thousand pages are open, and the steps of all of them fall due within half a minute, live."""
    with running(url) as (_, bot):
        late: list[float] = []
        bot.desk.ground.late = lambda _what, seconds: late.append(seconds)
        begins = SystemClock().now() + timedelta(seconds=10)  # Longer than it takes to open them.
        _open(bot, OPEN, lambda number: begins + timedelta(seconds=number * SPREAD_SECONDS / OPEN))
        until(lambda: len(late) >= OPEN, seconds=SPREAD_SECONDS + 60)
        cuts = statistics.quantiles(late, n=100)
        print(
            f"{database}: {len(late)} steps of {OPEN} open pages, due to commit: median "
            f"{statistics.median(late) * 1000:.0f} ms, 99th percentile {cuts[98] * 1000:.0f} ms, "
            f"longest {max(late) * 1000:.0f} ms"
        )


def storm(database: str, url: str) -> None:
    """Six thousand pages fall due at the same moment; what people see of it in Slack."""
    with running(url) as (slack, bot):
        late: list[float] = []
        bot.desk.ground.late = lambda _what, seconds: late.append(seconds)
        due = SystemClock().now() + timedelta(seconds=10)
        _open(bot, STORM, lambda _number: due)
        until(lambda: len(late) >= STORM, seconds=300)
        print(f"{database}: {len(late)} pages due at once: last commit {max(late):.1f} s after that moment")
        began = time.perf_counter()
        until(lambda: all(_lines(messages) >= STORM for messages in _told(slack).values()), seconds=600)
        for name, messages in _told(slack).items():
            print(f"{database}: {name}: {_lines(messages)} lines about pages in {len(messages)} messages")
        print(f"{database}: all of them {time.perf_counter() - began:.0f} s later")


def _told(slack: Sandbox) -> dict[str, list[Message]]:
    return {"on-call channel": slack.messages(ONCALL), "supervisor": slack.dms(SAM)}


def _lines(messages: list[Message]) -> int:
    return sum(message.plain.count("*ES-") for message in messages)


def _open(bot: Bot, number: int, due: Callable[[int], datetime]) -> None:
    """As they stand after their first step, in one go."""
    with bot.database.transaction() as stores:
        for each in range(number):
            stores.escalations.add(_page(each, due(each)))


def _page(number: int, due: datetime) -> Escalation:
    return Escalation(
        id=EscalationId(new_id()),
        reference=f"ES-2026-{number + 1:05}",
        record_id=None,
        record_reference=None,
        words="Please call.",
        priority=Priority.URGENT,
        opened_by=Actor("operator:bench"),
        identity_unchecked=False,
        opened_at=due - timedelta(minutes=5),
        state=EscalationState.OPEN,
        rung=1,
        told=(PersonId(DAN),),
        next_step_at=due,
        awaited=(PersonId(DAN),),
        steps=1,
    )


@contextmanager
def running(url: str) -> Iterator[tuple[Sandbox, Bot]]:
    """The whole desk with its scheduler, in a workspace that keeps Slack's limits."""
    with Sandbox(manifest()) as slack:
        people(slack)
        bot = assemble(
            settings(slack, url, SlackMode.SOCKET), policy=policy.load(), clock=SystemClock(), new_id=new_id
        )
        for person, role in ROLES.items():
            bot.desk.people.grant(PersonId(person), role, by=SYSTEM)
        bot.desk.roster.take(SYSTEM, PersonId(OLGA), 8)
        bot.start()
        bot.connection.wait_until_joined(10)
        try:
            yield slack, bot
        finally:
            bot.stop()
