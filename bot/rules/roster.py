"""Who has the desk now and until when, and who comes next."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.errors import InvalidForm
from bot.rules.rota import layers
from bot.rules.rota.layers import Roster
from storage.records.people import PersonId
from storage.records.roster import Tier

USUAL_SHIFT = timedelta(hours=8)
LONGEST_SHIFT = timedelta(hours=24)
AHEAD = timedelta(days=30)
"""How far ahead the next person is looked for; longer than any turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    on_duty: PersonId | None
    until: datetime | None
    next_person: PersonId | None
    next_from: datetime | None
    gone: PersonId | None = None
    """Whom the roster names now, though they cannot answer and nobody has the desk."""
    second: PersonId | None = None
    """Who stands behind them now."""


def outlook(roster: Roster, now: datetime) -> Outlook:
    """Who has the desk now and until when, and the next other person who gets it."""
    ahead = layers.by_person(layers.spells(roster, now, now + AHEAD))
    holder, later = ahead[0], ahead[1:]
    following = next((each for each in later if each.person not in {None, holder.person}), None)
    behind = layers.who(roster, now, Tier.SECOND)
    return Outlook(
        on_duty=holder.person,
        until=holder.ends_at if holder.person and later else None,
        next_person=following.person if following else None,
        next_from=following.starts_at if following else None,
        gone=None if holder.person else holder.gone,
        second=behind.person if behind else None,
    )


def next_change(roster: Roster, now: datetime) -> datetime | None:
    """When somebody else has the desk, or nobody, or somebody again; None: not as far as can be seen."""
    ahead = layers.by_person(layers.spells(roster, now, now + AHEAD))
    return ahead[1].starts_at if len(ahead) > 1 else None


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
