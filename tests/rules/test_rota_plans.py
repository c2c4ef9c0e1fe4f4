"""What is wrong with a plan, what changes by it, and what people enter into it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules import business_days
from bot.rules.errors import InvalidForm
from bot.rules.rota import changes, entries, layers, troubles, turns
from bot.rules.rota.changes import Change
from bot.rules.rota.entries import OverrideForm, RotationForm
from bot.rules.rota.layers import Roster
from storage.records.announcements import Ahead, Hours
from storage.records.people import SYSTEM, PersonId
from storage.records.roster import Rotation, Shift, Swap, SwapState, Tier, TroubleKind

ZONE = ZoneInfo("America/New_York")
ADA, BORIS, CAM = PersonId("UADA"), PersonId("UBORIS"), PersonId("UCAM")
START = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
"""Monday, 08:00 at the desk."""
DAILY = Rotation(
    id="R",
    tier=Tier.FIRST,
    people=(ADA, BORIS),
    starts_on=date(2026, 11, 23),
    handover_at=time(8, 0),
    days=1,
    entered_at=START,
    entered_by=SYSTEM,
)


def after(**span: float) -> datetime:
    return START + timedelta(**span)


def a_roster(*rotations: Rotation, gone: PersonId | None = None, shifts: tuple[Shift, ...] = ()) -> Roster:
    return Roster(zone=ZONE, rotations=rotations, shifts=shifts, can_answer=lambda person: person != gone)


def a_shift(person: PersonId, starts: float, ends: float, tier: Tier = Tier.FIRST) -> Shift:
    return Shift(
        id=f"{person}{starts}",
        person=person,
        starts_at=after(hours=starts),
        ends_at=after(hours=ends),
        entered_at=START,
        entered_by=SYSTEM,
        tier=tier,
    )


def found(roster: Roster, days: float = 3) -> list[tuple[TroubleKind, Tier, PersonId | None, float]]:
    """With the hour at which each begins."""
    return [
        (each.kind, each.tier, each.person, (each.starts_at - START) / timedelta(hours=1))
        for each in troubles.found(roster, START, after(days=days))
    ]


def test_a_rotation_that_everybody_keeps_has_nothing_wrong() -> None:
    assert found(a_roster(DAILY)) == []


def test_whoever_has_left_leaves_a_gap_that_names_them() -> None:
    assert found(a_roster(DAILY, gone=BORIS)) == [(TroubleKind.GAP, Tier.FIRST, BORIS, 24)]


def test_where_somebody_else_has_the_desk_instead_it_is_no_gap() -> None:
    put_in = a_roster(DAILY, gone=BORIS, shifts=(a_shift(BORIS, 24, 36),))
    mended = a_roster(DAILY, gone=BORIS, shifts=(a_shift(CAM, 24, 48),))
    left_behind = a_roster(DAILY, gone=CAM, shifts=(a_shift(CAM, 2, 4),))

    assert found(put_in) == [(TroubleKind.GAP, Tier.FIRST, BORIS, 24)]
    assert found(mended) == []
    assert found(left_behind) == [(TroubleKind.GONE, Tier.FIRST, CAM, 2)]


def test_a_rotation_that_ends_or_has_not_begun_leaves_a_gap() -> None:
    ended = replace(DAILY, ends_at=after(hours=30))
    later = replace(DAILY, starts_on=date(2026, 11, 24))

    assert found(a_roster(ended)) == [(TroubleKind.GAP, Tier.FIRST, None, 30)]
    assert troubles.found(a_roster(ended), START, after(days=3))[0].ends_at is None
    assert found(a_roster(later)) == [(TroubleKind.GAP, Tier.FIRST, None, 0)]


def test_whoever_stands_behind_themselves_is_booked_twice() -> None:
    behind = replace(DAILY, id="B", tier=Tier.SECOND, people=(BORIS,), days=7)

    assert found(a_roster(DAILY, behind)) == [(TroubleKind.TWICE, Tier.FIRST, BORIS, 24)]
    assert found(a_roster(behind, gone=BORIS))[-1] == (TroubleKind.GONE, Tier.SECOND, BORIS, 0)


def test_only_what_is_to_come_is_told_ahead_and_a_week_and_a_day_before_it() -> None:
    roster = a_roster(replace(DAILY, days=7), gone=BORIS)

    [gap] = troubles.ahead_of(roster, after(hours=1))

    assert troubles.told_at(gap) == ((Ahead.WEEK, START), (Ahead.DAY, after(days=6)))
    assert gap.key == troubles.ahead_of(roster, after(days=5))[0].key
    assert troubles.ahead_of(roster, after(days=8)) == ()


def test_what_changes_is_told_to_each_in_one_piece() -> None:
    before = a_roster(DAILY)
    moved = a_roster(replace(DAILY, handover_at=time(12, 0), people=(ADA, CAM)))

    found = changes.between(*(layers.spells(each, START, after(days=2)) for each in (before, moved)))

    def hours(starts: float, ends: float) -> Hours:
        return Hours(starts_at=after(hours=starts), ends_at=after(hours=ends))

    assert found == {
        ADA: Change(gained=(hours(24, 28),), lost=(hours(0, 4),)),
        BORIS: Change(lost=(hours(24, 48),)),
        CAM: Change(gained=(hours(28, 48),)),
    }


def test_a_swap_counts_as_long_as_the_turn_was_the_offerers() -> None:
    swap = Swap(
        id="W",
        rotation_id="R",
        turn=1,
        offered_by=BORIS,
        offered_to=CAM,
        offered_at=START,
        state=SwapState.ACCEPTED,
        answered_at=START,
    )
    back = replace(swap, id="X", offered_by=CAM, offered_to=ADA, answered_at=after(hours=1))
    at = after(hours=25)

    def holder(roster: Roster) -> PersonId | None:
        claim = layers.who(roster, at)
        return claim.person if claim else None

    kept = replace(a_roster(DAILY), swaps=(back, swap))
    assert holder(replace(kept, swaps=(swap,))) == CAM
    assert holder(kept) == ADA, "it went on from hand to hand"
    assert holder(replace(kept, can_answer=lambda person: person != ADA)) == CAM, "and back when one leaves"
    assert holder(replace(kept, rotations=(replace(DAILY, people=(BORIS, ADA)),))) == ADA, (
        "hers without a swap"
    )
    assert holder(replace(kept, swaps=(replace(swap, state=SwapState.DECLINED),))) == BORIS


def test_turns_of_a_part_of_a_day_begin_at_the_same_times_of_every_day() -> None:
    nights = replace(DAILY, starts_on=date(2027, 3, 13), handover_at=time(20, 0), turns_a_day=2)

    begins = [turns.begins(nights, turn, ZONE).astimezone(ZONE) for turn in range(4)]

    assert [(each.day, each.hour) for each in begins] == [(13, 20), (14, 8), (14, 20), (15, 8)]
    # The clock goes forward in the night from the 13th to the 14th.
    assert turns.begins(nights, 1, ZONE) - turns.begins(nights, 0, ZONE) == timedelta(hours=11)
    assert [turns.planned(nights, turn) for turn in range(4)] == [ADA, BORIS, ADA, BORIS]


@pytest.mark.parametrize(
    ("length", "expected"), [("8h", (1, 3)), ("12h", (1, 2)), ("1", (1, 1)), ("28", (28, 1))]
)
def test_a_turn_lasts_hours_or_days(length: str, expected: tuple[int, int]) -> None:
    plan = entries.plan(replace(PLAN, length=length), date(2026, 11, 22), lambda _: True)

    assert (plan.days, plan.turns_a_day) == expected


PLAN = RotationForm(
    tier=Tier.FIRST, people=(ADA, BORIS), starts_on="2026-11-23", handover_at="08:00", length="7"
)


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"people": ()}, "people", "Choose who takes turns"),
        ({"people": (ADA, BORIS, ADA)}, "people", "named twice"),
        ({"people": tuple(PersonId(f"U{each}") for each in range(21))}, "people", "At most 20"),
        ({"people": (ADA, CAM)}, "people", "The second of them is neither"),
        ({"people": (CAM, ADA, PersonId("UX"))}, "people", "The first and the third of them are neither"),
        ({"starts_on": ""}, "starts_on", "day of the first handover"),
        ({"starts_on": "2029-01-01"}, "starts_on", "at most a year"),
        ({"starts_on": "0001-01-01"}, "starts_on", "at most a year"),
        ({"handover_at": "25:00"}, "handover_at", "such as 08:00"),
        ({"length": "0"}, "length", "from 1 to 28"),
        ({"length": "29"}, "length", "from 1 to 28"),
        ({"length": "-7"}, "length", "from 1 to 28"),
        ({"length": "9" * 5000}, "length", "from 1 to 28"),
        ({"length": "7h"}, "length", "8h, 12h, or days"),
        ({"length": "²"}, "length", "from 1 to 28"),
    ],
)
def test_a_plan_is_checked_field_by_field(changed: dict[str, object], field: str, sentence: str) -> None:
    with pytest.raises(InvalidForm) as wrong:
        entries.plan(replace(PLAN, **changed), date(2026, 11, 22), lambda person: person in {ADA, BORIS})  # type: ignore[arg-type]

    assert set(wrong.value.errors) == {field}
    assert sentence in wrong.value.errors[field]


def an_override(**changed: str) -> OverrideForm:
    typed = {"from_day": "2026-11-24", "from_time": "08:00", "to_day": "2026-11-25", "to_time": "08:00"}
    return OverrideForm(person=ADA, tier=Tier.FIRST, **{**typed, **changed})


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"to_day": "2026-11-24"}, "to_day", "ends before it begins"),
        ({"to_day": "2026-11-23"}, "to_day", "ends before it begins"),
        ({"from_day": "2026-11-20", "to_day": "2026-11-22"}, "to_day", "over already"),
        ({"to_day": "2026-12-31"}, "to_day", "At most 31 days"),
        ({"from_day": "2028-01-01", "to_day": "2028-01-02"}, "from_day", "a year ahead"),
        ({"from_day": "tomorrow"}, "from_day", "from when"),
        ({"from_day": "0001-01-01"}, "from_day", "from when"),
        ({"to_day": "9999-12-31"}, "to_day", "until when"),
        ({"to_time": ""}, "to_day", "until when"),
    ],
)
def test_an_override_is_checked_field_by_field(changed: dict[str, str], field: str, sentence: str) -> None:
    with pytest.raises(InvalidForm) as wrong:
        entries.override(an_override(**changed), START, ZONE, lambda _: True)

    assert sentence in wrong.value.errors[field]


def test_an_override_over_a_change_of_the_clock_lasts_as_long_as_the_clock_says() -> None:
    form = an_override(from_day="2027-03-13", to_day="2027-03-14")

    starts_at, ends_at = entries.override(form, START, ZONE, lambda _: True)

    assert ends_at - starts_at == timedelta(hours=23)


def test_the_holidays_of_a_span_are_those_of_its_days_at_the_desk() -> None:
    midnight = datetime(2026, 11, 26, 5, tzinfo=UTC)

    def names(start: datetime, end: datetime) -> tuple[str, ...]:
        return business_days.holidays_between(start, end, "US", ZONE)

    assert names(midnight - timedelta(hours=8), midnight) == ()
    assert names(midnight - timedelta(hours=8), midnight + timedelta(hours=1)) == ("Thanksgiving Day",)
    assert names(midnight, midnight + timedelta(days=40)) == (
        "Thanksgiving Day",
        "Christmas Day",
        "New Year's Day",
    )
