"""A process of its own that reads one calendar from its input: `python -m handlers.calendar_child NOW ZONE`.

It prints what it read as JSON. Its memory is bounded here, its time by whoever started it.
"""

import json
import resource
import sys
from contextlib import suppress
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.rota import ical

MOST_MEMORY = 1 << 30


def main() -> None:
    with suppress(ValueError, OSError):  # Not every system bounds it; the time is bounded all the same.
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    now, zone = datetime.fromisoformat(sys.argv[1]), ZoneInfo(sys.argv[2])
    broken, reading = "", ical.Reading(entries=())
    try:
        reading = ical.read(sys.stdin.buffer.read(), now, zone)
    except ical.BrokenCalendar as error:
        broken = str(error)
    entries = [
        (each.words, each.starts_at.isoformat(), each.ends_at.isoformat(), each.row)
        for each in reading.entries
    ]
    json.dump({"broken": broken, "entries": entries, "mistakes": reading.mistakes}, sys.stdout)


if __name__ == "__main__":
    main()
