"""The daily digest: who reads what of all that is due, and in which part it stands."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.deadline_rules import OF_STATE
from bot.rules.hours import last_at
from bot.rules.spans import Span, clock, midnight
from storage.records.announcements import DESK, DigestPart, DigestRow, Place, direct
from storage.records.people import PersonId
from storage.records.reminders import DueItem

MOST_ROWS = 40
"""Slack takes fifty blocks: these, a title, a heading for each part, and what had no room."""
_A_DAY = timedelta(days=1)
_ORDER = {part: rank for rank, part in enumerate(DigestPart)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    can_answer: Callable[[PersonId], bool]
    """Whoever has left the desk would not read it: the desk does."""
    supervisors: Sequence[PersonId]
    """They read of all that is overdue."""


def due_at(last_day: str | None, now: datetime, at: time, zone: ZoneInfo) -> datetime:
    """When the next one is due. After an outage it is the latest only: see `day_of`."""
    if last_day is None:
        return clock(now.astimezone(zone).date(), at, zone)
    return clock(date.fromisoformat(last_day) + _A_DAY, at, zone)


def day_of(now: datetime, at: time, zone: ZoneInfo) -> date:
    """Of which day the digest is that is made now."""
    return last_at(now, at, zone).astimezone(zone).date()


def ends_of(now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """When today ends, and the week that begins today."""
    today = now.astimezone(zone).date()
    return midnight(today + _A_DAY, zone), midnight(today + 7 * _A_DAY, zone)


def is_the_day(day: date, every: Span) -> bool:
    """Whether a list that comes every so many days stands in this day's digest; a weekly one on Mondays."""
    return every.days > 0 and day.toordinal() % every.days == 1 % every.days


def part_of(item: DueItem, now: datetime, zone: ZoneInfo) -> DigestPart:
    today_ends, week_ends = ends_of(now, zone)
    if item.at <= now:
        return DigestPart.OVERDUE
    if item.at < today_ends:
        return DigestPart.TODAY
    return DigestPart.WEEK if item.at < week_ends else DigestPart.COMING


def row(item: DueItem, part: DigestPart) -> DigestRow:
    return DigestRow(
        part=part,
        record_kind=item.record_kind,
        record_id=item.record_id,
        reference=item.reference,
        state=item.state,
        owner=item.owner,
        rule=item.rule or OF_STATE.get(item.state),
        at=item.at,
    )


def by_reader(rows: Iterable[DigestRow], readers: Readers) -> Mapping[Place, tuple[DigestRow, ...]]:
    """What each reads, in the order of the parts, soonest first."""
    read: dict[Place, list[DigestRow]] = {}
    supervisors = {direct(each) for each in readers.supervisors}
    for each in sorted(set(rows), key=lambda one: (_ORDER[one.part], one.at, one.reference, one.rule or "")):
        owner = each.owner if each.owner and readers.can_answer(each.owner) else None
        places = {direct(owner) if owner else DESK}
        if each.part is DigestPart.OVERDUE:
            places |= {DESK, *supervisors}
        if each.part is DigestPart.BACK:
            places = {DESK}
        for place in places:
            read.setdefault(place, []).append(each)
    return {place: tuple(found) for place, found in sorted(read.items())}
