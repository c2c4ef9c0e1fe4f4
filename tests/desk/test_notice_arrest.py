"""Somebody is found abroad: located, arrested, extradited, returned; and what is due after each."""

from datetime import timedelta

import pytest

from storage.records.announcements import RecordDue
from storage.records.notices import Colour, NoticeState
from tests.desk.around import both_databases, day
from tests.desk.floor import Floor
from tests.desk.notice_life import evidence, takes, wrong
from tests.notice_samples import PERSON

UNKNOWN = {**dict.fromkeys(PERSON, ""), "subject": "unidentified", "description": "Tall, grey hair"}


@both_databases
def test_a_wanted_person_is_located_arrested_extradited_and_returned(floor: Floor) -> None:
    notice = floor.published()
    states = [
        takes(floor, notice, step).state
        for step in ("located", "arrested", "extradition", "returned", "ask_withdrawal", "withdrawn")
    ]

    assert states == [
        NoticeState.LOCATED,
        NoticeState.ARRESTED,
        NoticeState.EXTRADITION_PENDING,
        NoticeState.RETURNED,
        NoticeState.WITHDRAWAL_REQUESTED,
        NoticeState.WITHDRAWN,
    ]
    assert floor.notice(notice.id).due_at is None


def test_a_location_is_answered_within_a_day_and_looked_at_again_after_ten(floor: Floor) -> None:
    notice = floor.published()
    located = takes(floor, notice, "located", located_in="DE")
    floor.clock.advance(hours=3)
    replied = takes(floor, notice, "replied")
    logged = floor.log(notice)[-1]

    assert located.due_at == located.state_since + timedelta(hours=24)
    assert replied.state is NoticeState.LOCATED
    assert replied.due_at == floor.clock.now() + timedelta(days=10)
    assert (logged.recipient, logged.content) == ("country:DE", "reply")


def test_after_that_time_whoever_has_it_is_reminded_and_it_goes_on(floor: Floor) -> None:
    notice = floor.published()
    due_at = notice.due_at
    takes(floor, notice, "located")
    takes(floor, notice, "replied")
    floor.clock.advance(days=9)
    floor.desk.reminders.sweep()
    early = floor.told_by(RecordDue)
    floor.clock.advance(days=1)
    floor.desk.reminders.sweep()
    reminded = [row.place for row in floor.waiting() if isinstance(row.what, RecordDue)]
    went_on = takes(floor, notice, "goes_on", reason="Gone again before anybody came.")

    assert (early, reminded) == ([], ["dm:UOFFICER"])
    assert (went_on.state, went_on.due_at) == (NoticeState.PUBLISHED, due_at)


@pytest.mark.parametrize(
    ("treaty", "due_on"), [("", "2026-04-13"), ("60", "2026-05-03"), ("7", "2026-03-11")]
)
def test_the_full_request_is_due_by_the_days_of_the_treaty_or_the_shortest_time(
    floor: Floor, treaty: str, due_on: str
) -> None:
    notice = floor.published()
    floor.clock.advance(days=5)
    arrested = takes(floor, notice, "arrested", arrested_on="2026-03-04", treaty_days=treaty)
    card = floor.desk.notices.card(notice.id)

    assert arrested.due_at == day(due_on)
    assert card is not None
    assert not card.due_is_desk_default


@pytest.mark.parametrize("treaty", ["0", "181", "forty", "-5", "40.5"])
def test_the_days_of_a_treaty_are_a_number_from_1_to_180(floor: Floor, treaty: str) -> None:
    assert wrong(floor, floor.published(), "arrested", treaty_days=treaty) == {
        "treaty_days": "Write the number of days, from 1 to 180, such as 45."
    }


def test_two_days_before_that_whoever_is_on_duty_is_paged(floor: Floor) -> None:
    floor.on_duty()
    takes(floor, floor.published(), "arrested", treaty_days="10")
    floor.told()
    floor.clock.advance(days=7)
    floor.desk.reminders.sweep()
    early = floor.told()
    floor.clock.advance(hours=15)
    floor.desk.reminders.sweep()

    assert not [each for each in early if each.startswith("page")]
    assert "page -> oncall" in floor.told()


def test_after_a_return_the_withdrawal_is_due_within_three_days_of_it(floor: Floor) -> None:
    notice = floor.published()
    floor.clock.advance(days=5)
    returned = takes(floor, notice, "returned", returned_on="2026-03-05", evidence="EX flight 1")

    assert returned.due_at == day("2026-03-08")
    assert evidence(floor, notice).evidence == {"returned_on": "2026-03-05", "evidence": "EX flight 1"}


def test_of_a_missing_child_it_is_asked_whether_it_is_safe(floor: Floor) -> None:
    errors = wrong(floor, floor.published(Colour.YELLOW), "located", safe="")

    assert set(errors) == {"safe"}


@pytest.mark.parametrize("colour", [Colour.RED, Colour.BLUE])
def test_of_anybody_else_it_is_not_asked(floor: Floor, colour: Colour) -> None:
    notice = floor.published(colour)
    takes(floor, notice, "located", safe="yes")

    assert "safe" not in evidence(floor, notice).evidence


@pytest.mark.parametrize(("colour", "changes"), [(Colour.BLUE, {}), (Colour.YELLOW, UNKNOWN)])
def test_information_comes_about_whoever_has_to_be_identified(
    floor: Floor, colour: Colour, changes: dict[str, str]
) -> None:
    notice = floor.published(colour, **changes)
    informed = takes(floor, notice, "identified", information="An invented name.")
    went_on = takes(floor, notice, "goes_on")

    assert informed.state is NoticeState.INFO_RECEIVED
    assert informed.due_at == informed.state_since + timedelta(days=3)
    assert went_on.state is NoticeState.PUBLISHED


def test_travel_of_somebody_who_is_warned_of_is_reported_and_moves_nothing(floor: Floor) -> None:
    notice = floor.published(Colour.GREEN)
    for country in ("TH", "PH"):
        travelled = takes(floor, notice, "travelled", travelled_to=country)

    assert (travelled.state, travelled.due_at) == (notice.state, notice.due_at)
    assert evidence(floor, notice).evidence["travelled_to"] == "PH"


def test_what_is_returned_does_not_go_on(floor: Floor) -> None:
    notice = floor.published()
    returned = takes(floor, notice, "returned")
    card = floor.desk.notices.card(returned.id)

    assert card is not None
    assert [each.label for each in card.offered if not each.aside] == [
        "Ask for withdrawal",
        "Ended",
    ]
    assert "goes_on" not in [each.name for each in card.offered]
