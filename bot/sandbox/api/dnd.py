"""dnd.*: who does not want to be disturbed."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.sandbox.api.call import Call
from bot.sandbox.api.conversing import person_for
from bot.sandbox.api.users import is_stranger
from bot.sandbox.people import Person
from bot.sandbox.refusals import Refused
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack

NEVER = 1
"""What Slack says for both times of somebody who has no do not disturb, in seconds since 1970."""


def info(slack: Slack, call: Call) -> Json:
    """Without `user`, the bot itself, which is never in it."""
    workspace = slack.workspace
    asks_for_itself = not call.text("user")
    person = workspace.people[workspace.identity.bot_user_id] if asks_for_itself else person_for(slack, call)
    if is_stranger(slack, person):
        raise Refused("user_not_visible")
    now = workspace.clock.now()
    return status(person, now) | _snooze(person, now)


def status(person: Person, now: datetime) -> Json:
    """What everybody may know. It covers a snooze too: only the person themselves is promised `snooze_*`."""
    span = person.quiet.span(now, ZoneInfo(person.tz))
    return {
        "dnd_enabled": span is not None,
        "next_dnd_start_ts": int(span.begins_at.timestamp()) if span else NEVER,
        "next_dnd_end_ts": int(span.ends_at.timestamp()) if span else NEVER,
    }


def _snooze(person: Person, now: datetime) -> Json:
    snooze = person.quiet.snoozing(now)
    if snooze is None:
        return {"snooze_enabled": False}
    end = int(snooze.ends_at.timestamp())
    return {
        "snooze_enabled": True,
        "snooze_endtime": end,
        "snooze_remaining": end - int(now.timestamp()),
    }
