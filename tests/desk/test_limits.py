"""Reminders besides the next step: partners who do not know yet, and evidence that is kept no longer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from storage.records.announcements import DailyDigest, DigestPart, RecordDue, RecordLimit
from storage.records.reminders import RecordKind, ReminderRule
from storage.records.requests import Direction, LiaisonRequest, Partner, RequestKind
from tests.desk.around import both_databases
from tests.desk.floor import OFFICER, OPERATOR, REQUESTER, SECOND, SUPERVISOR, Floor

CHILDREN = pytest.mark.parametrize("kind", [RequestKind.MISSING_CHILD, RequestKind.PARENTAL_ABDUCTION])


def _limits(floor: Floor, **span: float) -> list[tuple[str, RecordLimit]]:
    """What is said of limits after some time."""
    floor.clock.advance(**span)
    floor.desk.reminders.sweep()
    return [(row.place, row.what) for row in floor.waiting() if isinstance(row.what, RecordLimit)]


def _tell(floor: Floor, request: LiaisonRequest, *partners: Partner) -> None:
    for partner in partners:
        floor.take(OFFICER, request, "tell", recipient=partner, **floor.a_message())


@CHILDREN
@both_databases
def test_partners_of_a_childs_case_are_asked_for_after_four_hours_and_after_a_day(
    floor: Floor, kind: RequestKind
) -> None:
    request = floor.file_request(kind=kind)
    early = _limits(floor, hours=3, minutes=59)
    first = _limits(floor, minutes=1)
    between = _limits(floor, hours=19, minutes=59)
    second = _limits(floor, minutes=1)
    never = _limits(floor, days=5)
    limit = RecordLimit(
        record_kind=RecordKind.REQUEST,
        record_id=request.id,
        reference=request.reference,
        rule=ReminderRule.PARTNER,
        limit_at=request.created_at + timedelta(hours=24),
        partners=(Partner.NCMEC, Partner.CHILDRENS_ISSUES),
    )
    moments = [request.created_at + timedelta(hours=hours) for hours in (4, 24)]

    assert first + second == [("desk", replace(limit, at=at)) for at in moments]
    assert (early, between, never) == ([], [], [])


def test_the_owner_is_asked_and_the_desk_once_they_have_left(floor: Floor) -> None:
    floor.claimed(kind=RequestKind.MISSING_CHILD)
    first = [place for place, _ in _limits(floor, hours=4)]
    floor.desk.people.revoke(OFFICER.id, by=OPERATOR)
    second = [place for place, _ in _limits(floor, hours=20)]

    assert (first, second) == (["dm:UOFFICER"], ["desk"])


def test_a_partner_who_knows_is_not_asked_for(floor: Floor) -> None:
    request = floor.claimed(kind=RequestKind.MISSING_CHILD)
    _tell(floor, request, Partner.NCMEC)
    ((_, first),) = _limits(floor, hours=4)
    _tell(floor, request, Partner.CHILDRENS_ISSUES)

    assert first.partners == (Partner.CHILDRENS_ISSUES,)
    assert _limits(floor, hours=20) == []


def test_nobody_is_asked_for_when_all_partners_know(floor: Floor) -> None:
    _tell(
        floor,
        floor.claimed(kind=RequestKind.MISSING_CHILD),
        Partner.NCMEC,
        Partner.CHILDRENS_ISSUES,
        Partner.ICAC,
    )

    assert _limits(floor, hours=5) == []
    assert _limits(floor, days=2) == []


def test_a_step_neither_repeats_nor_forgets_what_is_to_be_said_of_partners(floor: Floor) -> None:
    request = floor.file_request(kind=RequestKind.MISSING_CHILD)
    first = _limits(floor, hours=4)
    floor.desk.requests.claim(OFFICER, request.id)
    floor.take(OFFICER, request, "watch")
    at_once = _limits(floor, minutes=1)
    second = _limits(floor, hours=20)

    assert [len(each) for each in (first, at_once, second)] == [1, 0, 1]


@pytest.mark.parametrize("end", ["withdraw", "close"])
def test_what_is_over_asks_for_no_partner(floor: Floor, end: str) -> None:
    request = floor.claimed(kind=RequestKind.MISSING_CHILD)
    if end == "close":
        floor.close(OFFICER, request)
    else:
        floor.take(REQUESTER, request, "withdraw")

    assert _limits(floor, hours=25) == []
    assert floor.desk.reminders.next_due() is None


@pytest.mark.parametrize(
    "kind", [RequestKind.FUGITIVE, RequestKind.TRAVEL, RequestKind.VICTIM_IDENTIFICATION]
)
def test_other_kinds_set_their_partners_no_time(floor: Floor, kind: RequestKind) -> None:
    floor.file_request(kind=kind)

    assert _limits(floor, hours=25) == []


@pytest.mark.parametrize("direction", Direction)
def test_evidence_stands_in_the_digest_60_30_and_7_days_before_it_is_kept_no_longer(
    floor: Floor, direction: Direction
) -> None:
    floor.file_request(kind=RequestKind.CYBERTIP, direction=direction, reported_on="2026-02-20")
    coming = _coming(floor, days=360)

    assert coming == dict.fromkeys(("2026-12-22", "2027-01-21", "2027-02-13"), "2027-02-20")


def test_of_old_evidence_only_what_is_left_is_said(floor: Floor) -> None:
    floor.file_request(kind=RequestKind.CYBERTIP, reported_on="2025-03-22")

    assert _coming(floor, days=60) == dict.fromkeys(("2026-03-03", "2026-03-15"), "2026-03-22")


def test_what_is_over_asks_for_no_evidence(floor: Floor) -> None:
    request = floor.claimed(kind=RequestKind.CYBERTIP, reported_on="2026-02-20")
    floor.close(OFFICER, request)

    assert _coming(floor, days=360) == {}


def _coming(floor: Floor, days: int) -> dict[str, str]:
    """On which day a digest reminds the desk of evidence long before, and until when it is kept."""
    found: dict[str, str] = {}
    for _ in range(days):
        floor.clock.advance(days=1)
        floor.desk.digests.sweep()
        for digest in floor.told_by(DailyDigest):
            for row in digest.rows:
                if row.rule is ReminderRule.PRESERVATION and row.part is DigestPart.COMING:
                    found[digest.day] = f"{row.at:%Y-%m-%d}"
    return found


def test_what_is_reopened_is_asked_for_again_from_where_it_was(floor: Floor) -> None:
    request = floor.claimed(kind=RequestKind.MISSING_CHILD)
    first = _limits(floor, hours=4)
    floor.close(OFFICER, request)
    floor.take(SUPERVISOR, request, "reopen", reason="It goes on.")
    second = _limits(floor, hours=20)

    assert [len(each) for each in (first, second)] == [1, 1]


@pytest.mark.parametrize("step", ["watch", "hand"])
def test_a_step_aside_does_not_repeat_what_was_said_of_the_next_step(floor: Floor, step: str) -> None:
    request = floor.claimed()
    floor.clock.advance(days=3)
    floor.desk.reminders.sweep()
    floor.told()
    floor.take(OFFICER, request, step, officer=SECOND.id)
    floor.clock.advance(minutes=5)
    floor.desk.reminders.sweep()

    assert floor.told_by(RecordDue) == []


@pytest.mark.parametrize("step", ["watch", "supplement"])
def test_what_is_snoozed_comes_up_again_whatever_is_done_aside(floor: Floor, step: str) -> None:
    request = floor.claimed()
    floor.clock.advance(days=3)
    floor.desk.reminders.sweep()
    floor.desk.reminders.snooze(OFFICER, RecordKind.REQUEST, request.id)
    if step == "watch":
        floor.take(OFFICER, request, "watch")
    else:
        floor.desk.requests.add(REQUESTER, request.id, "identity", {"sex": "male"})
    floor.told()
    floor.clock.advance(hours=4)
    floor.desk.reminders.sweep()

    assert [each.snoozed for each in floor.told_by(RecordDue)] == [True]
