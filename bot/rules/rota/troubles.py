"""What is wrong with a roster: hours without anybody, people booked twice, people who have left."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.rules.rota import layers
from bot.rules.rota.layers import Roster, Spell
from storage.records.people import PersonId
from storage.records.roster import Tier, TroubleKind

A_WEEK, A_DAY = timedelta(days=7), timedelta(days=1)


class Ahead(StrEnum):
    """How long before it comes a trouble is told of."""

    WEEK = "week"
    DAY = "day"


SPANS = {Ahead.WEEK: A_WEEK, Ahead.DAY: A_DAY}
"""From the longest on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    kind: TroubleKind
    tier: Tier
    starts_at: datetime
    ends_at: datetime
    person: PersonId | None = None
    """Who has left, or is booked twice; None for a gap."""

    @property
    def key(self) -> str:
        """The same while it is the same trouble, however far ahead the roster was looked through."""
        return f"{self.kind}:{self.tier}:{self.person or ''}:{self.starts_at.isoformat()}"


def found(roster: Roster, start: datetime, end: datetime) -> tuple[Trouble, ...]:
    """Everything that is wrong from `start` to `end`, by when it begins. A roster that nobody keeps has nothing."""
    if not roster.is_kept:
        return ()
    first = layers.spells(roster, start, end)
    second = layers.spells(roster, start, end, Tier.SECOND)
    troubles = [*_of_tier(first, Tier.FIRST), *_of_tier(second, Tier.SECOND), *_twice(first, second)]
    return tuple(sorted(troubles, key=lambda each: (each.starts_at, each.kind, each.tier)))


def _of_tier(spells: tuple[Spell, ...], tier: Tier) -> Iterator[Trouble]:
    """Nobody has to stand behind the first, so that only a first tier has gaps."""
    for spell in layers.by_person(spells) if tier is Tier.FIRST else ():
        if spell.person is None:
            yield _trouble(TroubleKind.GAP, tier, spell, None)
    for spell in spells:
        if spell.gone is not None:
            yield _trouble(TroubleKind.GONE, tier, spell, spell.gone)


def _twice(first: tuple[Spell, ...], second: tuple[Spell, ...]) -> Iterator[Trouble]:
    """Whoever stands behind themselves: a page that they miss would be told to them again."""
    for one in layers.by_person(first):
        for other in layers.by_person(second):
            starts_at = max(one.starts_at, other.starts_at)
            ends_at = min(one.ends_at, other.ends_at)
            if starts_at < ends_at and one.person is not None and one.person == other.person:
                spell = Spell(starts_at=starts_at, ends_at=ends_at, claim=one.claim)
                yield _trouble(TroubleKind.TWICE, Tier.FIRST, spell, one.person)


def _trouble(kind: TroubleKind, tier: Tier, spell: Spell, person: PersonId | None) -> Trouble:
    return Trouble(kind=kind, tier=tier, starts_at=spell.starts_at, ends_at=spell.ends_at, person=person)


def told_at(trouble: Trouble) -> tuple[tuple[Ahead, datetime], ...]:
    """When people are told of it, the earliest first: a week and a day ahead."""
    return tuple((ahead, trouble.starts_at - span) for ahead, span in SPANS.items())
