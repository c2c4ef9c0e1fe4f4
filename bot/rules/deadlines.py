"""Deadlines: when the next step of a request or notice is owed."""

from datetime import UTC, date, datetime

from bot.rules.policy import Policy
from storage.records.notices import NoticeState
from storage.records.requests import Priority, RequestState

SOURCED = frozenset({NoticeState.ARRESTED, NoticeState.SUSPENDED, NoticeState.PUBLISHED})
"""Waits that a rule gives; the policy names it. All others are the desk's own, and people are told so."""


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


def request_due(
    state: RequestState, *, since: datetime, created_at: datetime, priority: Priority, policy: Policy
) -> datetime | None:
    """When a request that entered `state` at `since` is due; None when nothing is awaited.

    Never later than the response that its priority promises, until that moment is past.
    """
    wait = policy.request_waits.get(state)
    if wait is None:
        return None
    promised = answer_due(created_at, priority, policy)
    due = since + wait
    return min(due, promised) if promised > since else due


def notice_due(state: NoticeState, *, since: datetime, policy: Policy) -> datetime | None:
    """When a notice that stands in `state` since that moment is due; None when nothing is awaited.

    For a published notice `since` is its publication, whatever interrupted it: RPD articles 49 to 51.
    """
    wait = policy.notice_waits.get(state)
    return None if wait is None else since + wait
