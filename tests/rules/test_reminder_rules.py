"""Which moments become due, and what is still said of them after an outage."""

from datetime import datetime

import pytest

from bot.policy import load
from bot.rules import reminders
from storage.records.reminders import RecordKind, Reminder, ReminderRule
from tests.rules.examples import NOW, after

POLICY = load()


def _reminder(record: str, rule: ReminderRule, due_at: datetime) -> Reminder:
    return Reminder(
        id=f"{record}-{rule}",
        record_kind=RecordKind.NOTICE,
        record_id=record,
        rule=rule,
        state="review",
        due_at=due_at,
    )


def test_the_owner_is_reminded_when_it_is_due_and_the_desk_when_it_is_overdue() -> None:
    assert reminders.moments(NOW, POLICY) == (
        (ReminderRule.DUE, NOW),
        (ReminderRule.OVERDUE, after(hours=12)),
    )


def test_what_awaits_nothing_is_not_reminded_of() -> None:
    assert reminders.moments(None, POLICY) == ()


def test_of_several_for_one_record_only_the_latest_is_said() -> None:
    due = _reminder("a", ReminderRule.DUE, NOW)
    overdue = _reminder("a", ReminderRule.OVERDUE, after(hours=12))
    other = _reminder("b", ReminderRule.DUE, after(hours=1))

    assert reminders.latest([overdue, other, due]) == (other, overdue)


def test_overdue_counts_more_than_a_snooze_of_the_same_moment() -> None:
    snoozed = _reminder("a", ReminderRule.SNOOZED, NOW)
    overdue = _reminder("a", ReminderRule.OVERDUE, NOW)

    assert reminders.latest([overdue, snoozed]) == (overdue,)


@pytest.mark.parametrize(
    ("seconds", "late"),
    [
        pytest.param(0, False, id="on the dot"),
        pytest.param(120, False, id="as late as nobody minds"),
        pytest.param(121, True, id="later"),
    ],
)
def test_what_is_said_well_after_its_moment_is_late(seconds: int, late: bool) -> None:
    assert reminders.is_late(NOW, now=after(seconds=seconds), policy=POLICY) is late
