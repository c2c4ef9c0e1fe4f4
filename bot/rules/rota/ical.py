"""The roster as iCalendar: read into shifts, and written for other calendars (RFC 5545).

What is read may be anybody's file. Its events, their rules and how far they are followed are bounded here;
how large it is and how long it may take is for whoever reads it to bound.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.rules.spans import clock, midnight
from storage.records.people import PersonId
from storage.records.roster import Tier

AHEAD = timedelta(days=396)
"""So far, thirteen months, a calendar is followed."""
MOST_EVENTS = 2000
MOST_SHIFTS = 5000
LONGEST = timedelta(days=31)
MOST_MISTAKES = 20
_SLOW = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_A_WEEK = timedelta(days=7)
_WORD = re.compile(r"[A-Z0-9]+")


class BrokenCalendar(Exception):
    """Nothing of it can be used; a sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One time on duty as the calendar has it."""

    words: str
    """The event's title and description: the officer's Slack id stands in there."""
    starts_at: datetime
    ends_at: datetime
    row: int
    """Which event of the calendar it is, counted from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    entries: tuple[Entry, ...]
    mistakes: tuple[str, ...] = ()
    """What was left out, by its event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDuty:
    """One time on duty, to be written."""

    id: str
    person: PersonId
    tier: Tier
    starts_at: datetime
    ends_at: datetime


def read(content: bytes, now: datetime, zone: ZoneInfo) -> Reading:
    """The shifts that have not ended, of thirteen months; times without a zone are the desk's.

    Raises BrokenCalendar.
    """
    try:
        return _read(content, now, zone)
    except BrokenCalendar:
        raise
    except Exception:  # noqa: BLE001  It may be anybody's file, and the library stumbles in many ways.
        raise BrokenCalendar("It is no iCalendar file, or is cut off.") from None


def _read(content: bytes, now: datetime, zone: ZoneInfo) -> Reading:
    import recurring_ical_events  # noqa: PLC0415  # Most commands never read a calendar.

    calendar, rows, mistakes = _events(content)
    found: dict[tuple[int, datetime], Entry] = {}
    query = recurring_ical_events.of(calendar, skip_bad_series=True)
    start, end = now, now + AHEAD
    while start < end:
        for occurrence in query.between(start, min(start + _A_WEEK, end)):
            entry = _entry(occurrence, rows.get(str(occurrence.get("UID")), 0), zone)
            if isinstance(entry, str):
                mistakes.append(entry)
            elif entry is not None and entry.ends_at > now:
                found[entry.row, entry.starts_at] = entry
        if len(found) > MOST_SHIFTS:
            raise BrokenCalendar(f"It has more than {MOST_SHIFTS} shifts in thirteen months.")
        start += _A_WEEK
    entries = sorted(found.values(), key=lambda each: (each.starts_at, each.row))
    return Reading(entries=tuple(entries), mistakes=shortened(mistakes))


def shortened(mistakes: Iterable[str]) -> tuple[str, ...]:
    """Each once, and no more than anybody reads."""
    unique = tuple(dict.fromkeys(mistakes))
    more = (f"And {len(unique) - MOST_MISTAKES} more.",) if len(unique) > MOST_MISTAKES else ()
    return (*unique[:MOST_MISTAKES], *more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who is meant by an event."""

    person: PersonId | None
    mistake: str = ""
    """Why nobody is."""


def named(entry: Entry, officers: Iterable[PersonId]) -> Named:
    """Names are not guessed: the Slack user id of the officer has to stand there."""
    meant = sorted(set(_WORD.findall(entry.words.upper())) & set(officers))
    if len(meant) == 1:
        return Named(person=PersonId(meant[0]))
    title = entry.words.partition("\n")[0].strip()[:60]
    what = "names two officers" if meant else "names no officer of the desk by their Slack user id"
    return Named(person=None, mistake=f"Event {entry.row} (“{title}”) {what}.")


def overlaps(entries: Sequence[tuple[Entry, PersonId]]) -> Iterator[str]:
    """Two officers at one time: the one who begins later counts."""
    latest: tuple[Entry, PersonId] | None = None
    for entry, person in entries:
        if latest and entry.starts_at < latest[0].ends_at and person != latest[1]:
            yield f"Event {entry.row} overlaps event {latest[0].row}; whoever begins later has the desk."
        if latest is None or entry.ends_at > latest[0].ends_at:
            latest = (entry, person)


def written(shifts: Iterable[OnDuty], now: datetime) -> bytes:
    """A calendar that other programs read, and that `read` takes back."""
    from icalendar import Calendar, Event  # noqa: PLC0415  # Most commands never write a calendar.

    calendar = Calendar()
    calendar.add("prodid", "-//liaison-desk//roster//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Liaison desk roster")
    for shift in shifts:
        event = Event()
        behind = " (second tier)" if shift.tier is Tier.SECOND else ""
        event.add("uid", f"{shift.id}@liaison-desk")
        event.add("summary", f"{shift.person} on duty{behind}")
        event.add("dtstamp", now)
        event.add("dtstart", shift.starts_at)
        event.add("dtend", shift.ends_at)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(content: bytes) -> tuple[Any, dict[str, int], list[str]]:
    """The calendar, which event has which id, and what is wrong; an event without an id is given one."""
    from icalendar import Calendar  # noqa: PLC0415  # Most commands never read a calendar.

    calendar = Calendar.from_ical(content)
    events = list(calendar.walk("VEVENT"))
    if len(events) > MOST_EVENTS:
        raise BrokenCalendar(f"It has more than {MOST_EVENTS} events.")
    rows: dict[str, int] = {}
    mistakes: list[str] = []
    for number, event in enumerate(events, start=1):
        if mistake := _event_mistake(event, number):
            mistakes.append(mistake)
            calendar.subcomponents.remove(event)
            continue
        _check_rule(event, number)
        if not event.get("UID"):
            event.add("UID", f"event-{number}")
        rows.setdefault(str(event["UID"]), number)
    return calendar, rows, mistakes


def _event_mistake(event: Any, number: int) -> str:
    if event.errors:
        return f"Event {number} cannot be read: {', '.join(sorted({str(name) for name, _ in event.errors}))}."
    starts, ends = event.get("DTSTART"), event.get("DTEND")
    if starts is not None and ends is not None and _is_before(ends.dt, starts.dt):
        return f"Event {number} ends before it begins."
    if starts is not None and "TZID" in starts.params and getattr(starts.dt, "tzinfo", None) is None:
        return f"Event {number} is in a time zone that nobody knows."
    return ""


def _is_before(one: date, other: date) -> bool:
    """False of two that cannot be compared."""
    try:
        return one < other
    except TypeError:
        return False


def _check_rule(event: Any, number: int) -> None:
    """A rule that repeats within the day is no roster, and takes for ever."""
    rules = event.get("RRULE")
    for rule in rules if isinstance(rules, list) else [rules] if rules else []:
        every = {str(each).upper() for each in rule.get("FREQ", ())}
        finer = any(rule.get(part) for part in ("BYHOUR", "BYMINUTE", "BYSECOND"))
        if not every <= _SLOW or finer:
            raise BrokenCalendar(f"Event {number} repeats within a day.")


def _entry(occurrence: Any, row: int, zone: ZoneInfo) -> Entry | str | None:
    if str(occurrence.get("STATUS", "")).upper() == "CANCELLED":
        return None
    starts_at, ends_at = (_moment(occurrence, name, zone) for name in ("DTSTART", "DTEND"))
    if starts_at is None or ends_at is None or ends_at <= starts_at:
        return f"Event {row} has no length."
    if ends_at - starts_at > LONGEST:
        return f"Event {row} is longer than {LONGEST.days} days."
    words = f"{occurrence.get('SUMMARY', '')}\n{occurrence.get('DESCRIPTION', '')}"
    return Entry(words=words, starts_at=starts_at, ends_at=ends_at, row=row)


def _moment(occurrence: Any, name: str, zone: ZoneInfo) -> datetime | None:
    held = occurrence.get(name)
    at = getattr(held, "dt", None)
    if isinstance(at, datetime):
        return clock(at.date(), at.time(), zone) if at.tzinfo is None else at.astimezone(UTC)
    return midnight(at, zone) if isinstance(at, date) else None
