"""Which moments become due, and what is still said of them after an outage."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.policy import load
from bot.rules import reminders
from bot.rules.deadline_rules import OF_THE_STEP, RULES
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


def test_of_several_for_one_record_only_the_latest_is_said() -> None:
    due = _reminder("a", ReminderRule.DUE, NOW)
    overdue = _reminder("a", ReminderRule.OVERDUE, after(hours=12))
    other = _reminder("b", ReminderRule.DUE, after(hours=1))

    assert reminders.latest([overdue, other, due]) == (other, overdue)


def test_overdue_counts_more_than_a_snooze_of_the_same_moment() -> None:
    snoozed = _reminder("a", ReminderRule.SNOOZED, NOW)
    overdue = _reminder("a", ReminderRule.OVERDUE, NOW)

    assert reminders.latest([overdue, snoozed]) == (overdue,)


APART = [
    ReminderRule.CRITICAL,
    ReminderRule.ALERT,
    ReminderRule.CHANGE,
    ReminderRule.ROSTER,
    ReminderRule.HANDOVER,
    *(rule for rule in RULES if rule not in OF_THE_STEP),
]


def test_every_rule_is_about_the_next_step_or_stands_apart() -> None:
    of_the_step = {rule for rule in ReminderRule if reminders.is_of_step(rule)}

    assert of_the_step | set(APART) == set(ReminderRule)
    assert of_the_step & set(APART) == set()


@pytest.mark.parametrize("rule", APART)
@pytest.mark.parametrize("hours", [-1, 0, 1])
def test_what_is_about_something_else_is_said_beside_the_next_step(rule: ReminderRule, hours: int) -> None:
    overdue = _reminder("a", ReminderRule.OVERDUE, NOW)
    apart = _reminder("a", rule, after(hours=hours))

    assert set(reminders.latest([overdue, apart])) == {overdue, apart}


def test_of_several_moments_of_one_rule_only_the_latest_is_said() -> None:
    warned = _reminder("a", ReminderRule.PARTNER, after(hours=4))
    told = _reminder("a", ReminderRule.PARTNER, after(hours=24))
    months = [_reminder("a", ReminderRule.PRESERVATION, after(days=days)) for days in (1, 31, 54)]

    assert reminders.latest([told, *months, warned]) == (told, months[-1])


def test_of_what_is_about_the_step_only_the_latest_is_said() -> None:
    ahead = _reminder("a", ReminderRule.ARREST, after(hours=-1))
    overdue = _reminder("a", ReminderRule.OVERDUE, NOW)

    assert reminders.latest([overdue, ahead]) == (overdue,)


def test_every_item_of_a_record_is_said_once_and_what_pages_comes_first() -> None:
    due = {rule: _reminder("a", rule, after(hours=number)) for number, rule in enumerate(ReminderRule)}

    said = [each.rule for each in reminders.latest(list(due.values()))]

    assert said[0] is ReminderRule.CRITICAL
    assert set(said) - set(APART) == {ReminderRule.CORRECTION}, "the latest of those about the step"
    assert len(said) == len(APART) + 1


@pytest.mark.parametrize(
    ("rule", "about", "held"),
    [
        pytest.param(ReminderRule.DUE, None, True, id="the step, as what was snoozed"),
        pytest.param(ReminderRule.LEGAL_REVIEW, None, True, id="a deadline of the step"),
        pytest.param(ReminderRule.OVERDUE, None, False, id="overdue: others are to hear it"),
        pytest.param(ReminderRule.CRITICAL, None, False, id="a page"),
        pytest.param(ReminderRule.SNOOZED, None, False, id="the end of the snooze itself"),
        pytest.param(ReminderRule.LIMITATION, None, False, id="something else of the record"),
    ],
)
def test_a_snooze_of_the_step_holds_back(rule: ReminderRule, about: ReminderRule | None, held: bool) -> None:
    snooze = _reminder("a", ReminderRule.SNOOZED, after(hours=4))

    assert reminders.is_held(replace(_reminder("a", rule, NOW), about=about), [snooze]) is held


def test_records_do_not_hide_each_others_moments() -> None:
    due = [_reminder(record, rule, NOW) for record in "ab" for rule in (ReminderRule.DUE, *APART)]

    assert len(reminders.latest(due)) == len(due)


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
