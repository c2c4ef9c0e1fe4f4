"""Deadlines: when the next step of a request or notice is owed."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta

from bot.rules import notices
from bot.rules.checklist import untold_in_time
from bot.rules.kinds import KINDS
from bot.rules.policy import Policy
from storage.records.disclosures import Disclosure
from storage.records.notices import Notice, NoticeState
from storage.records.reminders import ReminderRule
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


def beginning(day: date) -> datetime:
    """When a day begins in UTC, which is before it begins anywhere in the United States."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def arrest_watch(state: NoticeState, due_at: datetime | None, policy: Policy) -> datetime | None:
    """When somebody is paged because the full extradition request is due soon: 7 FAM 1621.1."""
    if state is not NoticeState.ARRESTED or due_at is None:
        return None
    return due_at - policy.pages.before_arrest_due


def departure_watch(departs_on: str | None, policy: Policy) -> datetime | None:
    """When somebody is paged because a departure is near; the day counts from its beginning.

    34 USC 21503 gives the Angel Watch Center 48 hours before a scheduled departure.
    """
    if not departs_on:
        return None
    return beginning(date.fromisoformat(departs_on)) - policy.pages.before_departure


def answer_due(created_at: datetime, priority: Priority, policy: Policy) -> datetime:
    """When the requester is owed an answer, whatever state the request is in by then."""
    return created_at + policy.response[priority]


def is_desk_default(state: RequestState | NoticeState) -> bool:
    """Whether no source gives how long this state may wait."""
    return state not in SOURCED


def request_due(request: LiaisonRequest, policy: Policy) -> datetime | None:
    """When the next step of a request in its state is due; None when nothing is awaited.

    Never later than the response that its priority promises, nor than the day by which it has to be sent,
    until those moments are past.
    """
    wait, since = policy.request_waits.get(request.state), request.state_since
    if wait is None:
        return None
    limits = [answer_due(request.created_at, request.priority, policy)]
    if request.state in UNSENT and (send_by := send_by_of(request, policy)):
        limits.append(send_by)
    return min([since + wait, *(each for each in limits if each > since)])


UNSENT = frozenset(
    {RequestState.SUBMITTED, RequestState.INTAKE_REVIEW, RequestState.NEEDS_INFO, RequestState.ACCEPTED}
)
"""The other side has heard nothing yet."""


def send_by_of(request: LiaisonRequest, policy: Policy) -> datetime | None:
    """By when a departure must be told abroad, by the desk's own rule: days before it begins."""
    if not request.departs_on:
        return None
    return beginning(date.fromisoformat(request.departs_on)) - policy.requests.send_by


def announced_late(request: LiaisonRequest, policy: Policy) -> bool:
    """Whether a traveller's departure was announced later than the 21 days that the law asks (28 CFR 72).

    It counts from the day on which the traveller told the registry, where that is known.
    """
    if not request.departs_on or not KINDS[request.kind].announced:
        return False
    told = request.answers.get("told_registry_on")
    heard = date.fromisoformat(told) if told else request.created_at.date()
    return date.fromisoformat(request.departs_on) - heard < policy.requests.announced


def preserved_until(request: LiaisonRequest, policy: Policy) -> datetime | None:
    """Until when a provider must keep the evidence: a year from the report (18 USC 2258A, P.L. 118-59)."""
    reported = request.answers.get("reported_on")
    if not KINDS[request.kind].preserved or not reported:
        return None
    return beginning(date.fromisoformat(reported)) + policy.requests.preserved


def limits(
    request: LiaisonRequest, told: Collection[Disclosure], policy: Policy
) -> tuple[tuple[ReminderRule, datetime], ...]:
    """What else is to be reminded of while a request is open: partners, and evidence that expires."""
    moments: list[tuple[ReminderRule, datetime]] = []
    if untold_in_time(request, told):
        waits = (policy.requests.partner_warned, policy.requests.partner_told)
        moments += [(ReminderRule.PARTNER, request.created_at + wait) for wait in waits]
    if until := preserved_until(request, policy):
        ahead = (policy.requests.expiry_first, policy.requests.expiry_again, policy.requests.expiry_last)
        moments += [(ReminderRule.PRESERVATION, until - each) for each in ahead]
    return tuple(moments)


def unsent_due(notice: Notice, policy: Policy) -> datetime | None:
    """When the next step of a notice is due that is not sent yet.

    Never later than the response that its priority promises, until that moment is past.
    """
    due_at = notice_due(notice.state, since=notice.state_since, policy=policy)
    answer_by = answer_due(notice.created_at, notices.priority_of(notice), policy)
    return min(due_at, answer_by) if due_at and answer_by > notice.state_since else due_at


def notice_due(
    state: NoticeState, *, since: datetime, policy: Policy, days: int | None = None
) -> datetime | None:
    """When a notice that stands in `state` since that moment is due; None when nothing is awaited.

    For one in force `since` is its publication or renewal, whatever interrupted it: RPD articles 49 to 51.
    `days` are those of the treaty after an arrest, where they are known.
    """
    wait = policy.notice_waits.get(state)
    if state is NoticeState.ARRESTED and days is not None:
        wait = timedelta(days=days)
    return None if wait is None else since + wait
