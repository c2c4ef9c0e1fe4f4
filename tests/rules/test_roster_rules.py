"""Who has the desk, until when, and who comes next."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from bot.rules.errors import InvalidForm
from bot.rules.roster import Outlook, outlook, shift_end
from bot.rules.rota.layers import Roster
from storage.records.people import SYSTEM, Actor, PersonId
from storage.records.roster import Rotation, Shift, Tier
from tests.rules.examples import ADA, BORIS, NOW, after

ZONE = ZoneInfo("America/New_York")


def _shift(person: PersonId, starts: float, ends: float, entered: float = -100) -> Shift:
    return Shift(
        id=f"{person}{starts}{ends}",
        person=person,
        starts_at=after(hours=starts),
        ends_at=after(hours=ends),
        entered_at=after(hours=entered),
        entered_by=Actor("operator:root"),
    )


def _outlook(
    on_duty: PersonId | None, until: float, next_person: PersonId | None, next_from: float
) -> Outlook:
    return Outlook(
        on_duty=on_duty,
        until=after(hours=until) if on_duty else None,
        next_person=next_person,
        next_from=after(hours=next_from) if next_person else None,
    )


@pytest.mark.parametrize(
    ("shifts", "expected"),
    [
        pytest.param([], _outlook(None, 0, None, 0), id="nobody at all"),
        pytest.param([_shift(ADA, -1, 3)], _outlook(ADA, 3, None, 0), id="one, and nobody after"),
        pytest.param([_shift(ADA, 0, 3)], _outlook(ADA, 3, None, 0), id="from this very moment"),
        pytest.param([_shift(ADA, -3, 0)], _outlook(None, 0, None, 0), id="it has just ended"),
        pytest.param([_shift(BORIS, 2, 3)], _outlook(None, 0, BORIS, 2), id="only later"),
        pytest.param(
            [_shift(ADA, -1, 3), _shift(BORIS, 3, 8)], _outlook(ADA, 3, BORIS, 3), id="one after the other"
        ),
        pytest.param(
            [_shift(ADA, -1, 3), _shift(ADA, 3, 8), _shift(BORIS, 8, 9)],
            _outlook(ADA, 8, BORIS, 8),
            id="two shifts of one person are one",
        ),
        pytest.param(
            [_shift(ADA, -1, 3), _shift(BORIS, 5, 8)], _outlook(ADA, 3, BORIS, 5), id="a gap in between"
        ),
        pytest.param(
            [_shift(ADA, -1, 8, entered=-9), _shift(BORIS, -1, 2, entered=-1)],
            _outlook(BORIS, 2, ADA, 2),
            id="the one entered later counts",
        ),
        pytest.param(
            [_shift(ADA, -1, 8, entered=-1), _shift(BORIS, 2, 4, entered=-9)],
            _outlook(ADA, 8, None, 0),
            id="an older plan does not interrupt",
        ),
    ],
)
def test_the_outlook_of_the_roster(shifts: list[Shift], expected: Outlook) -> None:
    assert outlook(Roster(zone=ZONE, shifts=tuple(shifts)), NOW) == expected


def test_a_rotation_says_who_is_next_however_long_its_turns_are() -> None:
    local = NOW.astimezone(ZONE)
    monthly = Rotation(
        id="R",
        tier=Tier.FIRST,
        people=(ADA, BORIS),
        starts_on=local.date(),
        handover_at=time(0, 0),
        days=28,
        entered_at=NOW,
        entered_by=SYSTEM,
    )
    behind = Rotation(
        id="B",
        tier=Tier.SECOND,
        people=(BORIS,),
        starts_on=date(2026, 1, 1),
        handover_at=time(8, 0),
        days=1,
        entered_at=NOW,
        entered_by=SYSTEM,
    )

    found = outlook(Roster(zone=ZONE, rotations=(monthly, behind)), NOW)

    assert (found.on_duty, found.next_person, found.second) == (ADA, BORIS, BORIS)
    assert found.until == found.next_from
    assert found.until is not None
    assert (found.until.astimezone(ZONE).date() - local.date()).days == 28


@pytest.mark.parametrize(
    ("hours", "next_from", "ends"),
    [
        pytest.param(None, None, 8, id="eight hours when nobody comes"),
        pytest.param(None, 3, 3, id="until the next shift"),
        pytest.param(None, 20, 8, id="the next shift is far"),
        pytest.param(2.5, 1, 2.5, id="as long as they say"),
        pytest.param(24, None, 24, id="a day at most"),
    ],
)
def test_how_long_a_shift_lasts(hours: float | None, next_from: float | None, ends: float) -> None:
    until = None if next_from is None else after(hours=next_from)

    assert shift_end(NOW, hours, until) == after(hours=ends)


@pytest.mark.parametrize("hours", [0, -1, 24.5, float("inf"), float("nan")])
def test_a_shift_of_no_time_or_more_than_a_day_is_refused(hours: float) -> None:
    with pytest.raises(InvalidForm):
        shift_end(NOW, hours, None)
