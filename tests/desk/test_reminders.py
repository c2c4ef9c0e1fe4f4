"""Reminders: said once per due moment, late ones marked, and never of what has moved on."""

from datetime import datetime, timedelta

import pytest

from bot.rules.errors import NotYet
from bot.rules.hours import Snooze
from storage.records.announcements import RecordDue, RecordOverdue, Surface
from storage.records.reminders import RecordKind, Reminder, ReminderRule
from storage.records.requests import LiaisonRequest, RequestId
from tests.desk.around import CountingWake, both_databases
from tests.desk.floor import OFFICER, OPERATOR, REQUESTER, SECOND, SUPERVISOR, Floor
from tests.storage.examples import all_at_once


def test_the_desk_is_reminded_of_what_nobody_owns_then_that_it_is_overdue(floor: Floor) -> None:
    notice = floor.file_notice()
    floor.told()
    floor.clock.advance(hours=24)
    floor.desk.reminders.sweep()
    due = _of_reminders(floor)
    floor.clock.advance(hours=12)
    floor.desk.reminders.sweep()
    overdue = _of_reminders(floor)

    assert due == [
        (
            "desk",
            RecordDue(
                record_kind=RecordKind.NOTICE,
                record_id=notice.id,
                reference=notice.reference,
                state="submitted",
                due_at=floor.clock.now() - timedelta(hours=12),
                late=False,
            ),
        )
    ]
    assert overdue == [
        (
            "desk",
            RecordOverdue(
                record_kind=RecordKind.NOTICE,
                record_id=notice.id,
                reference=notice.reference,
                state="submitted",
                due_at=floor.clock.now() - timedelta(hours=12),
                overdue_at=floor.clock.now(),
                owner=None,
                late=False,
                supervisors=(SUPERVISOR.id,),
            ),
        )
    ]


def test_what_nobody_picks_up_pages_whoever_is_on_call_and_a_claim_ends_the_page(floor: Floor) -> None:
    notice, request = floor.file_notice(), floor.file_another()
    floor.clock.advance(hours=20)
    floor.on_duty(OFFICER)
    floor.clock.advance(hours=4)
    floor.desk.reminders.sweep()
    pages = floor.told()
    floor.step(SECOND, notice, "claim")
    floor.take(REQUESTER, request, "withdraw")
    with floor.database.reading() as stores:
        left = [stores.escalations.open_for(each.id) for each in (notice, request)]

    assert pages.count("page -> dm:UOFFICER") == 2
    assert left == [None, None]


def test_the_owner_is_reminded_in_their_own_messages_and_the_desk_when_it_is_overdue(floor: Floor) -> None:
    request = floor.file_request()
    floor.desk.requests.claim(OFFICER, request.id)
    floor.told()
    floor.clock.advance(days=3)
    floor.desk.reminders.sweep()
    due = floor.told()
    floor.clock.advance(hours=12)
    floor.desk.reminders.sweep()
    overdue = floor.waiting()

    assert due == ["RecordDue -> dm:UOFFICER"]
    assert [row.place for row in overdue] == ["desk"]
    assert [row.what.owner for row in overdue if isinstance(row.what, RecordOverdue)] == [OFFICER.id]


def test_an_owner_who_left_the_desk_is_not_reminded_the_desk_is(floor: Floor) -> None:
    request = floor.file_request()
    floor.desk.requests.claim(OFFICER, request.id)
    floor.desk.people.revoke(OFFICER.id, by=OPERATOR)
    floor.told()
    floor.clock.advance(days=3)
    floor.desk.reminders.sweep()

    assert floor.told() == ["RecordDue -> desk"]


def test_after_an_outage_only_the_latest_is_said_and_marked_late(floor: Floor) -> None:
    floor.claimed()
    floor.told()
    floor.clock.advance(days=4)
    taken = floor.desk.reminders.sweep()
    said = floor.waiting()

    assert taken == 2
    assert [type(row.what) for row in said] == [RecordOverdue]
    assert all(row.what.late for row in said if isinstance(row.what, RecordOverdue))


def test_a_reminder_is_said_once(floor: Floor) -> None:
    floor.claimed()
    floor.told()
    floor.clock.advance(days=3)

    assert [floor.desk.reminders.sweep() for _ in range(3)] == [1, 0, 0]
    assert floor.told() == ["RecordDue -> dm:UOFFICER"]


@both_databases
def test_eight_sweeps_at_once_say_it_once(floor: Floor) -> None:
    floor.claimed()
    floor.told()
    floor.clock.advance(days=3)
    taken = all_at_once(8, lambda _: floor.desk.reminders.sweep())

    assert sum(taken) == 1
    assert floor.told() == ["RecordDue -> dm:UOFFICER"]


def test_a_step_cancels_what_was_due_before_it(floor: Floor) -> None:
    request = floor.file_request()
    floor.clock.advance(hours=23)
    floor.desk.requests.claim(OFFICER, request.id)
    floor.told()
    floor.clock.advance(hours=2)

    assert floor.desk.reminders.sweep() == 0
    assert floor.desk.reminders.next_due() == floor.clock.now() - timedelta(hours=2) + timedelta(days=3)


def test_what_is_over_is_reminded_of_no_more(floor: Floor) -> None:
    request = floor.file_request()
    floor.desk.requests.claim(OFFICER, request.id)
    floor.close(OFFICER, request)

    assert floor.desk.reminders.next_due() is None


def test_a_sweep_with_nothing_to_say_wakes_nobody(floor: Floor, wake: CountingWake) -> None:
    floor.file_notice()
    before = wake.times
    floor.desk.reminders.sweep()
    idle = wake.times
    floor.clock.advance(hours=24)
    floor.desk.reminders.sweep()

    assert (idle, wake.times) == (before, before + 1)


def test_a_reminder_of_a_state_that_is_past_is_not_said(floor: Floor) -> None:
    notice = floor.file_notice()
    floor.told()
    _add(floor, notice.id, state="review")
    _add(floor, "no such notice", state="review")
    taken = floor.desk.reminders.sweep()

    assert taken == 2
    assert floor.told() == []


@both_databases
def test_when_more_is_due_than_one_sweep_takes_the_latest_is_still_the_only_one(floor: Floor) -> None:
    floor.claimed()
    floor.told()
    floor.clock.advance(days=2)
    for _ in range(200):
        _add(floor, "no such notice", state="review", before=timedelta(days=9))
    floor.clock.advance(hours=24)
    _add(floor, "no such notice", state="review", before=timedelta(hours=13))
    floor.clock.advance(days=9)
    taken = [floor.desk.reminders.sweep() for _ in range(3)]

    assert taken == [200, 3, 0]
    assert floor.told() == ["RecordOverdue -> desk"]


def test_a_due_reminder_waits_when_a_later_one_of_its_record_is_in_the_next_sweep(floor: Floor) -> None:
    floor.claimed()
    floor.told()
    floor.clock.advance(hours=84)
    for _ in range(199):
        _add(floor, "no such notice", state="review", before=timedelta(hours=13))
    first, said_first = floor.desk.reminders.sweep(), floor.told()
    second, said_second = floor.desk.reminders.sweep(), floor.told()

    assert (first, said_first) == (200, [])
    assert (second, said_second) == (1, ["RecordOverdue -> desk"])


@both_databases
def test_a_snoozed_reminder_is_said_again_once(floor: Floor) -> None:
    request = floor.file_request()
    floor.desk.requests.claim(OFFICER, request.id)
    floor.clock.advance(days=3)
    floor.desk.reminders.sweep()
    floor.told()
    again_at = floor.desk.reminders.snooze(OFFICER, RecordKind.REQUEST, request.id)
    floor.clock.advance(hours=4)
    floor.desk.reminders.sweep()
    said = floor.waiting()

    assert again_at == floor.clock.now()
    assert [(row.place, row.what.snoozed) for row in said if isinstance(row.what, RecordDue)] == [
        ("dm:UOFFICER", True)
    ]
    assert floor.audited(request.reference)[0] == ("UOFFICER", "request.snooze")


def _due(floor: Floor) -> LiaisonRequest:
    """A request of the officer's, of which the next step was just said to be due."""
    request = floor.claimed()
    floor.clock.advance(days=3)
    floor.desk.reminders.sweep()
    floor.told()
    return request


def _snoozed(floor: Floor) -> list[datetime]:
    with floor.database.reading() as stores:
        return [
            each.due_at
            for each in stores.reminders.pending(floor.request(RequestId("id-000001")).id)
            if each.rule is ReminderRule.SNOOZED
        ]


@pytest.mark.parametrize(
    ("until", "again_at"),
    [
        pytest.param(Snooze.A_WHILE, "2026-03-05T18:00:00+00:00", id="four hours"),
        pytest.param(Snooze.TOMORROW, "2026-03-06T13:00:00+00:00", id="tomorrow at eight"),
        pytest.param(Snooze.A_WEEK, "2026-03-12T14:00:00+00:00", id="a week"),
    ],
)
def test_there_are_three_ways_to_snooze(floor: Floor, until: Snooze, again_at: str) -> None:
    request = _due(floor)

    chosen = floor.desk.reminders.snooze(OFFICER, RecordKind.REQUEST, request.id, until=until)

    assert chosen.isoformat() == again_at


def test_another_snooze_takes_the_place_of_the_one_before(floor: Floor) -> None:
    request = _due(floor)
    floor.desk.reminders.snooze(OFFICER, RecordKind.REQUEST, request.id)
    again_at = floor.desk.reminders.snooze(SECOND, RecordKind.REQUEST, request.id, until=Snooze.A_WEEK)

    assert _snoozed(floor) == [again_at]


def test_a_snooze_changes_nothing_of_what_others_hear(floor: Floor) -> None:
    request = _due(floor)
    floor.desk.reminders.snooze(OFFICER, RecordKind.REQUEST, request.id, until=Snooze.A_WEEK)
    floor.clock.advance(hours=12)
    floor.desk.reminders.sweep()
    overdue = floor.told()
    floor.clock.advance(days=6, hours=12)
    floor.desk.reminders.sweep()

    assert overdue == ["RecordOverdue -> desk"]
    assert floor.told() == ["RecordDue -> dm:UOFFICER"]


def test_a_snooze_that_would_end_at_night_ends_in_the_morning(floor: Floor) -> None:
    request = _due(floor)
    floor.clock.advance(hours=9)

    again_at = floor.desk.reminders.snooze(OFFICER, RecordKind.REQUEST, request.id)

    assert again_at.isoformat() == "2026-03-06T12:00:00+00:00"


def test_what_was_never_said_is_not_snoozed(floor: Floor) -> None:
    request = floor.claimed()

    with pytest.raises(NotYet, match="has moved on"):
        floor.desk.reminders.snooze(OFFICER, RecordKind.REQUEST, request.id)


def test_more_than_the_cap_on_a_day_stand_in_the_digest_only(floor: Floor) -> None:
    for number in range(12):
        floor.claimed(key=f"k{number}")
    floor.told()
    floor.clock.advance(days=3)
    floor.desk.reminders.sweep()

    assert floor.told() == ["RecordDue -> dm:UOFFICER"] * 10


def test_a_reminder_of_a_state_that_is_past_is_not_snoozed(floor: Floor) -> None:
    request = floor.file_request()
    floor.clock.advance(hours=24)
    floor.desk.requests.claim(OFFICER, request.id)

    with pytest.raises(NotYet, match="has moved on") as refused:
        floor.desk.reminders.snooze(OFFICER, RecordKind.REQUEST, request.id)

    assert refused.value.holder == OFFICER.id


def test_what_is_over_is_not_snoozed(floor: Floor) -> None:
    request = floor.file_request()
    floor.desk.requests.claim(OFFICER, request.id)
    floor.close(OFFICER, request)

    with pytest.raises(NotYet, match="awaits nothing any more"):
        floor.desk.reminders.snooze(OFFICER, RecordKind.REQUEST, request.id)


def _of_reminders(floor: Floor) -> list[tuple[str, object]]:
    """What was said of reminders, without the pages that go with them."""
    return [(row.place, row.what) for row in floor.waiting() if not isinstance(row.what, Surface)]


def _add(floor: Floor, record_id: str, *, state: str, before: timedelta = timedelta()) -> None:
    with floor.database.transaction() as stores:
        stores.reminders.add(
            Reminder(
                id=floor.new_id(),
                record_kind=RecordKind.NOTICE,
                record_id=record_id,
                rule=ReminderRule.DUE,
                state=state,
                due_at=floor.clock.now() - before,
            )
        )
