"""Names of buttons, menus and shortcuts that Slack sends back: views write them, handlers listen to them."""

import re
from re import Pattern

from storage.records.reminders import RecordKind

ACKNOWLEDGE = "page:acknowledge"
ANY_ACKNOWLEDGE = re.compile(rf"^{ACKNOWLEDGE}(:\d+)?$")
"""Also those of a message with many pages, in which an id stands only once."""
ESCALATE_NOW = "page:escalate_now"
RESOLVE = "page:resolve"
RENEW = "page:renew"
"""*Still on it*."""
HAND = "page:hand"
NOTE = "page:note"
TIMELINE = "page:timeline"
PAGE_DETAILS = "page:details"
"""*Show details* of a page: the words that came with it, which no channel shows."""

HOME_REQUEST = "home:request"
HOME_MINE = "home:mine"
HOME_ESCALATE = "home:escalate"

FIND_COUNTRY = "find:country"
FIND_AGENCY = "find:agency"

SHORTCUT_REQUEST = "make_a_liaison_request"
"""Callback id of the global shortcut; the manifest names it too."""


def acknowledge(row: int) -> str:
    """*Acknowledge* of one of many pages in a message."""
    return f"{ACKNOWLEDGE}:{row}"


def step(kind: RecordKind, name: str) -> str:
    """Any step of a record, *Claim* and *Approve* among them; the value is the record's id."""
    return f"step:{kind}:{name}"


def steps(kind: RecordKind) -> Pattern[str]:
    return re.compile(rf"^step:{kind}:[a-z_]+$")


def step_name(action_id: str) -> str:
    """The step that an id of `step` names."""
    return action_id.rsplit(":", 1)[1]


def details(kind: RecordKind, row: int = 0) -> str:
    """*Show details*; a list has one for each row, and an id stands only once in a message."""
    return f"details:{kind}:{row}"


def all_details(kind: RecordKind) -> Pattern[str]:
    return re.compile(rf"^details:{kind}:\d+$")


def next_page(kind: RecordKind) -> str:
    return f"list:{kind}:next"


def previous_page(kind: RecordKind) -> str:
    return f"list:{kind}:previous"


def snooze(kind: RecordKind) -> str:
    return f"snooze:{kind}"


def escalate(kind: RecordKind) -> str:
    """Opens the form of a page with the reference filled in."""
    return f"escalate:{kind}"


def read_kind(action_id: str) -> RecordKind:
    """The kind of record that an id made here speaks of."""
    return RecordKind(action_id.split(":")[1])
