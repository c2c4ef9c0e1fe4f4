"""Every deadline with its moments, as dates written by hand from the desk's table, by New York's clock."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.policy import load
from bot.rules import deadlines
from bot.rules.deadline_rules import OF_THE_STEP, RULES
from bot.rules.moments import Moment
from storage.records.notices import Colour, Notice, NoticeState, RecordEvent
from storage.records.people import Actor
from storage.records.reminders import ReminderRule, Stage
from storage.records.requests import Direction, LiaisonRequest, Priority, RequestKind, RequestState
from tests.rules.examples import ADA, a_notice, a_request

POLICY = load()
DESK = ZoneInfo("America/New_York")
R, N, Q = ReminderRule, NoticeState, RequestState


def at(text: str) -> datetime:
    """`2026-03-02` is midnight, `2026-03-02 09:00` a time of that day, both by the desk's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=DESK).astimezone(UTC)


def shown(moments: Sequence[Moment], *rules: ReminderRule) -> list[str]:
    """In the desk's words: `2026-03-02 09:00`, in order."""
    found = sorted(each.at for each in moments if each.rule in rules and each.stage is not Stage.LIMIT)
    return [f"{each.astimezone(DESK):%Y-%m-%d %H:%M}" for each in found]


def notice(state: NoticeState, since: str, due: str, **changes: Any) -> Notice:
    found = a_notice(state=state, state_since=at(since), created_at=at(since), due_at=at(due))
    return replace(found, **changes)


def request(
    state: RequestState = Q.INTAKE_REVIEW, since: str = "2026-03-02 09:00", **changes: Any
) -> LiaisonRequest:
    found = a_request(state=state, state_since=at(since), created_at=at(since))
    found = replace(found, **changes)
    return replace(found, due_at=deadlines.request_due(found, POLICY, DESK))


def event(step: str, **evidence: str) -> RecordEvent:
    return RecordEvent(
        record_id="n1", at=at("2026-03-02"), actor=Actor(ADA), step=step, state="published", evidence=evidence
    )


def of(record: LiaisonRequest | Notice, *events: RecordEvent) -> tuple[Moment, ...]:
    if isinstance(record, Notice):
        return deadlines.of_notice(record, events, POLICY, DESK)
    return deadlines.of_request(record, (), POLICY, DESK)


CHILD = {"subject": "child", "birth": "2012-09-15"}

# The record, the deadline, when it is reminded of, and when it is due.
BESIDE = [
    pytest.param(
        request(Q.NEEDS_INFO),
        R.STALE,
        ["2026-04-01 09:00"],
        "2026-04-01 09:00",
        id="stale: 30 days, over DST",
    ),
    pytest.param(
        request(direction=Direction.INCOMING, kind=RequestKind.INQUIRY),
        R.OWED,
        ["2026-03-07 09:00", "2026-03-12 10:00"],
        "2026-03-12 10:00",
        id="our answer: ten times 24 hours, so an hour later by the clock",
    ),
    pytest.param(
        request(direction=Direction.INCOMING, kind=RequestKind.INQUIRY, priority=Priority.URGENT),
        R.OWED,
        ["2026-03-02 21:00", "2026-03-03 09:00"],
        "2026-03-03 09:00",
        id="our answer, urgent",
    ),
    pytest.param(
        notice(N.PUBLISHED, "2026-03-02", "2031-03-02", answers={"limitation_on": "2027-06-30"}),
        R.LIMITATION,
        ["2027-04-01 00:00", "2027-05-31 00:00", "2027-06-23 00:00"],
        "2027-06-30 00:00",
        id="limitation: 90, 30 and 7 days before",
    ),
    pytest.param(
        notice(N.PUBLISHED, "2026-03-02", "2031-03-02", colour=Colour.YELLOW, answers=CHILD),
        R.BIRTHDAY,
        ["2030-07-17 00:00", "2030-08-16 00:00", "2030-09-08 00:00"],
        "2030-09-15 00:00",
        id="18th birthday: 60, 30 and 7 days before",
    ),
    pytest.param(
        notice(
            N.PUBLISHED,
            "2026-03-02",
            "2031-03-02",
            colour=Colour.YELLOW,
            answers={**CHILD, "birth": "2012-09"},
        ),
        R.BIRTHDAY,
        ["2030-07-03 00:00", "2030-08-02 00:00", "2030-08-25 00:00"],
        "2030-09-01 00:00",
        id="18th birthday, day unknown: the first that it can be",
    ),
    pytest.param(
        notice(
            N.PUBLISHED, "2026-03-02", "2031-03-02", colour=Colour.YELLOW, answers={**CHILD, "birth": "2012"}
        ),
        R.BIRTHDAY,
        ["2029-11-02 00:00", "2029-12-02 00:00", "2029-12-25 00:00"],
        "2030-01-01 00:00",
        id="18th birthday, month unknown",
    ),
    pytest.param(
        notice(
            N.PUBLISHED,
            "2026-03-02",
            "2031-03-02",
            colour=Colour.YELLOW,
            answers={**CHILD, "birth": "2012-02-29"},
        ),
        R.BIRTHDAY,
        ["2029-12-31 00:00", "2030-01-30 00:00", "2030-02-22 00:00"],
        "2030-03-01 00:00",
        id="18th birthday of a child born on 29 February: 1 March",
    ),
    pytest.param(
        request(kind=RequestKind.TRAVEL, departs_on="2026-05-17", answers={}),
        R.DEPARTURE,
        ["2026-05-10 00:00", "2026-05-14 00:00", "2026-05-15 00:00", "2026-05-16 00:00"],
        "2026-05-17 00:00",
        id="departure: 7 days, 72, 48 and 24 hours before",
    ),
    pytest.param(
        request(kind=RequestKind.TRAVEL, departs_on="2026-03-10", answers={}),
        R.DEPARTURE,
        ["2026-03-03 00:00", "2026-03-06 23:00", "2026-03-07 23:00", "2026-03-09 00:00"],
        "2026-03-10 00:00",
        id="departure after the clock is put forward: days by the calendar, hours as they pass",
    ),
    pytest.param(
        request(kind=RequestKind.TRAVEL, departs_on="2026-05-17", answers={"departs_zone": "Pacific/Guam"}),
        R.DEPARTURE,
        ["2026-05-09 10:00", "2026-05-13 10:00", "2026-05-14 10:00", "2026-05-15 10:00"],
        "2026-05-16 10:00",
        id="departure from Guam, where the day begins fourteen hours earlier",
    ),
    pytest.param(
        request(kind=RequestKind.TRAVEL, answers={"returns_on": "2026-05-31"}),
        R.JOURNEY,
        ["2026-06-01 00:00"],
        "2026-06-01 00:00",
        id="return of the traveller: a day after it",
    ),
    pytest.param(
        request(kind=RequestKind.CYBERTIP, answers={"reported_on": "2026-02-01"}),
        R.PRESERVATION,
        ["2026-12-03 00:00", "2027-01-02 00:00", "2027-01-25 00:00"],
        "2027-02-01 00:00",
        id="preservation: a year, 60, 30 and 7 days before",
    ),
    pytest.param(
        request(kind=RequestKind.CYBERTIP, answers={"reported_on": "2028-02-29"}),
        R.PRESERVATION,
        ["2028-12-30 00:00", "2029-01-29 00:00", "2029-02-21 00:00"],
        "2029-02-28 00:00",
        id="preservation of what was reported on a leap day",
    ),
    pytest.param(
        request(kind=RequestKind.MISSING_CHILD),
        R.PARTNER,
        ["2026-03-02 13:00", "2026-03-03 09:00"],
        "2026-03-03 09:00",
        id="partners of a child's case: 4 and 24 hours",
    ),
    pytest.param(
        replace(request(Q.CLOSED, "2026-03-02 09:00"), due_at=None),
        R.RETENTION,
        ["2033-01-29 09:00"],
        None,
        id="retention: 30 days before seven years of 365 days are over",
    ),
]


@pytest.mark.parametrize(("record", "rule", "reminded", "due"), BESIDE)
def test_a_deadline_beside_the_next_step_is_reminded_of(
    record: LiaisonRequest | Notice, rule: ReminderRule, reminded: list[str], due: str | None
) -> None:
    found = of(record)

    limits = [each.at for each in found if each.rule is rule and each.stage is Stage.LIMIT]
    assert shown(found, rule) == reminded
    assert limits == ([] if due is None else [at(due)])


def test_a_childs_photograph_is_renewed_a_year_after_it_was_last_sent() -> None:
    standing = notice(N.PUBLISHED, "2026-03-02", "2031-03-02", colour=Colour.YELLOW, answers=CHILD)
    published = event("publish", published_on="2026-03-02")
    imported = event("imported", published_on="2026-03-02")
    supplemented = event("update", sent_on="2027-02-10")

    assert shown(of(standing, imported), R.PHOTOGRAPH) == shown(of(standing, published), R.PHOTOGRAPH)
    assert shown(of(standing, published), R.PHOTOGRAPH) == [
        "2027-01-01 00:00",
        "2027-01-31 00:00",
        "2027-02-23 00:00",
    ]
    assert shown(of(standing, supplemented, published), R.PHOTOGRAPH) == [
        "2027-12-12 00:00",
        "2028-01-11 00:00",
        "2028-02-03 00:00",
    ]


def test_what_the_ccf_decided_is_due_a_month_later() -> None:
    standing = notice(N.PUBLISHED, "2026-03-02", "2031-03-02")
    decided = event("ccf_decided", decided_on="2027-01-31")

    assert shown(of(standing, decided), R.CCF) == ["2027-02-14 00:00", "2027-02-25 00:00"]
    assert shown(of(standing), R.CCF) == []


# State, since when, due when, the deadline, when it is reminded of besides, and when the supervisors hear.
OF_A_NOTICE = [
    pytest.param(
        N.NEEDS_INFO, "2026-03-02 09:00", "2026-03-12 09:00", R.NEEDS_INFO,
        ["2026-03-05 09:00", "2026-03-09 09:00"], "2026-03-12 21:00", id="needs information: 3, 7, 10 days",
    ),
    pytest.param(
        N.SUBMITTED, "2026-03-02 09:00", "2026-03-03 09:00", R.PICK_UP, [], "2026-03-03 21:00", id="pick-up",
    ),
    pytest.param(
        N.IPSG_QUERY, "2026-03-02 09:00", "2026-03-07 09:00", R.QUERY,
        ["2026-03-03 09:00", "2026-03-04 09:00", "2026-03-05 09:00", "2026-03-06 09:00"], "2026-03-07 21:00",
        id="question of the General Secretariat: each day until its day",
    ),
    pytest.param(
        N.LEGAL_REVIEW, "2026-03-02 09:00", "2026-03-16 09:00", R.LEGAL_REVIEW, ["2026-03-09 09:00"],
        "2026-03-16 21:00", id="legal review: 7 and 14 days",
    ),
    pytest.param(
        N.PUBLISHED, "2026-03-02", "2031-03-02", R.REVIEW,
        ["2030-09-03 00:00", "2030-12-02 00:00", "2031-01-31 00:00", "2031-02-23 00:00"], "2031-03-02 12:00",
        id="five-year review: 180, 90, 30 and 7 days before",
    ),
    pytest.param(
        N.PUBLISHED, "2024-02-29", "2029-02-28", R.REVIEW,
        ["2028-09-01 00:00", "2028-11-30 00:00", "2029-01-29 00:00", "2029-02-21 00:00"], "2029-02-28 12:00",
        id="five-year review of what was published on a leap day",
    ),
    pytest.param(
        N.SUSPENDED, "2026-03-02", "2026-09-02", R.SUSPENSION,
        ["2026-08-03 00:00", "2026-08-26 00:00", "2026-09-01 00:00"], "2026-09-02 12:00",
        id="suspension: 30, 7 and 1 day before six months",
    ),
    pytest.param(
        N.SUSPENDED, "2026-08-31", "2027-02-28", R.SUSPENSION,
        ["2027-01-29 00:00", "2027-02-21 00:00", "2027-02-27 00:00"], "2027-02-28 12:00",
        id="suspension that would end on 31 February",
    ),
    pytest.param(
        N.ARRESTED, "2026-10-01", "2026-11-10", R.ARREST,
        ["2026-10-21 00:00", "2026-10-31 00:00", "2026-11-05 00:00", "2026-11-08 00:00", "2026-11-09 00:00"],
        "2026-11-10 12:00", id="arrest: 20, 10, 5, 2 and 1 day before, over the clock's being put back",
    ),
    pytest.param(
        N.LOCATED, "2026-03-02 23:30", "2026-03-03 23:30", R.LOCATED,
        ["2026-03-02 23:30", "2026-03-03 03:30"], "2026-03-04 11:30",
        id="located: at once, after 4 and 24 hours, at night too",
    ),
    pytest.param(
        N.RETURNED, "2026-03-02", "2026-03-05", R.RETURNED, ["2026-03-03 00:00", "2026-03-04 00:00"],
        "2026-03-05 12:00", id="returned: each day until the third",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("state", "since", "due", "rule", "reminded", "overdue"), OF_A_NOTICE)
def test_the_next_step_of_a_notice_is_reminded_of(
    state: NoticeState, since: str, due: str, rule: ReminderRule, reminded: list[str], overdue: str
) -> None:
    found = of(notice(state, since, due))

    days = {"days": 40} if state is N.ARRESTED else {}
    assert deadlines.notice_due(state, since=at(since), policy=POLICY, zone=DESK, **days) == at(due)
    assert shown(found, rule) == reminded
    assert shown(found, R.OVERDUE) == [overdue]
    assert {each.about for each in found if each.rule in {R.DUE, R.OVERDUE}} == {rule}


# Priority, state, since when, the deadline, when it is reminded of, due when, overdue when.
OF_A_REQUEST = [
    pytest.param(
        Priority.NORMAL, Q.TRANSMITTED, "2026-10-26 09:00", R.REPLY, ["2026-11-10 09:30"], "2026-11-05 09:00",
        "2026-11-10 21:30", id="reply: 10 days, and half as many more, over the clock's being put back",
    ),
    pytest.param(
        Priority.URGENT, Q.AWAITING_REPLY, "2026-03-02 09:00", R.REPLY, ["2026-03-03 21:00"],
        "2026-03-03 09:00", "2026-03-04 09:00", id="reply, urgent: 24 hours, and twelve more",
    ),
    pytest.param(
        Priority.NORMAL, Q.CORRECTING, "2026-03-02 22:30", R.CORRECTION, [], "2026-03-02 23:30",
        "2026-03-03 11:30", id="correction: an hour, at night too",
    ),
    pytest.param(
        Priority.URGENT, Q.SUBMITTED, "2026-03-06 23:00", R.PICK_UP, [], "2026-03-07 00:00",
        "2026-03-07 12:00", id="pick-up, urgent: an hour, at any time",
    ),
    pytest.param(
        Priority.NORMAL, Q.SUBMITTED, "2026-03-06 15:00", R.PICK_UP, [], "2026-03-09 15:00",
        "2026-03-10 07:00", id="pick-up over a weekend on which the clock is put forward",
    ),
    pytest.param(
        Priority.NORMAL, Q.SUBMITTED, "2026-11-25 16:00", R.PICK_UP, [], "2026-11-27 16:00",
        "2026-11-28 07:00", id="pick-up over Thanksgiving",
    ),
    pytest.param(
        Priority.NORMAL, Q.SUBMITTED, "2027-12-23 16:00", R.PICK_UP, [], "2027-12-27 16:00",
        "2027-12-28 07:00", id="pick-up over Christmas: Friday is observed, and a weekend follows",
    ),
    pytest.param(
        Priority.NORMAL, Q.SUBMITTED, "2026-03-06 23:30", R.PICK_UP, [], "2026-03-09 23:30",
        "2026-03-10 11:30", id="pick-up that falls due in quiet hours",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("priority", "state", "since", "rule", "reminded", "due", "overdue"), OF_A_REQUEST)
def test_the_next_step_of_a_request_is_reminded_of(
    priority: Priority,
    state: RequestState,
    since: str,
    rule: ReminderRule,
    reminded: list[str],
    due: str,
    overdue: str,
) -> None:
    asked = request(state, since, priority=priority, created_at=at("2026-01-02"))
    found = of(asked)

    assert asked.due_at == at(due)
    assert shown(found, rule) == reminded
    assert shown(found, R.OVERDUE) == [overdue]


def test_the_table_above_has_every_deadline() -> None:
    tabled = {each.values[1] for each in BESIDE} | {each.values[3] for each in (*OF_A_NOTICE, *OF_A_REQUEST)}

    assert tabled | {R.PHOTOGRAPH, R.CCF} == set(RULES) - {R.HYGIENE}, "a list of the digest, on Mondays"
    assert {each.values[3] for each in (*OF_A_NOTICE, *OF_A_REQUEST)} == OF_THE_STEP
