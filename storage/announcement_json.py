"""Announcements and surfaces as tagged JSON, for the outbox."""

import json
from typing import get_args

from storage.json_facts import from_plain, to_plain
from storage.records.announcements import Announcement, Surface

_KINDS: dict[str, type] = {kind.__name__: kind for kind in (*get_args(Announcement), Surface)}


def encode(what: Announcement | Surface) -> str:
    return json.dumps(
        {"type": type(what).__name__, "facts": to_plain(what)}, ensure_ascii=False, sort_keys=True
    )


def decode(text: str) -> Announcement | Surface:
    tagged = json.loads(text)
    decoded: Announcement | Surface = from_plain(_KINDS[tagged["type"]], tagged["facts"])
    return decoded
