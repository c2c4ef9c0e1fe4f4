"""What changes for whom when the roster is changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from bot.rules.rota.layers import Spell
from storage.records.announcements import Hours
from storage.records.people import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Of one officer: hours on duty that they have from now on, and hours that they have no more."""

    gained: tuple[Hours, ...] = ()
    lost: tuple[Hours, ...] = ()


def between(before: tuple[Spell, ...], after: tuple[Spell, ...]) -> Mapping[PersonId, Change]:
    """Of two plans of the same span, for each officer whose hours differ."""
    edges = sorted({at for each in (*before, *after) for at in (each.starts_at, each.ends_at)})
    gained: dict[PersonId, list[Hours]] = {}
    lost: dict[PersonId, list[Hours]] = {}
    for starts_at, ends_at in pairwise(edges):
        old, new = _person_at(before, starts_at), _person_at(after, starts_at)
        if old != new:
            for whose, person in ((lost, old), (gained, new)):
                if person is not None:
                    _add(whose.setdefault(person, []), Hours(starts_at=starts_at, ends_at=ends_at))
    return {
        person: Change(gained=tuple(gained.get(person, ())), lost=tuple(lost.get(person, ())))
        for person in sorted({*gained, *lost})
    }


def _person_at(spells: tuple[Spell, ...], moment: datetime) -> PersonId | None:
    return next((each.person for each in spells if each.starts_at <= moment < each.ends_at), None)


def _add(held: list[Hours], hours: Hours) -> None:
    if held and held[-1].ends_at == hours.starts_at:
        held[-1] = Hours(starts_at=held[-1].starts_at, ends_at=hours.ends_at)
    else:
        held.append(hours)
