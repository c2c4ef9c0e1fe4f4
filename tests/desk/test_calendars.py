"""Feeds: read again when they are due, and what stood before stays when one is broken."""

from datetime import timedelta

import pytest

from bot.desk.calendars import Source
from bot.rules.errors import DeskError
from bot.rules.rota.ical import BrokenCalendar, Reading
from handlers import calendars
from handlers.calendars import Refreshing
from storage.records.announcements import CalendarTrouble
from storage.records.roster import ShiftKind, Tier
from tests.desk.around import both_databases
from tests.desk.floor import OFFICER, OPERATOR, SECOND, Floor

URL = "https://calendar.example/private/secret.ics"


def feed(floor: Floor, *titles: str) -> bytes:
    """One event for each title, eight hours each, one after the other from now on."""
    now = floor.clock.now()
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART:{now + timedelta(hours=8 * number):%Y%m%dT%H%M%SZ}\r\n"
        f"DTEND:{now + timedelta(hours=8 * number + 8):%Y%m%dT%H%M%SZ}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
        for number, title in enumerate(titles)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n".encode()


class Feeds:
    """What the address answers, as long as it does."""

    def __init__(self, content: bytes | None) -> None:
        self.content = content

    def __call__(self, url: str) -> bytes:
        assert url == URL
        if self.content is None:
            raise BrokenCalendar("Its address cannot be reached.")
        return self.content


def taken_in(floor: Floor, content: bytes) -> tuple[Feeds, Refreshing]:
    reading = calendars.read(content, floor.clock.now(), floor.desk.ground.zone)
    floor.desk.calendars.take_in(OPERATOR, "nights", Source(tier=Tier.FIRST, url=URL), reading)
    feeds = Feeds(content)
    return feeds, Refreshing(floor.desk, fetch=feeds)


def refresh(floor: Floor, refreshing: Refreshing) -> None:
    floor.clock.advance(hours=1)
    refreshing.sweep()
    assert refreshing._under_way is not None
    refreshing._under_way.join(20)


@both_databases
def test_a_feed_is_read_again_after_an_hour_and_the_roster_follows(floor: Floor) -> None:
    feeds, refreshing = taken_in(floor, feed(floor, OFFICER.id))
    refreshing.sweep()
    before = floor.desk.roster.now(OFFICER).on_duty
    feeds.content = feed(floor, SECOND.id)

    refresh(floor, refreshing)

    assert (before, floor.desk.roster.now(OFFICER).on_duty) == (OFFICER.id, SECOND.id)
    [calendar] = floor.desk.calendars.all(OPERATOR)
    assert (calendar.read_at, calendar.error) == (floor.clock.now(), None)
    assert calendar.next_at == floor.clock.now() + timedelta(hours=1)


@both_databases
def test_a_feed_that_is_away_or_broken_changes_nothing_and_is_told_once(floor: Floor) -> None:
    feeds, refreshing = taken_in(floor, feed(floor, OFFICER.id))
    feeds.content = None
    floor.waiting()

    for _ in range(3):
        refresh(floor, refreshing)
    told = floor.told_by(CalendarTrouble)

    assert told == [CalendarTrouble(name="nights", mistakes=1, is_read=False)]
    assert floor.desk.roster.now(OFFICER).on_duty == OFFICER.id
    [calendar] = floor.desk.calendars.all(OPERATOR)
    assert calendar.error == "Its address cannot be reached."


def test_strangers_in_a_feed_are_told_by_their_number_and_not_by_name(floor: Floor) -> None:
    feeds, refreshing = taken_in(floor, feed(floor, OFFICER.id))
    feeds.content = feed(floor, OFFICER.id, "Bob Example", "UNOBODY")
    floor.waiting()

    refresh(floor, refreshing)
    refresh(floor, refreshing)

    assert floor.told_by(CalendarTrouble) == [CalendarTrouble(name="nights", mistakes=2, is_read=True)]
    [calendar] = floor.desk.calendars.all(OPERATOR)
    assert calendar.error is not None
    assert "Event 2 (“Bob Example”)" in calendar.error


def test_a_feed_that_says_the_same_again_is_no_change(floor: Floor) -> None:
    _, refreshing = taken_in(floor, feed(floor, OFFICER.id, SECOND.id))
    with floor.database.reading() as stores:
        before = stores.roster.written("nights", since=floor.clock.now())

    refresh(floor, refreshing)

    with floor.database.reading() as stores:
        assert stores.roster.written("nights", since=floor.clock.now()) == before
    assert {each.kind for each in before} == {ShiftKind.WRITTEN}
    assert floor.audited("calendar:nights") == [(OPERATOR, "roster.import")]


def test_a_rotation_goes_before_a_calendar_and_a_taken_desk_before_both(floor: Floor) -> None:
    taken_in(floor, feed(floor, OFFICER.id))

    taken = floor.desk.roster.take(SECOND, SECOND.id, 1)

    assert (taken.on_duty, taken.next_person) == (SECOND.id, OFFICER.id)


def test_one_that_was_forgotten_while_it_was_read_stays_forgotten(floor: Floor) -> None:
    feeds, refreshing = taken_in(floor, feed(floor, OFFICER.id))
    floor.clock.advance(hours=1)
    calendar = floor.desk.calendars.take_due()
    floor.desk.calendars.forget(OPERATOR, "nights")
    assert calendar is not None

    refreshing._refresh(calendar, URL)
    feeds.content = None
    refreshing._refresh(calendar, URL)

    assert floor.desk.calendars.all(OPERATOR) == []
    assert floor.desk.roster.now(OFFICER).on_duty is None


@pytest.mark.parametrize("name", ["", "My Nights", "x" * 41, "<!channel>"])
def test_a_name_that_could_be_formatting_is_refused(floor: Floor, name: str) -> None:
    with pytest.raises(DeskError, match="small letters"):
        floor.desk.calendars.take_in(OPERATOR, name, Source(tier=Tier.FIRST, url=None), Reading(entries=()))
