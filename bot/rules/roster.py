"""The roster: who has the desk at a moment, until when, and who comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.errors import InvalidForm
from storage.records.people import PersonId
from storage.records.roster import Shift

USUAL_SHIFT = timedelta(hours=8)
LONGEST_SHIFT = timedelta(hours=24)
AHEAD = timedelta(days=14)
"""How far ahead the next person is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    on_duty: PersonId | None
    until: datetime | None
    next_person: PersonId | None
    next_from: datetime | None


def on_duty(shifts: Sequence[Shift], moment: datetime) -> PersonId | None:
    """Who has the desk then: of shifts that overlap, the one entered later counts."""
    running = [shift for shift in shifts if shift.starts_at <= moment < shift.ends_at]
    return max(running, key=lambda shift: (shift.entered_at, shift.id)).person if running else None


def outlook(shifts: Sequence[Shift], now: datetime) -> Outlook:
    """Who has the desk now and until when, and the next other person who gets it."""
    holder = on_duty(shifts, now)
    changes = sorted(
        {moment for shift in shifts for moment in (shift.starts_at, shift.ends_at) if moment > now}
    )
    held = [(moment, on_duty(shifts, moment)) for moment in changes]
    until = next((moment for moment, person in held if person != holder), None) if holder else None
    following = ((moment, person) for moment, person in held if person not in {None, holder})
    next_from, next_person = next(following, (None, None))
    return Outlook(on_duty=holder, until=until, next_person=next_person, next_from=next_from)


def shift_end(now: datetime, hours: float | None, next_from: datetime | None) -> datetime:
    """When a shift taken now ends: after `hours`, or at the next shift, eight hours from now at the latest.

    Raises InvalidForm when the hours are none or more than a day.
    """
    if hours is None:
        usual = now + USUAL_SHIFT
        return usual if next_from is None else min(usual, next_from)
    if not 0 < hours <= LONGEST_SHIFT / timedelta(hours=1):
        raise InvalidForm({"hours": "Take the desk for more than no time and at most 24 hours."})
    return now + timedelta(hours=hours)
