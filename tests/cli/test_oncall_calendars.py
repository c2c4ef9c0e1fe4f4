"""`oncall import` and `oncall export`: the roster read from a calendar, and given out as one."""

import shlex
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from handlers.cli import app
from tests.cli.terminal import type_in

pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture(autouse=True)
def _officers(desk: str) -> None:
    for user in ("U0DAN", "U0OLGA"):
        type_in(f"people grant {user} officer")


def a_file(*shifts: tuple[str, int], name: str = "roster.ics") -> str:
    """One day each, from this hour on or so many days later."""
    begins = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART:{begins + timedelta(days=day):%Y%m%dT%H%M%SZ}\r\n"
        f"DTEND:{begins + timedelta(days=day + 1):%Y%m%dT%H%M%SZ}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
        for number, (title, day) in enumerate(shifts)
    )
    Path(name).write_text(
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n", newline=""
    )
    return name


def test_a_file_fills_the_roster_and_the_same_name_replaces_it() -> None:
    taken = type_in(f"oncall import {a_file(('U0DAN', 0), ('U0OLGA', 1))} --name nights")
    now = type_in("oncall now").words
    again = type_in(f"oncall import {a_file(('U0OLGA nights', 0))} --name nights")

    assert (taken.code, taken.words) == (0, "Taken: 2 shifts of the next thirteen months.")
    assert "On duty: U0DAN until" in now
    assert "Next: U0OLGA from" in now
    assert again.words == "Taken: 1 shifts of the next thirteen months."
    assert "On duty: U0OLGA until" in type_in("oncall now").words
    assert "nights: a file, first tier, read " in type_in("oncall calendars").words


def test_who_is_no_officer_is_named_by_their_event_and_left_out() -> None:
    taken = type_in(f"oncall import {a_file(('Bob', 0), ('U0DAN', 1), ('U0DAN U0OLGA', 2))} --name nights")

    assert taken.code == 1
    assert "Taken: 1 shifts" in taken.words
    assert "Event 1 (“Bob”) names no officer of the desk by their Slack user id." in taken.words
    assert "Event 3 (“U0DAN U0OLGA”) names two officers." in taken.words
    assert "On duty: nobody. Next: U0DAN" in type_in("oncall now").words


def test_a_check_saves_nothing() -> None:
    checked = type_in(f"oncall import {a_file(('U0DAN', 0))} --name nights --check")

    assert checked.words == "Only checked, nothing was saved: 1 shifts of the next thirteen months."
    assert type_in("oncall now").words == "On duty: nobody. Next: nobody."
    assert type_in("oncall calendars").words == "The roster is read from no calendar."


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("oncall import nowhere.ics --name nights", "nowhere.ics cannot be read"),
        (
            "oncall import broken.ics --name nights",
            "Nothing of the calendar was taken. It is no iCalendar file",
        ),
        ("oncall import large.ics --name nights", "It is larger than 1,000 kB."),
        ("oncall import http://127.0.0.1:1/x.ics --name nights", "Its address cannot be reached."),
        ("oncall import roster.ics --name 'My Nights'", "Name the calendar in small letters"),
        ("oncall forget nights", "There is no calendar “nights”."),
        ("oncall export --days 0", "Give a number of days from 1 to 400."),
        ("oncall export --days 4000", "Give a number of days from 1 to 400."),
    ],
)
def test_a_mistake_gets_a_sentence_and_changes_nothing(line: str, sentence: str) -> None:
    a_file(("U0DAN", 0))
    Path("broken.ics").write_text("BEGIN:VCALENDAR\r\nBEGIN:VEVENT")
    with Path("large.ics").open("wb") as large:
        large.truncate(50_000_000)

    answer = type_in(line)

    assert answer.code == 1
    assert sentence in answer.words
    assert type_in("oncall now").words == "On duty: nobody. Next: nobody."


def test_a_calendar_that_is_forgotten_goes_with_its_shifts() -> None:
    type_in(f"oncall import {a_file(('U0DAN', 0))} --name nights --tier second")

    forgotten = type_in("oncall forget nights")

    assert forgotten.words == "nights is forgotten."
    assert type_in("oncall calendars").words == "The roster is read from no calendar."


def test_the_roster_is_given_out_as_a_calendar_that_is_read_again_and_as_a_table() -> None:
    type_in(f"oncall import {a_file(('U0DAN', 1), ('U0OLGA', 2))} --name nights")

    table = type_in("oncall export --format csv --days 30").words
    Path("again.ics").write_text(_raw("oncall export --format ics"), newline="")
    type_in("oncall forget nights")
    again = type_in("oncall import again.ics --name copy")

    assert table.startswith("tier,person,starts_at,ends_at first,U0DAN,")
    assert "first,U0OLGA," in table
    assert again.words == "Taken: 2 shifts of the next thirteen months."


def _raw(line: str) -> str:
    """As it was printed, line ends and all."""
    return CliRunner().invoke(app, shlex.split(line)).stdout
