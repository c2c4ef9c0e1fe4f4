"""The example desk in the sandbox: its people and channels, its story, and what has been told of it."""

from datetime import datetime

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
from handlers.app import desk_over, sweeping
from handlers.cli.ground import NobodyToWake
from storage.database import Database

DESK, ONCALL, GENERAL = "C0DESK", "C0ONCALL", "C0GENERAL"
_TELL_OF_THE_PAST = ("reminders", "digests", "messages")


def told(slack: Sandbox, database: Database, policy: Policy, own: dict[str, str]) -> Desk:
    """The desk as it stands now, in an empty database and workspace. `own` are the settings of the bot."""
    _fill(slack)
    desk = _with_its_story(database, policy)
    _tell_what_has_been(slack, database, desk, own)
    return desk


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


def _with_its_story(database: Database, policy: Policy) -> Desk:
    now = SystemClock().now()
    clock = PastClock(now)
    desk = desk_over(database, clock=clock, new_id=new_id, wake=NobodyToWake(), policy=policy)
    Story(desk, clock, now, new_id).tell()
    return desk_over(database, clock=SystemClock(), new_id=new_id, wake=NobodyToWake(), policy=policy)


def _tell_what_has_been(slack: Sandbox, database: Database, desk: Desk, own: dict[str, str]) -> None:
    """Cards and reminders of the past stand there at once; the bot itself would send them one a second."""
    try:
        known = settings.over(own)
    except ValidationError:
        return  # The bot names what is wrong.
    swept = sweeping(known, database, desk, clock=SystemClock(), pace=Pace(seconds=0))
    with slack.without_rates():
        for sweep in swept.sweeps:
            if sweep.name in _TELL_OF_THE_PAST:
                sweep.run()


def next_event(desk: Desk) -> Event | None:
    """When the desk has something to do next, as its database says."""
    moments: dict[str, datetime | None] = {
        "The next step of a page": desk.escalations.next_due(),
        "A reminder": desk.reminders.next_due(),
        "The daily digest": desk.digests.next_due(),
    }
    events = [Event(at, what) for what, at in moments.items() if at is not None]
    return min(events, key=lambda event: event.at, default=None)
