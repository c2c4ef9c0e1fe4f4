"""What was sent and is wrong: corrected at once, asked for every hour, and written down as a correction."""

from datetime import timedelta

import pytest

from bot.rules.errors import InvalidForm, NotYet
from storage.records.announcements import RecordDue, RecordOverdue
from storage.records.disclosures import Content
from storage.records.people import Person
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest, RequestKind, RequestState
from tests.desk.around import both_databases
from tests.desk.floor import OFFICER, OPERATOR, SECOND, Floor


def _sent(floor: Floor) -> LiaisonRequest:
    """A journey that was told abroad, and begins long after any reminder here."""
    return floor.transmitted(kind=RequestKind.TRAVEL, departs_on="2026-09-01")


def _wrong(floor: Floor, by: Person = OFFICER) -> LiaisonRequest:
    request = floor.take(by, _sent(floor), "wrong", error="The flight is another one.")
    floor.told()
    return request


def _swept(floor: Floor, **span: float) -> list[str]:
    """What is said after some time."""
    floor.clock.advance(**span)
    floor.desk.reminders.sweep()
    return floor.told()


@both_databases
def test_what_is_wrong_abroad_is_due_at_once(floor: Floor) -> None:
    request = _wrong(floor)

    assert request.state is RequestState.CORRECTING
    assert request.due_at == floor.clock.now() + timedelta(hours=1)


def test_the_owner_is_asked_every_hour_until_the_correction_is_sent(floor: Floor) -> None:
    request = _wrong(floor)
    said = [_swept(floor, hours=1) for _ in range(5)]
    floor.take(OFFICER, request, "corrected", message_reference="IPW 2", sent_on="2026-03-02")
    floor.told()
    later = [_swept(floor, hours=1) for _ in range(3)]

    assert said == [["RecordDue -> dm:UOFFICER"]] * 5
    assert later == [[]] * 3


def test_nothing_is_said_between_the_hours(floor: Floor) -> None:
    _wrong(floor)

    assert [_swept(floor, minutes=30) for _ in range(4)] == [
        [],
        ["RecordDue -> dm:UOFFICER"],
        [],
        ["RecordDue -> dm:UOFFICER"],
    ]


def test_after_half_a_day_the_desk_is_told_every_hour(floor: Floor) -> None:
    _wrong(floor)
    floor.clock.advance(hours=12)
    floor.desk.reminders.sweep()
    floor.told()

    assert [_swept(floor, hours=1) for _ in range(3)] == [["RecordOverdue -> desk"]] * 3


def test_after_an_outage_one_reminder_is_said_and_then_one_every_hour(floor: Floor) -> None:
    _wrong(floor)

    assert [len(_swept(floor, hours=7)), *(len(_swept(floor, hours=1)) for _ in range(3))] == [1, 1, 1, 1]


@pytest.mark.parametrize("step", ["watch", "hand", "tell"])
def test_a_step_aside_neither_repeats_what_was_said_nor_ends_the_asking(floor: Floor, step: str) -> None:
    request = _wrong(floor)
    _swept(floor, hours=1)
    answers: dict[str, dict[str, str]] = {
        "hand": {"officer": SECOND.id},
        "tell": {"recipient": "angel_watch", **floor.a_message()},
        "watch": {},
    }
    floor.take(OFFICER, request, step, **answers[step])
    floor.told()
    at_once = _swept(floor, minutes=1)
    after_an_hour = _swept(floor, minutes=59)
    once_more = _swept(floor, hours=1)

    assert at_once == []
    assert len(after_an_hour) == len(once_more) == 1


def test_what_is_snoozed_meanwhile_comes_up_once_more_and_not_every_hour_twice(floor: Floor) -> None:
    request = _wrong(floor)
    _swept(floor, hours=1)
    _swept(floor, minutes=20)
    floor.desk.reminders.snooze(OFFICER, RecordKind.REQUEST, request.id)
    said = [len(_swept(floor, minutes=20)) for _ in range(8 * 3)]

    assert sum(said) == 8 + 1


def test_a_sweep_that_comes_late_each_time_still_asks_once_an_hour(floor: Floor) -> None:
    _wrong(floor)
    said = [said for _ in range(16) for said in _swept(floor, hours=1, seconds=5)]

    assert len(said) == 16
    assert set(said[:11]) == {"RecordDue -> dm:UOFFICER"}
    assert set(said[-3:]) == {"RecordOverdue -> desk"}


def test_the_desk_is_asked_when_the_owner_has_left(floor: Floor) -> None:
    _wrong(floor)
    floor.desk.people.revoke(OFFICER.id, by=OPERATOR)
    floor.told()

    assert _swept(floor, hours=1) == ["RecordDue -> desk"]


def test_the_correction_is_written_down_as_one(floor: Floor) -> None:
    request = _wrong(floor)
    corrected = floor.take(OFFICER, request, "corrected", message_reference="IPW 2", sent_on="2026-03-02")

    assert corrected.state is RequestState.TRANSMITTED
    assert corrected.due_at == min(
        floor.clock.now() + timedelta(days=10), request.created_at + timedelta(hours=24)
    )
    assert sorted((each.content, each.reference) for each in floor.log(request)) == [
        (Content.CORRECTION, "IPW 2"),
        (Content.REQUEST, "IPW 1"),
    ]


def test_a_correction_needs_its_message(floor: Floor) -> None:
    request = _wrong(floor)
    with pytest.raises(InvalidForm) as invalid:
        floor.take(OFFICER, request, "corrected")

    assert set(invalid.value.errors) == {"message_reference", "sent_on"}


@pytest.mark.parametrize("step", ["close", "merge", "follow_up", "answer"])
def test_what_is_wrong_abroad_does_not_end_before_it_is_corrected(floor: Floor, step: str) -> None:
    request = _wrong(floor)

    with pytest.raises(NotYet, match="wrong abroad, to be corrected at once"):
        floor.take(OFFICER, request, step)


def test_what_is_closed_is_corrected_as_well(floor: Floor) -> None:
    request = floor.close(OFFICER, _sent(floor), "informed")
    wrong = floor.take(SECOND, request, "wrong", error="The flight is another one.")
    floor.told()

    assert (wrong.state, wrong.outcome, wrong.owner) == (RequestState.CORRECTING, None, OFFICER.id)
    assert _swept(floor, hours=1) == ["RecordDue -> dm:UOFFICER"]


def test_saying_that_it_is_wrong_needs_words(floor: Floor) -> None:
    with pytest.raises(InvalidForm) as invalid:
        floor.take(OFFICER, _sent(floor), "wrong")

    assert set(invalid.value.errors) == {"error"}


def test_only_a_journey_or_a_removal_is_corrected_this_way(floor: Floor) -> None:
    removal = floor.transmitted(key="r", kind=RequestKind.REMOVAL)

    with pytest.raises(NotYet, match="is not open"):
        floor.take(OFFICER, floor.transmitted(), "wrong", error="A slip.")
    assert floor.take(OFFICER, removal, "wrong", error="A slip.").state is RequestState.CORRECTING


def test_what_has_not_been_sent_is_not_wrong_abroad(floor: Floor) -> None:
    with pytest.raises(NotYet):
        floor.take(OFFICER, floor.accepted(kind=RequestKind.TRAVEL), "wrong", error="A slip.")


def test_the_texts_of_the_hourly_reminder_name_the_first_due_moment(floor: Floor) -> None:
    request = _wrong(floor)
    floor.clock.advance(hours=1)
    floor.desk.reminders.sweep()
    floor.clock.advance(hours=1)
    floor.desk.reminders.sweep()
    said = [*floor.told_by(RecordDue), *floor.told_by(RecordOverdue)]

    assert {each.due_at for each in said} == {request.due_at}
    assert not any(each.late for each in said)
