"""Deadlines: what falls due, for which records, and since when each is counted. The policy says how long.

A row of the step is about the next step of a record in these states, and is due when the record is; every
other row reads from the record, its history and the third-agency log when it is due.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.rules import deadline_readings as readings
from bot.rules.deadline_readings import Known, Wait
from storage.records.notices import NoticeState
from storage.records.reminders import ReminderRule
from storage.records.requests import RequestState

Reading = Callable[[Known], Wait | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    words: str
    """What falls due, as people read it."""
    counted: bool = True
    """Whether the policy says how long it takes; else the record names the day, or another policy does."""
    states: frozenset[str] = frozenset()
    """Of the step: in these it is what the next step is about."""
    read: Reading | None = None
    """Beside the step: since when, or until when, it is counted; None: it is not due for this record."""
    pressing: bool = False
    """Beside the step: as urgent as the request that it is of, as every next step is."""
    paged: bool = False
    """Whether the desk has words for a page about it; else the policy opens none."""
    source: str = ""
    """Who says so, as far as anybody does; empty: the desk itself."""


def _of_step(words: str, *states: NoticeState | RequestState, paged: bool = False, source: str = "") -> Row:
    return Row(words=words, states=frozenset(states), paged=paged, source=source)


RULES: Mapping[ReminderRule, Row] = {
    ReminderRule.NEEDS_INFO: _of_step("missing information", NoticeState.NEEDS_INFO, RequestState.NEEDS_INFO),
    ReminderRule.STALE: Row(words="nothing came for long: stale", read=readings.stale),
    ReminderRule.PICK_UP: _of_step("pick-up", NoticeState.SUBMITTED, RequestState.SUBMITTED, paged=True),
    ReminderRule.REPLY: _of_step("reply from abroad", RequestState.TRANSMITTED, RequestState.AWAITING_REPLY),
    ReminderRule.OWED: Row(
        words="our answer to the bureau that asks", counted=False, pressing=True, read=readings.owed
    ),
    ReminderRule.QUERY: _of_step("answer to the General Secretariat", NoticeState.IPSG_QUERY),
    ReminderRule.LEGAL_REVIEW: _of_step("legal review", NoticeState.LEGAL_REVIEW),
    ReminderRule.REVIEW: _of_step(
        "five-year review",
        NoticeState.PUBLISHED,
        NoticeState.CIRCULATED,
        NoticeState.RECEIVED,
        source="five years: RPD articles 49 to 51",
    ),
    ReminderRule.SUSPENSION: _of_step(
        "end of the suspension", NoticeState.SUSPENDED, source="six months: RPD article 81"
    ),
    ReminderRule.LIMITATION: Row(
        words="end of warrant, limitation or sentence", counted=False, read=readings.limitation
    ),
    ReminderRule.ARREST: _of_step(
        "full extradition request", NoticeState.ARRESTED, paged=True, source="40 to 60 days: 7 FAM 1621.1"
    ),
    ReminderRule.LOCATED: _of_step(
        "answer to the country that located", NoticeState.LOCATED, source="at once: RPD article 87"
    ),
    ReminderRule.RETURNED: _of_step("request for the withdrawal", NoticeState.RETURNED),
    ReminderRule.HYGIENE: Row(words="subject is back, and it still stands", counted=False),
    ReminderRule.BIRTHDAY: Row(
        words="18th birthday, adult privacy", counted=False, read=readings.birthday,
        source="adult privacy: RPD article 90",
    ),
    ReminderRule.PHOTOGRAPH: Row(words="new photograph of the child", read=readings.photograph),
    ReminderRule.DEPARTURE: Row(
        words="departure to be told abroad", counted=False, paged=True, read=readings.departure,
        source="21 days: 28 CFR 72; 48 hours: 34 USC 21503",
    ),
    ReminderRule.JOURNEY: Row(words="return of the traveller", read=readings.journey),
    ReminderRule.CORRECTION: _of_step(
        "correction abroad", RequestState.CORRECTING, source="at once: 34 USC 21504"
    ),
    ReminderRule.PRESERVATION: Row(
        words="end of the evidence's preservation", read=readings.preservation,
        source="a year: 18 USC 2258A as amended in 2024",
    ),
    ReminderRule.PARTNER: Row(words="partners to be told", read=readings.partner),
    ReminderRule.CCF: Row(
        words="deletion decided by the CCF", read=readings.ccf, source="a month: RPD and the CCF's statute"
    ),
    ReminderRule.RETENTION: Row(
        words="end of its retention", counted=False, read=readings.retention,
        source="seven years: INTERPOL Washington's FOIA page, 2012",
    ),
}  # fmt: skip

OF_STATE: Mapping[str, ReminderRule] = {state: rule for rule, row in RULES.items() for state in row.states}
"""What the next step in a state is about. Where requests and notices have a state of one name, both are."""
OF_THE_STEP = frozenset(rule for rule, row in RULES.items() if row.states)
BESIDE = {rule: row.read for rule, row in RULES.items() if row.read is not None}
