"""Deadlines: when the next step of a request or notice is owed."""

from datetime import datetime

from bot.rules.policy import Policy
from storage.records.notices import NoticeState
from storage.records.requests import Priority, RequestState

SOURCED = frozenset({NoticeState.ARRESTED, NoticeState.SUSPENDED, NoticeState.PUBLISHED})
"""Waits that a rule gives; the policy names it. All others are the desk's own, and people are told so."""


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
