"""Names of buttons, menus and shortcuts that Slack sends back: views write them, handlers listen to them."""

import re
from re import Pattern

from bot.rules.hours import Snooze
from storage.records.reminders import RecordKind
from storage.records.terms import TermKind

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
HOME_NOTICE = "home:notice"
HOME_MINE = "home:mine"
HOME_ESCALATE = "home:escalate"

FIND_COUNTRY = "find:country"
FIND_AGENCY = "find:agency"
FIND_ANY_COUNTRY = re.compile(rf"^{FIND_COUNTRY}(:[a-z_]+)?$")
FIND_ANY_AGENCY = re.compile(rf"^{FIND_AGENCY}(:[a-z_]+)?$")
"""Also those of a form with several such menus, in which an id stands only once."""

FORM_SECTIONS = re.compile(r"^form:section:[a-z_]+$")
FORM_BACK = "form:back"
"""From a form to the question which form it is."""
FORM_ANSWERS = re.compile(r"^(answer|find:country|find:agency):[a-z_]+$")
"""A choice in a form, told at once."""
ADD_DETAILS = re.compile(r"^step:(request|notice):supplement$")
ADDED_SECTIONS = re.compile(r"^added:section:[a-z_]+$")
ADDED_ANSWERS = re.compile(r"^added:answer:[a-z_]+$")
DRAFT_RESUME = re.compile(r"^draft:resume:\d+$")
DRAFT_DISCARD = re.compile(r"^draft:discard:\d+$")
HOME_NEXT = "home:next"

HANDOVER_ACKNOWLEDGE = "handover:acknowledge"
HANDOVER_SHOW = "handover:show"
ROSTER_TAKE = "roster:take"
ROSTER_SCHEDULE = "roster:schedule"
ROSTER_OVERRIDE = "roster:override"
ROSTER_REMOVE = re.compile(r"^roster:remove:\d+$")
ROSTER_SWAP = "roster:swap"
ROSTER_CHANGE_OVERRIDE = "roster:change_override"
ROSTER_CHANGE = "roster:change"
"""*Change*, from the preview back to the form."""
ROSTER_END = "roster:end"
SWAP_ACCEPT = "swap:accept"
SWAP_DECLINE = "swap:decline"
SWAP_WITHDRAW = "swap:withdraw"
ALERT_ACKNOWLEDGE = "alert:acknowledge"
SHOW_NAME = "request:name"
NOTICE_NAME = "notice:name"
NOTICE_CARD = "notice:card"
"""*Post its card*, of a notice that was imported without one."""
NOTICE_TIMELINE = "notice:timeline"
COPY_TEXT = "request:text"
"""What goes abroad, as text to copy."""
WATCH = re.compile(r"^watch:(on|off)$")
FOUND_NEXT = "found:next"
FOUND_PREVIOUS = "found:previous"
"""Pages of a name search."""

SHORTCUT_MESSAGE = "request_from_message"
"""Callback id of the shortcut in a message's menu."""
EDIT_COUNTRY = "registry:country:edit"
ADD_REQUIREMENT = "registry:requirement:add"
WITHDRAW_REQUIREMENT = re.compile(r"^registry:requirement:withdraw:\d+$")
ADD_AGENCY = "registry:agency:add"
EDIT_AGENCY = "registry:agency:edit"
SHOW_AGENCY = re.compile(r"^registry:agency:show:\d+$")
REMOVE_AGENCY = "registry:agency:remove"
RESTORE_AGENCY = "registry:agency:restore"
ADD_TERM = re.compile(r"^registry:term:add:[a-z]+$")
EDIT_TERM = re.compile(r"^registry:term:edit:\d+$")

SHORTCUT_REQUEST = "make_a_liaison_request"
"""Callback id of the global shortcut; the manifest names it too."""


def answer(name: str) -> str:
    """A choice in a form that is told at once."""
    return f"answer:{name}"


def watch(turn: str) -> str:
    """`on` or `off`."""
    return f"watch:{turn}"


def find(menu: str, name: str) -> str:
    """A menu that searches, of a form that may have several."""
    return f"{menu}:{name}"


def form_section(name: str) -> str:
    """Opens a section of a form."""
    return f"form:section:{name}"


def added_section(name: str) -> str:
    """Opens a section of something that is filed already."""
    return f"added:section:{name}"


def added(name: str) -> str:
    """A choice in such a section, told at once."""
    return f"added:answer:{name}"


def draft(act: str, row: int) -> str:
    """`resume` or `discard` of a list's row."""
    return f"draft:{act}:{row}"


def acknowledge(row: int) -> str:
    """*Acknowledge* of one of many pages in a message."""
    return f"{ACKNOWLEDGE}:{row}"


def withdraw_requirement(row: int) -> str:
    return f"registry:requirement:withdraw:{row}"


def show_agency(row: int) -> str:
    return f"registry:agency:show:{row}"


def add_term(kind: TermKind) -> str:
    return f"registry:term:add:{kind}"


def edit_term(row: int) -> str:
    return f"registry:term:edit:{row}"


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


def export(kind: RecordKind) -> str:
    """*Export* of a list, as a file."""
    return f"list:{kind}:export"


def snooze(kind: RecordKind, until: Snooze = Snooze.A_WHILE) -> str:
    return f"snooze:{kind}:{until}"


def all_snoozes(kind: RecordKind) -> Pattern[str]:
    """Also that of an older message, which names no time."""
    return re.compile(rf"^snooze:{kind}(:[a-z_]+)?$")


def due_page(kind: RecordKind, turn: str) -> str:
    """`next` or `previous` page of what falls due."""
    return f"due:{kind}:{turn}"


def due_pages(kind: RecordKind) -> Pattern[str]:
    return re.compile(rf"^due:{kind}:(next|previous)$")


def escalate(kind: RecordKind) -> str:
    """Opens the form of a page with the reference filled in."""
    return f"escalate:{kind}"


def read_kind(action_id: str) -> RecordKind:
    """The kind of record that an id made here speaks of."""
    return RecordKind(action_id.split(":")[1])


def roster_remove(row: int) -> str:
    """*Take out*, of an override in a list."""
    return f"roster:remove:{row}"
