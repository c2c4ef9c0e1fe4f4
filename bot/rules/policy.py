"""The desk's policy as facts: durations, limits and contacts, read from TOML by `bot.policy`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

from bot.rules.hours import Quiet
from bot.rules.spans import Span
from storage.records.escalations import Rung
from storage.records.notices import NoticeState
from storage.records.people import Role
from storage.records.reminders import ReminderRule
from storage.records.requests import Priority, RequestState


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """One step of the escalation ladder: whom it tells, and how long they have."""

    who: Rung
    wait: timedelta
    role: Role | None = None
    """Whose turn it is when `who` is a role."""
    group: str | None = None
    """Slack's id of the user group when `who` is one."""
    again: bool = False
    """It repeats the step before it: the same people are told once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWaits:
    """How long a page may stay where it is once its ladder does not drive it."""

    renew: Mapping[Priority, timedelta]
    """Whoever has a page is asked after this time whether they are still on it."""
    answer_within: timedelta
    """So long they have to answer; then it goes back to the ladder."""
    accept_within: timedelta
    """So long an officer has to take over what was handed to them."""
    alarm_again: timedelta
    """A page at the end of its ladder alarms again after this time, then after twice as long, and so on."""
    alarm_again_at_most: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLimits:
    """How long things around requests may take."""

    drafts: timedelta
    """A form that somebody has begun is kept so long."""
    announced: timedelta
    """A registered offender has to announce a journey so long before it."""
    alert_acknowledged: timedelta
    """A US agency that was alerted has so long to acknowledge; then the desk is told to call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long a record is kept once it is over."""

    own: timedelta
    """What the bureau works on itself."""
    received: timedelta
    """Another country's notice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLimits:
    """How long things around notices may take, besides how long each state may wait."""

    look_again: timedelta
    """Somebody who was located, and is neither arrested nor returned, is looked at again after this time."""


class Then(StrEnum):
    """Who hears that nothing was done in time."""

    SUPERVISOR = "supervisor"
    ONCALL = "oncall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When something is due, and when it is reminded of; `bot.rules.deadline_rules` says what it is."""

    due: Mapping[Priority, Span]
    """So long after its beginning; empty: the record or another part of the policy says when."""
    before: tuple[Span, ...] = ()
    after: tuple[Span, ...] = ()
    """So long after the beginning."""
    shares: tuple[int, ...] = ()
    """After this many per cent of the wait."""
    every: Span | None = None
    at_once: bool = False
    business_days: bool = False
    """The days of `due` are business days."""
    urgent: bool = False
    """Each of its moments is said by itself, in quiet hours too."""
    page: Span | None = None
    """So long before it is due, the desk pages itself."""
    then: Then | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The daily message with what is not said by itself."""

    at: time
    """By the desk's clock."""
    cap: int
    """Said to one person by themselves on a day; what more there is stands in the digest only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterLimits:
    """How long things around the roster may take."""

    acknowledge: timedelta
    """The incoming officer has so long to acknowledge the brief."""
    refresh: timedelta
    """A calendar is read again after this time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachWaits:
    """When a page goes beyond Slack."""

    slack_within: timedelta
    """Slack has so long to take the message to an officer."""
    unanswered: timedelta
    """Though Slack has taken it, the page has waited so long for somebody."""
    deadline: timedelta
    """One attempt at one address may take so long."""
    again: timedelta
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchLimits:
    """What the watcher of the desk itself takes for well."""

    tolerance: timedelta
    """A step, a reminder or a message may be past its time by so much."""
    clocks: timedelta
    """The database's clock and the desk's may differ by so much."""
    alarm_again: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    email: str
    telephone: str
    response: Mapping[Priority, timedelta]
    notice_waits: Mapping[NoticeState, timedelta]
    """States that are named neither here nor by a deadline wait for nobody and have no due moment."""
    request_waits: Mapping[RequestState, timedelta]
    deadlines: Mapping[ReminderRule, Deadline]
    requests: RequestLimits
    retention: Retention
    notices: NoticeLimits
    overdue_after: timedelta
    snooze: timedelta
    late_after: timedelta
    digest: Digest
    quiet: Quiet
    ladders: Mapping[Priority, tuple[LadderStep, ...]]
    pages: PageWaits
    roster: RosterLimits
    reach: ReachWaits
    watch: WatchLimits
    text_limit: int
    list_page: int
    list_most: int
    submission_keys: timedelta
