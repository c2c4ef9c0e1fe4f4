"""Reminders: which moments become due, and what is still said of them after an outage."""

from collections.abc import Sequence
from datetime import datetime

from bot.rules.policy import Policy
from storage.records.reminders import Reminder, ReminderRule

OF_THE_STEP = frozenset({ReminderRule.DUE, ReminderRule.OVERDUE, ReminderRule.SNOOZED})
"""All about the one step that is owed next."""


def moments(due_at: datetime | None, policy: Policy) -> tuple[tuple[ReminderRule, datetime], ...]:
    """What to remind of, and when, for a step that is due then."""
    if due_at is None:
        return ()
    return (ReminderRule.DUE, due_at), (ReminderRule.OVERDUE, due_at + policy.overdue_after)


def latest(due: Sequence[Reminder]) -> tuple[Reminder, ...]:
    """Of several that are due for one record's next step only the latest is said; by their moments.

    What pages somebody, and what is about something else than the next step, is said whatever else is due;
    what pages comes first.
    """
    of_record: dict[tuple[str, ReminderRule | None], Reminder] = {}
    for reminder in sorted(due, key=lambda one: (one.due_at, one.rule is ReminderRule.OVERDUE)):
        apart = None if reminder.rule in OF_THE_STEP else reminder.rule
        of_record[reminder.record_id, apart] = reminder
    return tuple(
        sorted(of_record.values(), key=lambda one: (one.rule is not ReminderRule.CRITICAL, one.due_at))
    )


def is_late(due_at: datetime, *, now: datetime, policy: Policy) -> bool:
    """Whether it is said so long after its moment that the text must name both."""
    return now - due_at > policy.late_after
