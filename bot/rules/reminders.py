"""Reminders: what each is about, and what is still said of it after an outage and in a snooze."""

from collections.abc import Sequence
from datetime import datetime

from bot.rules.deadline_rules import OF_THE_STEP
from bot.rules.policy import Policy
from storage.records.reminders import Reminder, ReminderRule

_OF_ANY = frozenset({ReminderRule.DUE, ReminderRule.OVERDUE, ReminderRule.SNOOZED})
STEP = ReminderRule.DUE
"""The item of everything about the one step that is owed next."""


def item(rule: ReminderRule, about: ReminderRule | None = None) -> ReminderRule:
    """What it is about: the next step, or one deadline beside it. A page stands for itself."""
    meant = about if rule in _OF_ANY else rule
    return STEP if meant is None or meant in _OF_ANY or meant in OF_THE_STEP else meant


def is_of_step(rule: ReminderRule, about: ReminderRule | None = None) -> bool:
    return item(rule, about) is STEP


def is_same(one: ReminderRule | None, other: ReminderRule | None) -> bool:
    """Whether two abouts mean the same: any of the step, or one deadline beside it."""
    return item(STEP, one) is item(STEP, other)


def stays(reminder: Reminder) -> bool:
    """Whether it stays as it is while the next step is owed as before: what is about it, and any snooze."""
    return reminder.rule is ReminderRule.SNOOZED or is_of_step(reminder.rule, reminder.about)


def latest(due: Sequence[Reminder]) -> tuple[Reminder, ...]:
    """Of several that are due about one thing of a record only the latest is said; by their moments.

    What pages somebody is done whatever else is due, and comes first.
    """
    of_record: dict[tuple[str, ReminderRule, ReminderRule | None], Reminder] = {}
    for reminder in sorted(due, key=lambda one: (one.due_at, one.rule is ReminderRule.OVERDUE)):
        of_record[key(reminder)] = reminder
    return tuple(
        sorted(of_record.values(), key=lambda one: (one.rule is not ReminderRule.CRITICAL, one.due_at))
    )


def key(reminder: Reminder) -> tuple[str, ReminderRule, ReminderRule | None]:
    """The same for all of which only the latest is said."""
    pages = reminder.rule is ReminderRule.CRITICAL
    return reminder.record_id, item(reminder.rule, reminder.about), reminder.about if pages else None


def is_held(reminder: Reminder, snoozes: Sequence[Reminder]) -> bool:
    """Whether a snooze that is not over holds it back: its owner hears of it at the end of the snooze.

    Nothing holds back what others are to hear: that it is overdue, and what pages.
    """
    if reminder.rule in {ReminderRule.OVERDUE, ReminderRule.CRITICAL, ReminderRule.SNOOZED}:
        return False
    return any(item(each.rule, each.about) is item(reminder.rule, reminder.about) for each in snoozes)


def is_late(due_at: datetime, *, now: datetime, policy: Policy) -> bool:
    """Whether it is said so long after its moment that the text must name both."""
    return now - due_at > policy.late_after
