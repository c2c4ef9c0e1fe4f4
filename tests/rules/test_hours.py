"""Quiet hours, business days and spans of time, also where the clock is put forward or back."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.policy import load
from bot.rules import business_days, deadlines
from bot.rules.hours import Quiet, awake, last_at, tomorrow_at
from bot.rules.moments import of_step
from bot.rules.spans import Span, clock, midnight
from storage.records.reminders import ReminderRule
from storage.records.requests import RequestState
from tests.rules.examples import a_request
from tests.rules.test_moments import at

POLICY = load()
DESK = ZoneInfo("America/New_York")
NIGHT = Quiet(begins=time(22), ends=time(7))


@pytest.mark.parametrize(
    ("moment", "spoken"),
    [
        ("2026-03-02 21:59", "2026-03-02 21:59"),
        ("2026-03-02 22:00", "2026-03-03 07:00"),
        ("2026-03-03 00:00", "2026-03-03 07:00"),
        ("2026-03-03 06:59", "2026-03-03 07:00"),
        ("2026-03-03 07:00", "2026-03-03 07:00"),
        ("2026-03-07 23:00", "2026-03-08 07:00"),
        ("2026-10-31 23:00", "2026-11-01 07:00"),
    ],
)
def test_what_can_wait_waits_for_the_end_of_the_quiet_hours(moment: str, spoken: str) -> None:
    assert awake(at(moment), NIGHT, DESK) == at(spoken)


def test_the_night_in_which_the_clock_is_put_forward_is_an_hour_shorter() -> None:
    evening = at("2026-03-07 22:00")

    assert awake(evening, NIGHT, DESK) - evening == timedelta(hours=8)
    assert awake(at("2026-10-31 22:00"), NIGHT, DESK) - at("2026-10-31 22:00") == timedelta(hours=10)


def test_quiet_hours_may_lie_within_a_day_or_not_be_at_all() -> None:
    noon, never = Quiet(begins=time(12), ends=time(13)), Quiet(begins=time(0), ends=time(0))

    assert awake(at("2026-03-02 12:30"), noon, DESK) == at("2026-03-02 13:00")
    assert awake(at("2026-03-02 13:30"), noon, DESK) == at("2026-03-02 13:30")
    assert awake(at("2026-03-02 00:00"), never, DESK) == at("2026-03-02 00:00")


def test_a_step_that_falls_due_at_night_is_said_in_the_morning_unless_it_is_urgent() -> None:
    due = at("2026-03-03 02:00")
    said, urgent = (
        {each.rule: each.at for each in of_step(None, due, due, POLICY, DESK, urgent=urgent)}
        for urgent in (False, True)
    )

    assert said[ReminderRule.DUE] == at("2026-03-03 07:00")
    assert urgent[ReminderRule.DUE] == due


def test_a_time_that_the_clock_jumps_over_comes_an_hour_later() -> None:
    assert clock(date(2026, 3, 8), time(2, 30), DESK) == at("2026-03-08 03:30")
    assert Span(days=1).after(at("2026-03-07 02:30"), DESK) == at("2026-03-08 03:30")


def test_a_time_that_the_clock_shows_twice_is_the_first_of_both() -> None:
    assert clock(date(2026, 11, 1), time(1, 30), DESK) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_where_the_clock_is_put_forward_at_midnight_the_day_begins_when_it_can() -> None:
    assert midnight(date(2026, 4, 24), ZoneInfo("Africa/Cairo")) == datetime(2026, 4, 23, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("span", "before", "after"),
    [
        (Span(days=1), "2026-03-08 12:00", "2026-03-09 12:00"),
        (Span(time=timedelta(hours=24)), "2026-03-07 12:00", "2026-03-08 13:00"),
        (Span(months=1), "2026-01-31 12:00", "2026-02-28 12:00"),
        (Span(months=1), "2028-01-31 12:00", "2028-02-29 12:00"),
        (Span(months=12), "2028-02-29 12:00", "2029-02-28 12:00"),
    ],
)
def test_days_and_months_go_by_the_calendar_and_hours_as_they_pass(
    span: Span, before: str, after: str
) -> None:
    assert span.after(at(before), DESK) == at(after)


@pytest.mark.parametrize(
    ("day", "country", "worked"),
    [
        pytest.param("2026-11-25", "US", True, id="a Wednesday"),
        pytest.param("2026-11-26", "US", False, id="Thanksgiving"),
        pytest.param("2026-11-27", "US", True, id="the day after it: no federal holiday"),
        pytest.param("2026-11-28", "US", False, id="a Saturday"),
        pytest.param("2026-07-03", "US", False, id="Independence Day, observed on Friday"),
        pytest.param("2026-07-14", "US", True, id="the French national day"),
        pytest.param("2026-07-14", "FR", False, id="the same in France"),
        pytest.param("2026-11-26", "FR", True, id="Thanksgiving in France"),
        pytest.param("2026-11-26", "XX", True, id="a country that nobody knows: a Thursday"),
        pytest.param("2026-11-28", "XX", False, id="and a Saturday there"),
    ],
)
def test_a_business_day(day: str, country: str, worked: bool) -> None:
    assert business_days.is_business_day(date.fromisoformat(day), country) is worked


def test_a_reply_counts_the_business_days_of_the_country_asked_where_the_policy_says_so() -> None:
    reply = replace(POLICY.deadlines[ReminderRule.REPLY], business_days=True)
    own = replace(POLICY, deadlines={**POLICY.deadlines, ReminderRule.REPLY: reply})
    asked = a_request(
        state=RequestState.TRANSMITTED, state_since=at("2026-04-30 09:00"), created_at=at("2026-01-02")
    )

    due = {
        country: deadlines.request_due(replace(asked, country=country), own, DESK) for country in ("FR", "XX")
    }

    # The first and the eighth of May and Ascension Day are free in France.
    assert due == {"FR": at("2026-05-19 09:00"), "XX": at("2026-05-14 09:00")}


def test_the_last_eight_oclock_and_the_next_one() -> None:
    assert last_at(at("2026-03-02 07:59"), time(8), DESK) == at("2026-03-01 08:00")
    assert last_at(at("2026-03-02 08:00"), time(8), DESK) == at("2026-03-02 08:00")
    assert tomorrow_at(at("2026-03-07 23:00"), time(8), DESK) == at("2026-03-08 08:00")
