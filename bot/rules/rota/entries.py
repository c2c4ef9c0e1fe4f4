"""What people enter into the roster: rotations and overrides, checked field by field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.errors import InvalidForm
from bot.rules.spans import clock
from storage.records.people import PersonId
from storage.records.roster import Tier

MOST_PEOPLE = 20
MOST_DAYS = 28
PARTS_OF_A_DAY = {"8h": 3, "12h": 2}
"""And how many turns make a day."""
LONGEST_OVERRIDE = timedelta(days=31)
FAR = timedelta(days=366)
USUAL_HANDOVER = time(8, 0)
USUAL_DAYS = 7
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_DIGITS = 3
_YEARS = range(1970, 3000)
"""Beyond them the calendar of a zone may not reach."""

CanAnswer = Callable[[PersonId], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class RotationForm:
    """As typed."""

    tier: Tier
    people: tuple[PersonId, ...]
    starts_on: str
    handover_at: str
    length: str
    """Of a turn: `7` days, or `12h`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A rotation as it was checked."""

    people: tuple[PersonId, ...]
    starts_on: date
    handover_at: time
    days: int
    turns_a_day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideForm:
    """As typed, by the desk's clock."""

    person: PersonId
    tier: Tier
    from_day: str
    from_time: str
    to_day: str
    to_time: str


def plan(form: RotationForm, today: date, can_answer: CanAnswer) -> Plan:
    """Raises InvalidForm by field."""
    errors: dict[str, str] = {}
    if mistake := _people_mistake(form.people, can_answer):
        errors["people"] = mistake
    starts_on, handover_at = _date(form.starts_on), _time(form.handover_at)
    if starts_on is None or abs(starts_on - today) > FAR:
        errors["starts_on"] = "Give the day of the first handover, at most a year from today."
    if handover_at is None:
        errors["handover_at"] = "Give the time of the handover, such as 08:00."
    days, turns_a_day = _length(form.length)
    if not 0 < days <= MOST_DAYS:
        errors["length"] = f"Give the length of a turn: 8h, 12h, or days from 1 to {MOST_DAYS}."
    if errors or starts_on is None or handover_at is None:
        raise InvalidForm(errors)
    return Plan(
        people=form.people,
        starts_on=starts_on,
        handover_at=handover_at,
        days=days,
        turns_a_day=turns_a_day,
    )


def override(
    form: OverrideForm, now: datetime, zone: ZoneInfo, can_answer: CanAnswer
) -> tuple[datetime, datetime]:
    """When it begins and ends. Raises InvalidForm by field."""
    errors: dict[str, str] = {}
    if not can_answer(form.person):
        errors["person"] = "Only officers and supervisors can have the desk."
    starts_at = _moment(form.from_day, form.from_time, zone)
    ends_at = _moment(form.to_day, form.to_time, zone)
    if starts_at is None:
        errors["from_day"] = "Give the day and the time from when."
    if ends_at is None:
        errors["to_day"] = "Give the day and the time until when."
    if starts_at and ends_at:
        errors |= _span_mistake(starts_at, ends_at, now)
    if errors or starts_at is None or ends_at is None:
        raise InvalidForm(errors)
    return starts_at, ends_at


def _span_mistake(starts_at: datetime, ends_at: datetime, now: datetime) -> dict[str, str]:
    if ends_at <= starts_at:
        return {"to_day": "It ends before it begins. Give a later day or time."}
    if ends_at <= now:
        return {"to_day": "This is over already. Give a day or time to come."}
    if ends_at - starts_at > LONGEST_OVERRIDE:
        return {"to_day": f"At most {LONGEST_OVERRIDE.days} days at once. For longer, change the rotation."}
    if starts_at - now > FAR:
        return {"from_day": "At most a year ahead."}
    return {}


def _people_mistake(people: Sequence[PersonId], can_answer: CanAnswer) -> str:
    if not people:
        return "Choose who takes turns, in their order."
    if len(people) > MOST_PEOPLE:
        return f"At most {MOST_PEOPLE} people take turns."
    if len(set(people)) < len(people):
        return "Somebody is named twice."
    others = [_ordinal(number) for number, person in enumerate(people) if not can_answer(person)]
    if others:
        who = f"The {' and the '.join(others)} of them {'is' if len(others) == 1 else 'are'}"
        return f"{who} neither officer nor supervisor of this desk. Give them the role first."
    return ""


def _ordinal(number: int) -> str:
    return ORDINALS[number] if number < len(ORDINALS) else f"{number + 1}th"


def _length(written: str) -> tuple[int, int]:
    """Days of a turn, and turns in a day; no days: it is no length."""
    if written in PARTS_OF_A_DAY:
        return 1, PARTS_OF_A_DAY[written]
    is_number = written.isascii() and written.isdecimal() and len(written) <= _DIGITS
    return (int(written) if is_number else 0), 1


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _time(written: str) -> time | None:
    try:
        return datetime.strptime(written, "%H:%M").time()  # noqa: DTZ007  # A time of day has no zone.
    except ValueError:
        return None


def _moment(day: str, at: str, zone: ZoneInfo) -> datetime | None:
    read_day, read_time = _date(day), _time(at)
    if read_day is None or read_time is None or read_day.year not in _YEARS:
        return None
    return clock(read_day, read_time, zone)
