"""A person switches do not disturb on and off; the bot hears of it as an event, if at all."""

from dataclasses import replace
from datetime import timedelta

from bot.sandbox.acting.payloads import actor
from bot.sandbox.people import Person
from bot.sandbox.quiet import Hours, Quiet, Span
from bot.sandbox.slack import Slack


def snooze(slack: Slack, user: str, minutes: float) -> None:
    """From now on; raises ValueError for minutes that are not above 0."""
    if minutes <= 0:
        raise ValueError("A snooze takes more than 0 minutes; None ends it.")
    # Slack tells its times in whole seconds, so they begin and end on one.
    now = slack.workspace.clock.now().replace(microsecond=0)
    with slack.workspace.lock:
        person = actor(slack, user)
        span = Span(now, now + timedelta(minutes=minutes))
        _keep(slack, person, replace(person.quiet, snooze=span))


def end(slack: Slack, user: str) -> None:
    """The snooze is over, and the daily window that is running."""
    now = slack.workspace.clock.now()
    with slack.workspace.lock:
        person = actor(slack, user)
        _keep(slack, person, replace(person.quiet, snooze=None, ended_at=now))


def set_hours(slack: Slack, user: str, hours: Hours | None) -> None:
    with slack.workspace.lock:
        person = actor(slack, user)
        _keep(slack, person, replace(person.quiet, daily=hours))


def _keep(slack: Slack, person: Person, quiet: Quiet) -> None:
    slack.workspace.put_person(replace(person, quiet=quiet))
