"""Calendars as other programs write them, and as nobody should."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules.rota import ical
from bot.rules.rota.ical import BrokenCalendar, Entry, OnDuty, Reading
from storage.records.people import PersonId
from storage.records.roster import Tier

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ZONE = ZoneInfo("America/New_York")
OLGA, DAN = PersonId("U0OLGA"), PersonId("U0DAN")


def calendar(*events: str) -> bytes:
    parts = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN"]
    for event in events:
        parts += ["BEGIN:VEVENT", *event.strip().splitlines(), "END:VEVENT"]
    return "\r\n".join([*parts, "END:VCALENDAR", ""]).encode()


def read(*events: str) -> Reading:
    return ical.read(calendar(*events), NOW, ZONE)


DAILY = """UID:a
DTSTART;TZID=America/New_York:20261023T080000
DTEND;TZID=America/New_York:20261024T080000
RRULE:FREQ=DAILY
SUMMARY:U0OLGA nights"""


def test_what_repeats_is_followed_for_thirteen_months_over_each_change_of_the_clock() -> None:
    found = read(DAILY)

    assert found.mistakes == ()
    assert len(found.entries) == 397
    assert found.entries[0].starts_at <= NOW < found.entries[0].ends_at
    assert {each.starts_at.astimezone(ZONE).hour for each in found.entries} == {8}
    assert {each.ends_at.astimezone(ZONE).hour for each in found.entries} == {8}


def test_times_without_a_zone_and_whole_days_are_the_desks() -> None:
    found = read(
        "UID:a\nDTSTART:20261201T080000\nDTEND:20261201T200000\nSUMMARY:U0DAN",
        "DTSTART;VALUE=DATE:20261202\nDTEND;VALUE=DATE:20261203\nSUMMARY:U0OLGA",
    )

    assert [(each.starts_at, each.ends_at) for each in found.entries] == [
        (datetime(2026, 12, 1, 13, tzinfo=UTC), datetime(2026, 12, 2, 1, tzinfo=UTC)),
        (datetime(2026, 12, 2, 5, tzinfo=UTC), datetime(2026, 12, 3, 5, tzinfo=UTC)),
    ]


def test_one_time_that_was_moved_or_cancelled_is_as_it_was_changed() -> None:
    weekly = (
        "UID:w\nDTSTART:20261123T130000Z\nDTEND:20261124T130000Z\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:U0DAN"
    )
    moved = (
        "UID:w\nRECURRENCE-ID:20261130T130000Z\nDTSTART:20261201T130000Z\nDTEND:20261202T130000Z\n"
        "SUMMARY:U0OLGA"
    )
    cancelled = (
        "UID:w\nRECURRENCE-ID:20261207T130000Z\nDTSTART:20261207T130000Z\nDTEND:20261208T130000Z\n"
        "STATUS:CANCELLED\nSUMMARY:U0DAN"
    )

    found = read(weekly, moved, cancelled).entries

    assert [(each.starts_at.day, each.words.split()[0]) for each in found] == [(23, "U0DAN"), (1, "U0OLGA")]


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        ("UID:z\nDTSTART:20261201T080000Z\nDTEND:20261201T080000Z", "Event 1 has no length."),
        ("UID:z\nDTSTART:20261201T080000Z\nDTEND:20261101T080000Z", "Event 1 ends before it begins."),
        ("UID:z\nDTSTART:20261201T080000Z\nDTEND:20280101T080000Z", "Event 1 is longer than 31 days."),
        ("UID:z\nDTSTART:29991399T990000\nDTEND:20261201T080000Z", "Event 1 cannot be read: DTSTART."),
        ("UID:z\nDTSTART:20261201T080000Z\nDTEND:20261201T090000Z\nRRULE:FREQ=DAILY;COUNT=x", "RRULE"),
        (
            "UID:z\nDTSTART;TZID=Mars/Olympus:20261201T080000\nDTEND;TZID=Mars/Olympus:20261201T090000",
            "Event 1 is in a time zone that nobody knows.",
        ),
    ],
)
def test_an_event_that_is_no_shift_is_left_out_and_named(event: str, sentence: str) -> None:
    found = read(event, "UID:ok\nDTSTART:20261202T080000Z\nDTEND:20261202T090000Z\nSUMMARY:U0DAN")

    assert [each.row for each in found.entries] == [2]
    assert len(found.mistakes) == 1
    assert sentence in found.mistakes[0]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"\xff\xfe\x00",
        calendar(DAILY)[:150],
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n",
        calendar(DAILY.replace("DAILY", "SECONDLY")),
        calendar(DAILY.replace("DAILY", "DAILY;BYMINUTE=1,2,3")),
        calendar(
            *("UID:x\nDTSTART:20261201T080000Z\nDTEND:20261201T090000Z" for _ in range(ical.MOST_EVENTS + 1))
        ),
        calendar(*(DAILY.replace("UID:a", f"UID:{number}") for number in range(60))),
    ],
)
def test_what_is_no_roster_is_broken_as_a_whole(content: bytes) -> None:
    with pytest.raises(BrokenCalendar):
        ical.read(content, NOW, ZONE)


def an_entry(words: str, *, starts: int = 0, ends: int = 8, row: int = 1) -> Entry:
    return Entry(
        words=words, starts_at=NOW + timedelta(hours=starts), ends_at=NOW + timedelta(hours=ends), row=row
    )


@pytest.mark.parametrize(
    ("words", "person", "mistake"),
    [
        ("U0OLGA nights", OLGA, ""),
        ("On call: <@U0DAN>\n", DAN, ""),
        ("Night shift\nu0dan, by telephone", DAN, ""),
        ("Bob\n", None, "Event 1 (“Bob”) names no officer of the desk by their Slack user id."),
        ("U0STRANGER\n", None, "names no officer"),
        ("U0OLGA or U0DAN", None, "names two officers"),
        ("", None, "Event 1 (“”) names no officer"),
    ],
)
def test_an_officer_is_named_by_their_id_and_never_guessed(
    words: str, person: PersonId | None, mistake: str
) -> None:
    found = ical.named(an_entry(words), [OLGA, DAN])

    assert found.person == person
    assert mistake in found.mistake


def test_two_officers_at_one_time_are_told() -> None:
    shifts = [
        (an_entry("", ends=8, row=1), OLGA),
        (an_entry("", starts=4, ends=6, row=2), DAN),
        (an_entry("", starts=7, ends=9, row=3), DAN),
        (an_entry("", starts=9, ends=10, row=4), OLGA),
    ]

    assert list(ical.overlaps(shifts)) == [
        "Event 2 overlaps event 1; whoever begins later has the desk.",
        "Event 3 overlaps event 1; whoever begins later has the desk.",
    ]


def test_what_is_written_is_read_again() -> None:
    shifts = [
        OnDuty(id="a", person=OLGA, tier=Tier.FIRST, starts_at=NOW, ends_at=NOW + timedelta(hours=8)),
        OnDuty(id="b", person=DAN, tier=Tier.SECOND, starts_at=NOW, ends_at=NOW + timedelta(days=7)),
    ]

    found = ical.read(ical.written(shifts, NOW), NOW, ZONE)

    assert [
        (ical.named(each, [OLGA, DAN]).person, each.starts_at, each.ends_at) for each in found.entries
    ] == [(each.person, each.starts_at, each.ends_at) for each in shifts]
