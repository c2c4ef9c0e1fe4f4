"""Calendars from outside: what is too large, too slow or away is told in a sentence without its address."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from zoneinfo import ZoneInfo

import pytest

from bot.rules.rota.ical import BrokenCalendar
from handlers import calendars

NOW, ZONE = datetime(2026, 11, 22, 12, tzinfo=UTC), ZoneInfo("America/New_York")
EVENT = (
    b"BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261201T080000Z\r\nDTEND:20261201T090000Z\r\n"
    b"SUMMARY:U0DAN\r\nEND:VEVENT\r\n"
)
CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + EVENT + b"END:VCALENDAR\r\n"


class Feed(BaseHTTPRequestHandler):
    """A web server that somebody else runs."""

    def do_GET(self) -> None:
        if self.path == "/gone":
            self.send_error(404)
            return
        self.send_response(200)
        self.end_headers()
        if self.path == "/large":
            try:
                for _ in range(60):
                    self.wfile.write(b"x" * 1_000_000)
            except OSError:
                return
        elif self.path == "/slow":
            try:
                for _ in range(100):
                    self.wfile.write(b"x")
                    self.wfile.flush()
                    time.sleep(0.05)
            except OSError:
                return
        else:
            self.wfile.write(CALENDAR)

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""


@pytest.fixture(scope="module")
def feed() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Feed)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_feed_is_fetched_and_read_in_a_process_of_its_own(feed: str) -> None:
    [entry] = calendars.read(calendars.fetched(f"{feed}/roster.ics"), NOW, ZONE).entries

    assert (entry.words.strip(), entry.row) == ("U0DAN", 1)
    assert entry.starts_at == datetime(2026, 12, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [("/gone", "status 404"), ("/large", "larger than 1,000 kB"), ("/slow", "did not come within")],
)
def test_a_feed_that_cannot_be_had_is_told_without_its_address(feed: str, path: str, sentence: str) -> None:
    with pytest.raises(BrokenCalendar, match=sentence) as told:
        calendars.fetched(feed + path, within=0.5)

    assert feed not in str(told.value)


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://example", "http://127.0.0.1:1/x", "http://[", "x"]
)
def test_what_is_no_web_address_or_answers_nothing_is_refused(url: str) -> None:
    with pytest.raises(BrokenCalendar):
        calendars.fetched(url)


def test_a_rule_that_never_fits_any_day_is_ended_from_outside() -> None:
    never = b"RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\nEND:VEVENT"
    events = [EVENT.replace(b"UID:a", b"UID:%d" % number) for number in range(50)]
    endless = CALENDAR.replace(EVENT, b"".join(events)).replace(b"END:VEVENT", never)

    with pytest.raises(BrokenCalendar, match="takes longer than"):
        calendars.read(endless, NOW, ZONE, within=1.0)


def test_what_is_no_calendar_and_what_is_too_large_is_broken() -> None:
    with pytest.raises(BrokenCalendar, match="no iCalendar file"):
        calendars.read(b"hello", NOW, ZONE)
    with pytest.raises(BrokenCalendar, match="larger than"):
        calendars.read(b"x" * 1_000_001, NOW, ZONE)
