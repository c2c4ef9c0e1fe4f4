"""What is wrong with a roster: hours without anybody, people booked twice, people who have left."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.rota import layers
from bot.rules.rota.layers import Roster, Spell
from storage.records.announcements import Ahead
from storage.records.people import PersonId
from storage.records.roster import Tier, TroubleKind

SPANS = {Ahead.WEEK: timedelta(days=7), Ahead.DAY: timedelta(days=1)}
"""How long before it comes a trouble is told of, from the longest on."""
FORTH = timedelta(days=9)
"""So far ahead a roster is looked through: it is done at least daily."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    kind: TroubleKind
    tier: Tier
    starts_at: datetime
    ends_at: datetime | None
    """None: later than the roster was looked through."""
    person: PersonId | None = None
    """Who has left, or is booked twice; for a gap whom the roster names, if anybody."""

    @property
    def key(self) -> str:
        """The same while it is the same trouble, however far ahead the roster was looked through."""
        return f"{self.kind}:{self.tier}:{self.person or ''}:{self.starts_at.isoformat()}"


def ahead_of(roster: Roster, now: datetime) -> tuple[Trouble, ...]:
    """What begins later than now; that something begins now is told by the change itself."""
    return tuple(each for each in found(roster, now, now + FORTH) if each.starts_at > now)


def found(roster: Roster, start: datetime, end: datetime) -> tuple[Trouble, ...]:
    """Everything that is wrong from `start` to `end`, by when it begins."""
    first = layers.spells(roster, start, end)
    second = layers.spells(roster, start, end, Tier.SECOND)
    troubles = [*_gaps(first), *_gone(first, Tier.FIRST), *_gone(second, Tier.SECOND), *_twice(first, second)]
    troubles = [
        each if each.ends_at != end else Trouble(
            kind=each.kind, tier=each.tier, starts_at=each.starts_at, ends_at=None, person=each.person
        )
        for each in troubles
    ]  # fmt: skip
    return tuple(sorted(troubles, key=lambda each: (each.starts_at, each.kind, each.tier)))


def _gaps(spells: tuple[Spell, ...]) -> Iterator[Trouble]:
    """Of the first tier only: nobody has to stand behind it."""
    for spell in layers.by_person(spells):
        if spell.person is None:
            yield _trouble(TroubleKind.GAP, Tier.FIRST, spell.starts_at, spell.ends_at, spell.gone)


def _gone(spells: tuple[Spell, ...], tier: Tier) -> Iterator[Trouble]:
    """Of the first tier only where somebody else has the desk instead: else it is a gap."""
    for spell in spells:
        if spell.gone is not None and (tier is Tier.SECOND or spell.person is not None):
            yield _trouble(TroubleKind.GONE, tier, spell.starts_at, spell.ends_at, spell.gone)


def _twice(first: tuple[Spell, ...], second: tuple[Spell, ...]) -> Iterator[Trouble]:
    """Whoever stands behind themselves: nobody else hears of a page that they miss."""
    for one in layers.by_person(first):
        for other in layers.by_person(second):
            starts_at, ends_at = max(one.starts_at, other.starts_at), min(one.ends_at, other.ends_at)
            if starts_at < ends_at and one.person is not None and one.person == other.person:
                yield _trouble(TroubleKind.TWICE, Tier.FIRST, starts_at, ends_at, one.person)


def _trouble(
    kind: TroubleKind, tier: Tier, starts_at: datetime, ends_at: datetime, person: PersonId | None
) -> Trouble:
    return Trouble(kind=kind, tier=tier, starts_at=starts_at, ends_at=ends_at, person=person)


def told_at(trouble: Trouble) -> tuple[tuple[Ahead, datetime], ...]:
    """When people are told of it, the earliest first: a week and a day ahead."""
    return tuple((ahead, trouble.starts_at - span) for ahead, span in SPANS.items())
