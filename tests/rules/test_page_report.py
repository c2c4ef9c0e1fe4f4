"""The figures of a month: which pages belong to it, how soon somebody had them, at which hour they came."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules import page_report
from bot.rules.errors import DeskError
from storage.records.escalations import Escalation
from storage.records.requests import Priority
from tests.rules.examples import an_escalation

ZONE = ZoneInfo("America/New_York")
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def taken_after(
    minutes: float | None, *, opened: datetime = NOON, steps: int = 1, priority: Priority = Priority.FLASH
) -> Escalation:
    taken = None if minutes is None else opened + timedelta(minutes=minutes)
    return an_escalation(opened_at=opened, first_acknowledged_at=taken, steps=steps, priority=priority)


def test_half_of_the_pages_were_taken_within_the_median_and_nine_of_ten_within_the_ninetieth() -> None:
    odd = page_report.report("2026-11", [taken_after(minutes) for minutes in (1, 2, 60)], ZONE)
    even = page_report.report("2026-11", [taken_after(minutes) for minutes in (1, 5)], ZONE)
    ten = page_report.report("2026-11", [taken_after(minutes) for minutes in range(1, 11)], ZONE)

    assert odd.overall.median == timedelta(minutes=2)
    assert even.overall.median == timedelta(minutes=3)
    assert ten.overall.ninetieth == timedelta(minutes=9)


def test_pages_that_nobody_took_are_counted_and_have_no_time() -> None:
    found = page_report.report("2026-11", [taken_after(None, steps=4), taken_after(10, steps=2)], ZONE)
    nobody = page_report.report("2026-11", [taken_after(None)], ZONE)

    assert (found.overall.pages, found.overall.acknowledged) == (2, 1)
    assert (found.overall.median, found.overall.steps) == (timedelta(minutes=10), 2)
    assert (nobody.overall.median, nobody.overall.ninetieth, nobody.overall.steps) == (None, None, None)


def test_hours_are_the_desks_and_priorities_stand_apart() -> None:
    early = datetime(2026, 11, 25, 4, 30, tzinfo=UTC)
    pages = [taken_after(1), taken_after(3, opened=early, priority=Priority.ROUTINE)]

    found = page_report.report("2026-11", pages, ZONE)

    assert [(each.hour, each.pages) for each in found.by_hour] == [(7, 1), (23, 1)]
    assert [priority for priority, _ in found.by_priority] == [Priority.FLASH, Priority.ROUTINE]


@pytest.mark.parametrize(
    ("words", "month", "begins", "ends"),
    [
        ("", "2026-11", datetime(2026, 11, 1, 4, tzinfo=UTC), datetime(2026, 12, 1, 5, tzinfo=UTC)),
        ("2026-7", "2026-07", datetime(2026, 7, 1, 4, tzinfo=UTC), datetime(2026, 8, 1, 4, tzinfo=UTC)),
        ("2026-12", "2026-12", datetime(2026, 12, 1, 5, tzinfo=UTC), datetime(2027, 1, 1, 5, tzinfo=UTC)),
    ],
)
def test_a_month_begins_and_ends_by_the_desks_calendar(
    words: str, month: str, begins: datetime, ends: datetime
) -> None:
    assert page_report.span(words, NOON, ZONE) == (month, begins, ends)


@pytest.mark.parametrize("words", ["2026-13", "2026-00", "November", "26-11", "2026", "2026-11-25"])
def test_other_words_are_no_month(words: str) -> None:
    with pytest.raises(DeskError, match="such as 2026-11"):
        page_report.span(words, NOON, ZONE)
