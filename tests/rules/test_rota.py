"""Over five years of any roster, with and without summer time, there is exactly one answer to who."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.rota import layers, turns
from bot.rules.rota.layers import Roster
from storage.records.people import SYSTEM, PersonId
from storage.records.roster import Rotation, Shift, ShiftKind, Swap, SwapState, Tier

START, YEARS = datetime(2026, 1, 1, tzinfo=UTC), timedelta(days=5 * 365 + 1)
END = START + YEARS
PEOPLE = tuple(PersonId(f"U{number}") for number in range(6))
GONE = PersonId("U5")
ZONES = (
    "America/New_York",
    "Europe/Paris",
    "Asia/Tokyo",
    "UTC",
    "Australia/Lord_Howe",  # Half an hour of summer time.
    "Africa/Casablanca",  # The clock changes with Ramadan.
    "Asia/Kathmandu",
    "Pacific/Chatham",
    "America/St_Johns",
)
BEFORE_ALL = datetime(2025, 6, 1, tzinfo=UTC)
moments = st.datetimes(START.replace(tzinfo=None), END.replace(tzinfo=None), timezones=st.just(UTC))
lengths = st.sampled_from([1, 1, 7, 7, 7, 2, 3, 10, 14, 28])


@st.composite
def rotations(draw: st.DrawFn, tier: Tier = Tier.FIRST, number: int = 0) -> Rotation:
    days = draw(lengths)
    return Rotation(
        id=f"R{number}",
        tier=tier,
        people=tuple(draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=6, unique=True))),
        starts_on=draw(st.dates(date(2025, 6, 1), date(2027, 1, 1))),
        handover_at=time(draw(st.integers(0, 23)), draw(st.sampled_from([0, 15, 30, 59]))),
        days=days,
        turns_a_day=draw(st.sampled_from([1, 1, 2, 3])) if days == 1 else 1,
        entered_at=BEFORE_ALL + timedelta(days=draw(st.integers(0, 9))),
        entered_by=SYSTEM,
        ends_at=draw(st.none() | moments),
    )


@st.composite
def shifts(draw: st.DrawFn) -> Shift:
    starts_at = draw(moments)
    return Shift(
        id=f"S{draw(st.integers(0, 10**9))}",
        person=draw(st.sampled_from(PEOPLE)),
        starts_at=starts_at,
        ends_at=starts_at + draw(st.timedeltas(timedelta(minutes=1), timedelta(days=30))),
        entered_at=draw(moments),
        entered_by=SYSTEM,
        kind=draw(st.sampled_from(ShiftKind)),
    )


@st.composite
def swaps(draw: st.DrawFn, of: Rotation) -> Swap:
    turn = draw(st.integers(0, 200))
    return Swap(
        id=f"W{draw(st.integers(0, 10**9))}",
        rotation_id=of.id,
        turn=turn,
        # Usually by whoever has the turn, so that it counts.
        offered_by=draw(st.sampled_from((turns.planned(of, turn), *PEOPLE))),
        offered_to=draw(st.sampled_from(PEOPLE)),
        offered_at=BEFORE_ALL,
        state=draw(st.sampled_from((SwapState.ACCEPTED, SwapState.ACCEPTED, *SwapState))),
        answered_at=draw(moments),
    )


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    kept = tuple(draw(rotations(number=number)) for number in range(draw(st.integers(0, 2))))
    swapped = st.lists(st.one_of([swaps(each) for each in kept]), max_size=6, unique_by=lambda each: each.id)
    return Roster(
        zone=ZoneInfo(draw(st.sampled_from(ZONES))),
        rotations=kept,
        swaps=tuple(draw(swapped)) if kept else (),
        shifts=tuple(draw(st.lists(shifts(), max_size=8, unique_by=lambda each: each.id))),
        can_answer=(lambda person: person != GONE) if draw(st.booleans()) else lambda _person: True,
    )


@settings(max_examples=60, deadline=None)
@given(rosters(), st.lists(moments, min_size=20, max_size=60))
def test_five_years_fall_into_spells_of_one_answer_each(roster: Roster, asked: Sequence[datetime]) -> None:
    found = layers.spells(roster, START, END)

    assert (found[0].starts_at, found[-1].ends_at) == (START, END)
    assert all(one.ends_at == other.starts_at for one, other in pairwise(found))
    assert all(each.starts_at < each.ends_at for each in found)
    edges = [at for each in found for at in (each.starts_at, each.ends_at - timedelta(microseconds=1))]
    for moment in (*asked, *edges[:100]):
        if moment < END:
            [spell] = [each for each in found if each.starts_at <= moment < each.ends_at]
            assert layers.who(roster, moment) == spell.claim
            assert spell.person == simply_who(roster, moment)


def simply_who(roster: Roster, moment: datetime) -> PersonId | None:
    """The promise told anew, as somebody with a calendar and a watch would find it out."""
    for kind in (ShiftKind.OVERRIDE, None, ShiftKind.WRITTEN):
        said = simply_turns(roster, moment) if kind is None else simply_shifts(roster, moment, kind)
        for person in said:
            if roster.can_answer(person):
                return person
    return None


def simply_shifts(roster: Roster, moment: datetime, kind: ShiftKind) -> list[PersonId]:
    """The newest first."""
    running = [
        each for each in roster.shifts if each.kind is kind and each.starts_at <= moment < each.ends_at
    ]
    return [each.person for each in sorted(running, key=lambda each: (each.entered_at, each.id))[::-1]]


def simply_turns(roster: Roster, moment: datetime) -> list[PersonId]:
    """Those who took a turn by a swap, the latest first; then those whose turn it is."""
    swapped: list[tuple[datetime, str, PersonId]] = []
    planned: list[tuple[datetime, str, PersonId]] = []
    for each in roster.rotations:
        # So many handovers have come so far, counted one by one on the wall clock.
        turn, wall = -1, datetime.combine(each.starts_on, each.handover_at)
        while wall.replace(tzinfo=roster.zone).astimezone(UTC) <= moment:
            turn, wall = turn + 1, wall + timedelta(days=each.days) / each.turns_a_day
        if turn < 0 or (each.ends_at is not None and moment >= each.ends_at):
            continue
        has_it = each.people[turn % len(each.people)]
        planned.append((each.entered_at, each.id, has_it))
        mine = [one for one in roster.swaps if one.turn == turn and one.rotation_id == each.id]
        for swap in sorted(mine, key=lambda one: (one.answered_at or START, one.id)):
            if swap.state is SwapState.ACCEPTED and swap.offered_by == has_it:
                has_it = swap.offered_to
                swapped.append((swap.answered_at or START, swap.id, has_it))
    return [person for _, _, person in (*sorted(swapped)[::-1], *sorted(planned)[::-1])]


@settings(max_examples=100, deadline=None)
@given(rotations(), st.sampled_from(ZONES))
def test_each_turn_is_as_long_as_the_calendar_promises(rotation: Rotation, name: str) -> None:
    zone = ZoneInfo(name)
    for turn in range(5 * 366 * rotation.turns_a_day // rotation.days):
        starts_at, ends_at = (turns.begins(rotation, each, zone) for each in (turn, turn + 1))

        moved = starts_at.astimezone(zone).utcoffset(), ends_at.astimezone(zone).utcoffset()
        assert moved[0] is not None
        assert moved[1] is not None
        by_the_clock = ends_at - starts_at + (moved[1] - moved[0])
        jumped = {is_jumped(rotation, each, zone) for each in (turn, turn + 1)}
        promised = timedelta(days=rotation.days) / rotation.turns_a_day
        assert by_the_clock == promised or True in jumped
        assert abs(by_the_clock - promised) <= timedelta(hours=1)
        assert turns.turn_at(rotation, starts_at, zone) == turn
        assert turns.turn_at(rotation, ends_at - timedelta(microseconds=1), zone) == turn


def is_jumped(rotation: Rotation, turn: int, zone: ZoneInfo) -> bool:
    """Whether the clock never shows the time of this handover on that day."""
    shown = turns.begins(rotation, turn, zone).astimezone(zone).time()
    hours = timedelta(hours=24) / rotation.turns_a_day
    wanted = {
        (datetime.combine(date(2026, 1, 1), rotation.handover_at) + part * hours).time()
        for part in range(rotation.turns_a_day)
    }
    return shown not in wanted


@settings(max_examples=60, deadline=None)
@given(rotations(), st.data())
def test_a_swap_follows_its_turn_when_the_handover_is_moved(rotation: Rotation, data: st.DataObject) -> None:
    zone = ZoneInfo(data.draw(st.sampled_from(ZONES)))
    rotation = replace(rotation, ends_at=None)
    turn = data.draw(st.integers(0, 100))
    swap = replace(
        data.draw(swaps(rotation)),
        turn=turn,
        offered_by=turns.planned(rotation, turn),
        offered_to=PersonId("UTAKER"),
        state=SwapState.ACCEPTED,
    )
    moved = replace(rotation, handover_at=time(data.draw(st.integers(0, 23)), 30))

    for each in (rotation, moved):
        roster = Roster(zone=zone, rotations=(each,), swaps=(swap,))
        begins, ends = turns.begins(each, turn, zone), turns.begins(each, turn + 1, zone)
        last = layers.who(roster, ends - timedelta(seconds=1))
        first = layers.who(roster, begins)
        assert first is not None
        assert last is not None
        assert (first.person, last.person) == ("UTAKER", "UTAKER")


def test_a_handover_that_the_clock_jumps_over_comes_as_much_later_and_one_shown_twice_is_the_first() -> None:
    zone = ZoneInfo("America/New_York")
    at_half_past = Rotation(
        id="R",
        tier=Tier.FIRST,
        people=PEOPLE,
        starts_on=date(2026, 3, 7),
        handover_at=time(2, 30),
        days=1,
        entered_at=START,
        entered_by=SYSTEM,
    )
    at_one = replace(at_half_past, starts_on=date(2026, 10, 31), handover_at=time(1, 30))

    assert turns.begins(at_half_past, 1, zone) == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)  # 03:30 EDT
    assert turns.begins(at_half_past, 2, zone) == datetime(2026, 3, 9, 6, 30, tzinfo=UTC)
    assert turns.begins(at_one, 1, zone) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)  # 01:30 EDT, not EST
    assert turns.begins(at_one, 2, zone) == datetime(2026, 11, 2, 6, 30, tzinfo=UTC)
