"""The desk's policy as facts: durations, limits and contacts, read from TOML by `bot.policy`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from storage.records.escalations import Rung
from storage.records.notices import NoticeState
from storage.records.requests import Priority, RequestState


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """One rung of the escalation ladder: whom it tells, and how long they have."""

    who: Rung
    wait: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    email: str
    telephone: str
    response: Mapping[Priority, timedelta]
    notice_waits: Mapping[NoticeState, timedelta]
    """States that are not named wait for nobody and have no due moment."""
    request_waits: Mapping[RequestState, timedelta]
    overdue_after: timedelta
    snooze: timedelta
    late_after: timedelta
    ladder: tuple[LadderStep, ...]
    text_limit: int
    list_page: int
    submission_keys: timedelta
