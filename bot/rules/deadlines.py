"""Deadlines: when the next step of a request or notice is owed, and what else is due of it."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.rules import moments, notice_steps, notices
from bot.rules.deadline_readings import UNSENT, Known, departure_of
from bot.rules.deadline_rules import BESIDE, OF_STATE, RULES
from bot.rules.fields import HOME_COUNTRY
from bot.rules.kinds import KINDS
from bot.rules.moments import Moment, due_of
from bot.rules.policy import Policy
from bot.rules.requests import PRESSING
from bot.rules.spans import Span, midnight
from storage.records.disclosures import Disclosure
from storage.records.notices import Notice, NoticeState, RecordEvent
from storage.records.reminders import ReminderRule, Stage
from storage.records.requests import LiaisonRequest, Priority, RequestState

SOURCED = frozenset(
    {
        NoticeState.ARRESTED,
        NoticeState.SUSPENDED,
        NoticeState.PUBLISHED,
        NoticeState.CIRCULATED,
        NoticeState.RECEIVED,
        NoticeState.IPSG_QUERY,
    }
)
"""Waits that a rule gives, or the General Secretariat. All others are the desk's own: people are told so."""


def day_begins(day: str, zone: ZoneInfo) -> datetime:
    """When a day that a record names, such as `2026-05-17`, begins at the desk."""
    return midnight(date.fromisoformat(day), zone)


def answer_due(created_at: datetime, priority: Priority, policy: Policy) -> datetime:
    """When the requester is owed an answer, whatever state the request is in by then."""
    return created_at + policy.response[priority]


def is_desk_default(state: RequestState | NoticeState) -> bool:
    """Whether no source gives how long this state may wait."""
    return state not in SOURCED


def request_due(request: LiaisonRequest, policy: Policy, zone: ZoneInfo) -> datetime | None:
    """When the next step of a request in its state is due; None when nothing is awaited.

    Never later than the response that its priority promises, nor than the day by which it has to be sent,
    until those moments are past.
    """
    since = request.state_since
    limits = [answer_due(request.created_at, request.priority, policy)]
    if request.state in UNSENT and (send_by := send_by_of(request, policy, zone)):
        limits.append(send_by)
    if (rule := OF_STATE.get(request.state)) is not None:
        theirs = request.country if rule is ReminderRule.REPLY else HOME_COUNTRY
        due = due_of(rule, since, policy, zone, priority=request.priority, country=theirs)
    elif (wait := policy.request_waits.get(request.state)) is not None:
        due = since + wait
    else:
        return None
    return min([due, *(each for each in limits if each > since)])


def send_by_of(request: LiaisonRequest, policy: Policy, zone: ZoneInfo) -> datetime | None:
    """By when a departure must be told abroad, by the desk's own rule: days before it begins."""
    leaves = departure_of(request, zone)
    before = policy.deadlines[ReminderRule.DEPARTURE].before
    return min((each.before(leaves, zone) for each in before), default=None) if leaves else None


def announced_late(request: LiaisonRequest, policy: Policy, zone: ZoneInfo) -> bool:
    """Whether a traveller's departure was announced later than the 21 days that the law asks (28 CFR 72).

    It counts from the day on which the traveller told the registry, where that is known, else from filing.
    """
    if not request.departs_on or not KINDS[request.kind].announced:
        return False
    told = request.answers.get("told_registry_on")
    heard = date.fromisoformat(told) if told else request.created_at.astimezone(zone).date()
    return date.fromisoformat(request.departs_on) - heard < policy.requests.announced


def preserved_until(request: LiaisonRequest, policy: Policy, zone: ZoneInfo) -> datetime | None:
    """Until when a provider must keep the evidence: a year from the report (18 USC 2258A, P.L. 118-59)."""
    reported = request.answers.get("reported_on")
    if not KINDS[request.kind].preserved or not reported:
        return None
    return due_of(ReminderRule.PRESERVATION, day_begins(reported, zone), policy, zone)


def unsent_due(notice: Notice, policy: Policy, zone: ZoneInfo) -> datetime | None:
    """When the next step of a notice is due that is not sent yet.

    Never later than the response that its priority promises, until that moment is past.
    """
    due_at = notice_due(notice.state, since=notice.state_since, policy=policy, zone=zone)
    answer_by = answer_due(notice.created_at, notices.priority_of(notice), policy)
    return min(due_at, answer_by) if due_at and answer_by > notice.state_since else due_at


def notice_due(
    state: NoticeState, *, since: datetime, policy: Policy, zone: ZoneInfo, days: int | None = None
) -> datetime | None:
    """When a notice that stands in `state` since that moment is due; None when nothing is awaited.

    For one in force `since` is its publication or renewal, whatever interrupted it: RPD articles 49 to 51.
    `days` are those of the treaty after an arrest, where they are known.
    """
    if state is NoticeState.ARRESTED and days is not None:
        return Span(days=days).after(since, zone)
    if (rule := OF_STATE.get(state)) is not None:
        return due_of(rule, since, policy, zone)
    wait = policy.notice_waits.get(state)
    return None if wait is None else since + wait


def of_request(
    request: LiaisonRequest, told: Collection[Disclosure], policy: Policy, zone: ZoneInfo
) -> tuple[Moment, ...]:
    """All of which a request is reminded."""
    known = Known(record=request, told=told, policy=policy, zone=zone)
    return _moments(known, urgent=request.priority in PRESSING, rule=OF_STATE.get(request.state))


def of_notice(
    notice: Notice, events: Sequence[RecordEvent], policy: Policy, zone: ZoneInfo
) -> tuple[Moment, ...]:
    """All of which a notice is reminded; `events` are its history, newest first."""
    known = Known(record=notice, events=events, policy=policy, zone=zone)
    answered = any(
        each.step == notice_steps.REPLIED.name and each.at >= notice.state_since for each in events
    )
    # Once the country that located is answered, the desk only looks again.
    return _moments(known, urgent=False, rule=None if answered else OF_STATE.get(notice.state))


def _moments(known: Known, *, urgent: bool, rule: ReminderRule | None) -> tuple[Moment, ...]:
    record, policy, zone = known.record, known.policy, known.zone
    waits = [(each, read(known)) for each, read in BESIDE.items()]
    found = [
        moment
        for each, wait in waits
        if wait is not None
        for moment in moments.beside(each, wait, policy, zone, urgent=urgent and RULES[each].pressing)
        # What is over awaits nothing; that it may be erased is said, and stands in no list.
        if not (known.is_over and moment.stage is Stage.LIMIT)
    ]
    if record.due_at is not None and not known.is_over:
        found += moments.of_step(rule, record.state_since, record.due_at, policy, zone, urgent=urgent)
    return tuple(found)
