"""The daily digest: once a day to each person and to the desk, with what is not said by itself."""

from datetime import timedelta

import pytest

from bot.policy import load
from bot.rules.errors import DeskError
from storage.records.announcements import DailyDigest, DigestPart
from storage.records.notices import Colour
from storage.records.reminders import RecordKind, ReminderRule
from storage.records.requests import Direction, RequestKind
from tests.desk.around import both_databases
from tests.desk.floor import AUDITOR, OFFICER, OPERATOR, REQUESTER, SUPERVISOR, Floor
from tests.storage.examples import all_at_once

Part = DigestPart


def _digests(floor: Floor, **span: float) -> dict[str, list[str]]:
    """What each reads some time later, in short: `overdue LR-2026-00001`."""
    floor.clock.advance(**span)
    floor.desk.digests.sweep()
    return {
        row.place: [f"{each.part} {each.reference}" for each in row.what.rows]
        for row in floor.waiting()
        if isinstance(row.what, DailyDigest)
    }


@both_databases
def test_each_reads_what_is_theirs_and_the_desk_what_nobody_has(floor: Floor) -> None:
    floor.claimed(key="a")
    floor.clock.advance(hours=3)
    floor.file_another(key="b")
    floor.told()

    assert _digests(floor, hours=20) == {
        "desk": ["today LR-2026-00002"],
        "dm:UOFFICER": ["week LR-2026-00001"],
    }


def test_what_is_overdue_is_read_by_its_owner_the_desk_and_the_supervisors(floor: Floor) -> None:
    floor.claimed()

    assert _digests(floor, days=4) == {
        place: ["overdue LR-2026-00001"] for place in ("desk", "dm:UOFFICER", "dm:USUPER")
    }


def test_what_an_officer_had_who_left_is_read_by_the_desk(floor: Floor) -> None:
    floor.claimed()
    floor.desk.people.revoke(OFFICER.id, by=OPERATOR)

    assert _digests(floor, hours=23) == {"desk": ["week LR-2026-00001"]}


def test_a_digest_with_nothing_in_it_is_not_sent(floor: Floor) -> None:
    assert _digests(floor, days=1) == {}
    assert floor.desk.digests.sweep() == 0


def test_there_is_one_a_day(floor: Floor) -> None:
    floor.claimed()
    _digests(floor)
    first = _digests(floor, hours=23)
    again = [_digests(floor, hours=1) for _ in range(23)]
    next_day = _digests(floor, hours=1)

    assert list(first) == ["dm:UOFFICER"]
    assert again == [{}] * 23
    assert list(next_day) == ["dm:UOFFICER"]


@both_databases
def test_eight_processes_at_once_make_one(floor: Floor) -> None:
    floor.claimed()
    floor.clock.advance(hours=23)
    made = all_at_once(8, lambda _: floor.desk.digests.sweep())

    assert sum(made) == 1
    assert len(floor.told_by(DailyDigest)) == 1


def test_after_days_of_outage_there_is_the_latest_days_only_and_it_is_late(floor: Floor) -> None:
    floor.claimed()
    _digests(floor)
    floor.clock.advance(days=3, hours=-1, minutes=7)
    floor.desk.digests.sweep()
    (digest,) = floor.told_by(DailyDigest)

    assert (digest.day, digest.late) == ("2026-03-05", True)
    assert digest.at.isoformat() == "2026-03-05T13:00:00+00:00"
    assert floor.desk.digests.next_due() == digest.at + timedelta(days=1)


def test_it_comes_at_eight_also_on_the_days_on_which_the_clock_is_put_forward_or_back(floor: Floor) -> None:
    floor.claimed()
    floor.clock.advance(days=5, hours=12)
    floor.desk.digests.sweep()
    before = floor.desk.digests.next_due()
    floor.clock.advance(days=1)
    floor.desk.digests.sweep()
    after = floor.desk.digests.next_due()

    assert before is not None
    assert after is not None
    assert before.isoformat() == "2026-03-08T12:00:00+00:00", "eight o'clock of summer"
    assert after - before == timedelta(days=1)


def test_what_is_reminded_of_long_before_stands_in_it_once(floor: Floor) -> None:
    notice = floor.published(limitation_on="2026-06-01")
    coming: dict[tuple[str, ReminderRule | None], str] = {}
    for _ in range(40):
        floor.clock.advance(days=1)
        floor.desk.digests.sweep()
        for digest in floor.told_by(DailyDigest):
            coming |= {
                (digest.day, row.rule): row.at.isoformat()
                for row in digest.rows
                if row.part is Part.COMING and row.reference == notice.reference
            }

    # Ninety days before it, at midnight of New York, is the 3rd of March.
    assert coming == {("2026-03-03", ReminderRule.LIMITATION): "2026-06-01T04:00:00+00:00"}


def test_a_day_that_is_put_right_moves_what_is_reminded_of(floor: Floor) -> None:
    notice = floor.published(limitation_on="2026-06-01")
    floor.desk.notices.add(OFFICER, notice.id, "charges", {"limitation_on": "2027-06-01"})
    with floor.database.reading() as stores:
        left = [
            each.limit_at.date().isoformat()
            for each in stores.reminders.pending(notice.id)
            if each.rule is ReminderRule.LIMITATION and each.limit_at
        ]

    assert set(left) == {"2027-06-01"}


def test_a_step_cancels_what_was_to_stand_in_it(floor: Floor) -> None:
    request = floor.claimed(key="a")
    floor.take(OFFICER, request, "ask_info", missing="The number of the passport.")
    first = _digests(floor, days=3)
    floor.take(REQUESTER, request, "info", information="It is X1234567.")
    second = _digests(floor, days=4)

    assert first["dm:UOFFICER"] == ["coming LR-2026-00001"]
    assert second["dm:UOFFICER"] == ["overdue LR-2026-00001"], "the review, and no more the question"


def test_on_mondays_the_desk_reads_which_notices_stand_though_the_person_is_back(floor: Floor) -> None:
    request = floor.claimed(kind=RequestKind.MISSING_CHILD)
    notice = floor.published(colour=Colour.YELLOW, request_reference=request.reference)
    floor.take(OFFICER, request, "close", outcome="returned_home", note="")
    seen: dict[str, list[str]] = {}
    for _ in range(14):
        floor.clock.advance(days=1)
        floor.desk.digests.sweep()
        for row in floor.waiting():
            if isinstance(row.what, DailyDigest) and row.place == "desk":
                back = [each.reference for each in row.what.rows if each.part is Part.BACK]
                seen |= {row.what.day: back} if back else {}

    assert seen == {"2026-03-09": [notice.reference], "2026-03-16": [notice.reference]}


def test_what_has_no_room_is_counted(floor: Floor) -> None:
    for number in range(43):
        floor.claimed(key=f"k{number}")
    floor.told()
    floor.clock.advance(hours=23)
    floor.desk.digests.sweep()
    (digest,) = floor.told_by(DailyDigest)

    assert (len(digest.rows), digest.more) == (40, 3)


def test_what_falls_due_is_listed_soonest_first_with_what_it_is(floor: Floor) -> None:
    floor.claimed(kind=RequestKind.CYBERTIP, reported_on="2025-03-05")
    found = floor.desk.due.listing(OFFICER, RecordKind.REQUEST, "")

    assert [(each.rule, each.at.isoformat(), each.overdue) for each in found.rows] == [
        (None, "2026-03-03T14:00:00+00:00", False),
        (ReminderRule.PRESERVATION, "2026-03-05T05:00:00+00:00", False),
    ]
    assert (found.days, found.page, found.pages, found.total) == (7, 1, 1, 2)


@pytest.mark.parametrize(
    ("words", "total"), [("1d", 0), ("2d", 0), ("3d", 0), ("4d", 1), ("30", 1), ("400d", 1), (" 7D ", 1)]
)
def test_it_looks_as_far_ahead_as_is_asked(floor: Floor, words: str, total: int) -> None:
    floor.claimed()

    assert floor.desk.due.listing(OFFICER, RecordKind.REQUEST, words).total == total


@pytest.mark.parametrize("words", ["0d", "-1d", "soon", "99999d", "7w", "7d 8d"])
def test_other_words_are_answered_with_how_it_is_asked(floor: Floor, words: str) -> None:
    with pytest.raises(DeskError, match="such as 7d"):
        floor.desk.due.listing(OFFICER, RecordKind.REQUEST, words)


@both_databases
def test_a_page_beyond_the_end_is_the_last(floor: Floor) -> None:
    for number in range(12):
        floor.claimed(key=f"k{number}")
    first, second, beyond = (
        floor.desk.due.listing(OFFICER, RecordKind.REQUEST, "7d", page) for page in (1, 2, 99)
    )

    assert [len(each.rows) for each in (first, second)] == [10, 2]
    assert (beyond.page, [each.row.reference for each in beyond.rows]) == (
        2,
        [each.row.reference for each in second.rows],
    )
    assert {each.row.reference for each in (*first.rows, *second.rows)} == {
        f"LR-2026-{number:05}" for number in range(1, 13)
    }


def test_a_requester_reads_only_of_what_they_may_see(floor: Floor) -> None:
    floor.file_another(REQUESTER, key="a")
    floor.file_another(OFFICER, key="b")
    own, all_of_it = (
        floor.desk.due.listing(asker, RecordKind.REQUEST, "7d") for asker in (REQUESTER, SUPERVISOR)
    )

    assert [each.row.reference for each in own.rows] == ["LR-2026-00001"]
    assert all_of_it.total == 2


def test_an_auditors_look_is_audited(floor: Floor) -> None:
    floor.desk.due.listing(AUDITOR, RecordKind.NOTICE, "")

    assert floor.audited("") == [("UAUDIT", "notice.due")]


def test_what_is_over_and_kept_long_enough_is_announced_to_the_desk(floor: Floor) -> None:
    request = floor.claimed(direction=Direction.OUTGOING)
    floor.close(OFFICER, request)
    kept = load().retention.own - timedelta(days=29)

    assert _digests(floor, seconds=kept.total_seconds()) == {"desk": ["coming LR-2026-00001"]}
