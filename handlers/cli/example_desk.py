"""The example desk in the sandbox: its people and channels, its story, and what has been told of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from pydantic import ValidationError

from bot import settings
from bot.clock import SystemClock, new_id
from bot.demo.people import EVERYBODY, REQUESTER
from bot.demo.story import PastClock, Story
from bot.desk.desk import Desk
from bot.pacing import Pace
from bot.rules.policy import Policy
from bot.sandbox.server import Sandbox
from bot.sandbox.stage import Event
from bot.scheduler import Sweep
from handlers.app import desk_over, sweeping
from handlers.budget import unlimited
from handlers.cli.ground import NobodyToWake
from storage.database import Database

DESK, ONCALL, GENERAL = "C0DESK", "C0ONCALL", "C0GENERAL"
AWAY = timedelta(hours=8)
"""So long the requester has read nothing; the desk itself has read everything."""


def told(slack: Sandbox, database: Database, policy: Policy, own: dict[str, str]) -> Desk:
    """The desk as it stands now, in an empty database and workspace. `own` are the settings of the bot."""
    _fill(slack)
    with slack.without_rates():
        _tell_what_has_been(slack, database, policy, own)
    return desk_over(database, clock=SystemClock(), new_id=new_id, wake=NobodyToWake(), policy=policy)


def _fill(slack: Sandbox) -> None:
    for person in EVERYBODY:
        slack.add_person(
            person.id,
            person.name,
            real_name=person.real_name,
            title=person.title,
            tz=person.timezone,
            guest=person.outside,
        )
    inside = [str(person.id) for person in EVERYBODY if not person.outside]
    officers = [person for person in inside if person != REQUESTER.id]
    slack.add_channel(DESK, "liaison-desk", members=officers, private=True)
    slack.add_channel(ONCALL, "on-call", members=officers, private=True)
    slack.add_channel(GENERAL, "general", members=[str(person.id) for person in EVERYBODY])


def _tell_what_has_been(slack: Sandbox, database: Database, policy: Policy, own: dict[str, str]) -> None:
    """Each act, and each reminder of what is still open, is told at the moment at which it happened."""
    now = SystemClock().now()
    clock, at_once = PastClock(now, slack.clock.restart), _AtOnce()
    desk = desk_over(database, clock=clock, new_id=new_id, wake=at_once, policy=policy)
    at_once.sweeps = _sweeps(own, database, desk, clock)
    Story(desk, clock, now, new_id).tell()
    _remind_of_what_is_open(desk, clock, now)
    slack.clock.restart()
    for person in EVERYBODY:
        slack.has_read(person.id, until=now - AWAY if person is REQUESTER else slack.clock.now())


def _remind_of_what_is_open(desk: Desk, clock: PastClock, until: datetime) -> None:
    """At the moment at which each was due; of the digests only the last is."""
    while (due := desk.reminders.next_due()) is not None and due < until and due != clock.moment:
        clock.moment = due
        desk.reminders.sweep()
    clock.moment = until
    if (due := desk.digests.next_due()) is not None and due < until:
        clock.moment = due
        desk.digests.sweep()


class _AtOnce:
    """Whoever is to be told is told before the next act. The bot itself would send one message a second."""

    sweeps: Sequence[Sweep] = ()

    def soon(self) -> None:
        for sweep in self.sweeps:
            sweep.run()


def _sweeps(own: dict[str, str], database: Database, desk: Desk, clock: PastClock) -> list[Sweep]:
    """None with settings that the bot will refuse; it says itself what is wrong with them."""
    try:
        known = settings.over(own)
    except ValidationError:
        return []
    swept = sweeping(known, database, desk, clock=clock, pace=Pace(seconds=0), spent=unlimited())
    return [sweep for sweep in swept.sweeps if sweep.name == "messages"]


def next_event(desk: Desk) -> Event | None:
    """When the desk has something to do next, as its database says."""
    moments: dict[str, datetime | None] = {
        "The next step of a page": desk.escalations.next_due(),
        "A reminder": desk.reminders.next_due(),
        "The daily digest": desk.digests.next_due(),
    }
    events = [Event(at, what) for what, at in moments.items() if at is not None]
    return min(events, key=lambda event: event.at, default=None)
