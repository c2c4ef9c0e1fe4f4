"""Calendars from outside: fetched, read in a process of its own, and taken into the roster when they are due.

Somebody else's file is bounded three times: in bytes, in the seconds that fetching takes, and in the seconds
and the memory that reading takes. A rule that never fits any day cannot be stopped but from outside.
"""

import json
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from datetime import datetime
from http.client import HTTPException
from urllib.error import HTTPError
from zoneinfo import ZoneInfo

import structlog

from bot.desk.desk import Desk
from bot.rules.rota.ical import BrokenCalendar, Entry, Reading
from storage.records.calendars import Calendar

log = structlog.get_logger(__name__)

MOST_BYTES = 1_000_000
FETCH_SECONDS = 10.0
READ_SECONDS = 20.0
WAITED_SECONDS = 2.0
"""A sweep waits so long for a calendar; a slow one is read on beside it."""
_CHUNK = 65_536


def fetched(url: str, *, within: float = FETCH_SECONDS) -> bytes:
    """What stands at the address; `within` is in seconds.

    Raises BrokenCalendar, without the address: it may be secret.
    """
    address = url.replace("webcal://", "https://", 1)
    if not address.startswith(("https://", "http://")):
        raise BrokenCalendar("Its address is no web address.")
    ends = time.monotonic() + within
    content = bytearray()
    try:
        with urllib.request.urlopen(address, timeout=within) as answer:  # noqa: S310  Only web addresses come here.
            while chunk := answer.read1(_CHUNK):
                content += chunk
                if len(content) > MOST_BYTES:
                    raise too_large()
                if time.monotonic() > ends:
                    raise BrokenCalendar(f"It did not come within {within:g} seconds.")
    except HTTPError as error:
        error.close()
        raise BrokenCalendar(f"Its address answers with status {error.code}.") from None
    except (OSError, HTTPException, ValueError):
        raise BrokenCalendar("Its address cannot be reached.") from None
    return bytes(content)


def too_large() -> BrokenCalendar:
    return BrokenCalendar(f"It is larger than {MOST_BYTES // 1000:,} kB.")


def read(content: bytes, now: datetime, zone: ZoneInfo, *, within: float = READ_SECONDS) -> Reading:
    """`within` is in seconds. Raises BrokenCalendar, also when it takes longer than that."""
    if len(content) > MOST_BYTES:
        raise too_large()
    command = [sys.executable, "-m", "handlers.calendar_child", now.isoformat(), zone.key]
    # No settings go along: whatever stands in the file, there is no token near it.
    surroundings = {"PYTHONPATH": ":".join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(  # noqa: S603  Our own program, and nothing of the file is in the command.
            command, input=content, env=surroundings, capture_output=True, timeout=within, check=False
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, OSError, ValueError):
        answer = None
    if answer is None:
        raise BrokenCalendar(f"It takes longer than {within:g} seconds, or too much memory, to read.")
    if answer["broken"]:
        raise BrokenCalendar(answer["broken"])
    entries = tuple(
        Entry(
            words=words,
            starts_at=datetime.fromisoformat(starts_at),
            ends_at=datetime.fromisoformat(ends_at),
            row=row,
        )
        for words, starts_at, ends_at, row in answer["entries"]
    )
    return Reading(entries=entries, mistakes=tuple(answer["mistakes"]))


class Refreshing:
    """Reads each calendar again when it is due. What cannot be read leaves the roster as it was."""

    def __init__(self, desk: Desk, *, fetch: Callable[[str], bytes] = fetched) -> None:
        self._desk = desk
        self._fetch = fetch
        self._under_way: threading.Thread | None = None

    def sweep(self) -> None:
        """One calendar at a time, in a thread that does not hold up the end of the program."""
        if self._under_way is not None and self._under_way.is_alive():
            return
        calendar = self._desk.calendars.take_due()
        if calendar is None or calendar.url is None:
            return
        self._under_way = threading.Thread(
            target=self._refresh, args=[calendar, calendar.url], name="calendar", daemon=True
        )
        self._under_way.start()
        self._under_way.join(WAITED_SECONDS)

    def _refresh(self, calendar: Calendar, url: str) -> None:
        ground = self._desk.ground
        try:
            reading = read(self._fetch(url), ground.clock.now(), ground.zone)
            self._desk.calendars.refreshed(calendar.name, reading)
        except BrokenCalendar as broken:
            self._failed(calendar.name, str(broken))
        except Exception as error:  # noqa: BLE001  A thread has nobody above it; the next time may be better.
            log.warning("calendar not refreshed", error=type(error).__name__)

    def _failed(self, name: str, why: str) -> None:
        try:
            self._desk.calendars.failed(name, why)
        except Exception as error:  # noqa: BLE001  As above.
            log.warning("calendar not refreshed", error=type(error).__name__)
