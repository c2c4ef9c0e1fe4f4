"""Moments: when a deadline is reminded of, and by which stage each comes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules import business_days
from bot.rules.deadline_readings import Wait
from bot.rules.fields import HOME_COUNTRY
from bot.rules.hours import awake
from bot.rules.policy import Deadline, Policy, Then
from bot.rules.spans import Span
from storage.records.reminders import ReminderRule, Stage
from storage.records.requests import Priority

MOST = 400
"""Of one deadline that comes `every` so long: whatever wait an operator writes, its rows are not endless."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    rule: ReminderRule
    at: datetime
    stage: Stage = Stage.SAID
    about: ReminderRule | None = None
    limit_at: datetime


def due_of(
    rule: ReminderRule,
    since: datetime,
    policy: Policy,
    zone: ZoneInfo,
    *,
    priority: Priority = Priority.NORMAL,
    country: str = HOME_COUNTRY,
) -> datetime:
    """When it is due if it began then. `country` is whose business days count, if any do."""
    deadline = policy.deadlines[rule]
    wait = deadline.due[priority]
    if deadline.business_days and wait.days:
        return business_days.later(since, wait.days, country, zone)
    return wait.after(since, zone)


def beside(
    rule: ReminderRule, wait: Wait, policy: Policy, zone: ZoneInfo, *, urgent: bool = False
) -> tuple[Moment, ...]:
    """Of a deadline beside the next step; `urgent` where the record itself is."""
    deadline = policy.deadlines[rule]
    limit = wait.until or due_of(rule, wait.since, policy, zone)
    stage = Stage.SAID if urgent or deadline.urgent else Stage.DIGEST
    reminded = [
        Moment(rule=rule, at=at, stage=stage, limit_at=limit)
        for at in times(deadline, wait.since, limit, zone)
    ]
    pages = [_page(rule, limit, deadline.page, zone)] if deadline.page else []
    over = _over(rule, deadline, limit, policy, zone, urgent=stage is Stage.SAID)
    return (*reminded, *pages, *over, Moment(rule=rule, at=limit, stage=Stage.LIMIT, limit_at=limit))


def of_step(
    rule: ReminderRule | None,
    since: datetime,
    due_at: datetime,
    policy: Policy,
    zone: ZoneInfo,
    *,
    urgent: bool = False,
) -> tuple[Moment, ...]:
    """Of the next step, which is due then; `rule` is the deadline that it is about, if there is one."""
    deadline = policy.deadlines[rule] if rule else None
    urgent = urgent or (deadline is not None and deadline.urgent)
    stage = Stage.SAID if urgent else Stage.DIGEST
    reminded = times(deadline, since, due_at, zone) if deadline else ()
    over_at = max([due_at, *(_shares(deadline, since, due_at) if deadline else ())]) + policy.overdue_after

    def said(kind: ReminderRule, at: datetime) -> Moment:
        spoken = at if urgent else awake(at, policy.quiet, zone)
        return Moment(rule=kind, at=spoken, about=rule, limit_at=due_at)

    found = [
        Moment(rule=rule, at=at, stage=stage, limit_at=due_at) for at in reminded if rule and at != due_at
    ]
    if deadline and rule and deadline.page:
        found.append(_page(rule, due_at, deadline.page, zone))
    if deadline and deadline.then is Then.ONCALL:
        found.append(said(ReminderRule.CRITICAL, due_at))
    return (*found, said(ReminderRule.DUE, due_at), said(ReminderRule.OVERDUE, over_at))


def _over(
    rule: ReminderRule, deadline: Deadline, limit: datetime, policy: Policy, zone: ZoneInfo, *, urgent: bool
) -> list[Moment]:
    """Who hears, and when, that what is not the next step was not done in time."""
    if deadline.then is None:
        return []
    oncall = deadline.then is Then.ONCALL
    kind, at = (
        (ReminderRule.CRITICAL, limit) if oncall else (ReminderRule.OVERDUE, limit + policy.overdue_after)
    )
    return [Moment(rule=kind, at=at if urgent else awake(at, policy.quiet, zone), about=rule, limit_at=limit)]


def times(deadline: Deadline, since: datetime, limit: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """When it is reminded of, in order. What lies before its beginning is left out."""
    found = [each.before(limit, zone) for each in deadline.before]
    found += [each.after(since, zone) for each in deadline.after]
    found += _shares(deadline, since, limit)
    found += _every(deadline.every, since, limit, zone) if deadline.every else []
    kept = {at for at in found if at > since} | ({since} if deadline.at_once else set())
    return tuple(sorted(kept))


def _shares(deadline: Deadline, since: datetime, limit: datetime) -> list[datetime]:
    return [since + (limit - since) * share / 100 for share in deadline.shares]


def _every(span: Span, since: datetime, limit: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """Until it is due."""
    at = since
    for _ in range(MOST):
        at = span.after(at, zone)
        if at >= limit:
            return
        yield at


def _page(rule: ReminderRule, limit: datetime, before: Span, zone: ZoneInfo) -> Moment:
    return Moment(rule=ReminderRule.CRITICAL, at=before.before(limit, zone), about=rule, limit_at=limit)
