"""The desk's words on every view: its zone and contacts, and what the enumerations are called."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.rules.answers import several, spoken
from bot.rules.forms.common import THE_DESK
from bot.rules.kinds import DUPLICATE, outcomes
from bot.rules.policy import Policy
from bot.rules.steps import Ask, AskKind
from bot.rules.texts import STAYS, state_words, step_words
from handlers.views.blocks import escaped
from handlers.views.refusal import command_center
from storage.records.agencies import AgencyKind
from storage.records.countries import Topic
from storage.records.escalations import EscalationState
from storage.records.notices import RecordEvent
from storage.records.people import SYSTEM, Actor, PersonId
from storage.records.reach import Way
from storage.records.reminders import RecordKind
from storage.records.requests import Channel, Direction, Priority, RequestKind
from storage.records.terms import TermKind

DESK_DEFAULT = " (desk default)"
OWN_AIM = " (this desk's own aim)"
"""The same to a filer, who knows nothing of defaults."""
"""Stands behind a moment that no source gives."""
STATUS_COMMANDS = {RecordKind.REQUEST: "/liaison status", RecordKind.NOTICE: "/notice status"}

_PERSON = re.compile(r"^(?:[A-Z0-9]+/)?([UW][A-Z0-9]+)$")


class Names(Protocol):
    """What the registries call things at this moment; officers edit them."""

    def country(self, code: str) -> str | None: ...

    def offence(self, code: str) -> str | None: ...

    def agency(self, agency_id: str) -> str | None:
        """Name of one that can be filed for."""
        ...

    def offered(self, kind: TermKind) -> Sequence[tuple[str, str]]:
        """Code and label of each that a form may offer."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskWords:
    """What views need to know of the desk itself."""

    zone: ZoneInfo
    names: Names
    policy: Callable[[], Policy]
    """The one in force: an operator may have it read anew."""

    @property
    def email(self) -> str:
        return self.policy().email

    @property
    def telephone(self) -> str:
        """The command center's."""
        return self.policy().telephone

    @property
    def text_limit(self) -> int:
        """Longest free text that a form takes, in characters."""
        return self.policy().text_limit

    def country(self, code: str) -> str:
        """As mrkdwn."""
        return country_words(self.names.country(code))

    def country_name(self, code: str) -> str:
        return self.names.country(code) or "another country"

    def offence(self, code: str) -> str:
        """As mrkdwn, also of one that is retired."""
        return escaped(self.names.offence(code) or "another offence") if code else "not stated"

    def answer(self, ask: Ask, answer: str) -> str:
        """As people read it, with what the registries call it; not mrkdwn."""
        match ask.kind:
            case AskKind.COUNTRY | AskKind.COUNTRIES | AskKind.NATIONS:
                return ", ".join(self.country_name(code) for code in several(answer))
            case AskKind.AGENCY | AskKind.AGENCIES:
                return ", ".join(self.names.agency(each) or each for each in several(answer))
            case AskKind.OFFENCE:
                return self.names.offence(answer) or answer
            case AskKind.PROGRAMME:
                return dict(self.names.offered(TermKind.PROGRAMME)).get(answer, answer)
            case _:
                return spoken(ask, answer)

    def moment(self, at: datetime) -> str:
        """As mrkdwn: in the reader's own zone, and behind it in the desk's, where it may be another day."""
        token = f"<!date^{int(at.timestamp())}^{{date_short_pretty}} {{time}}|{self.date_and_time(at)}>"
        local = at.astimezone(self.zone)
        return f"{token} ({local:%b} {local.day}, {self.time(at)})"

    def at_the_desk(self, at: datetime) -> str:
        """By the desk's clock alone, with the weekday: for plans, which are made by that clock."""
        local = at.astimezone(self.zone)
        return f"{local:%a} {local:%b} {local.day}, {local:%H:%M}"

    def to_the_second(self, at: datetime) -> str:
        """As `moment`, shorter and with seconds, for lines one below the other."""
        token = f"<!date^{int(at.timestamp())}^{{date_short_pretty}} {{time_secs}}|{self.date_and_time(at)}>"
        return f"{token} ({self.time(at)})"

    def date_and_time(self, at: datetime) -> str:
        """In the desk's zone, in words that need no Slack."""
        local = at.astimezone(self.zone)
        return f"{local:%b} {local.day}, {local.year}, {local:%H:%M %Z}"

    def date(self, at: datetime) -> str:
        """In the desk's zone, in words that need no Slack."""
        local = at.astimezone(self.zone)
        return f"{local:%b} {local.day}, {local.year}"

    def time(self, at: datetime) -> str:
        return f"{at.astimezone(self.zone):%H:%M %Z}"

    def same_day(self, one: datetime, other: datetime) -> bool:
        """By the desk's calendar."""
        return one.astimezone(self.zone).date() == other.astimezone(self.zone).date()


def late_words(what: str, moment: datetime, desk: DeskWords, sent_at: datetime | None) -> str:
    """Said after an outage: both times, in the desk's zone, with the dates when the day is another."""
    if sent_at is None:
        return f" ({what} {desk.time(moment)}, sent late)"
    shown = desk.time if desk.same_day(moment, sent_at) else desk.date_and_time
    return f" ({what} {shown(moment)}, sent {shown(sent_at)})"


def country_words(name: str | None) -> str:
    """As mrkdwn: no name in the registry holds a sign that formats."""
    return escaped(name or "another country")


def mention(person: Actor | PersonId) -> str:
    """As mrkdwn, made from an id and nothing else."""
    found = _PERSON.match(person)
    if found:
        return f"<@{found[1]}>"
    return "the desk itself" if person == SYSTEM else "an operator at the command line"


def due(desk: DeskWords, at: datetime | None, *, desk_default: bool, now: datetime | None = None) -> str:
    """As mrkdwn: when the next step is owed; as of `now` also whether that is past."""
    if at is None:
        return "nothing is due"
    late = ":warning: overdue, " if now and at < now else ""
    return f"{late}{desk.moment(at)}{DESK_DEFAULT if desk_default else ''}"


def history(kind: RecordKind, event: RecordEvent, desk: DeskWords) -> str:
    """As mrkdwn: one step in the life of a record, and the state that it led to unless the step says it."""
    step, state = step_words(event.step), state_words(kind, event.state)
    led_to = "" if state == step or event.step in STAYS else f"; then {state}"
    return f"{desk.moment(event.at)}: {step} by {mention(event.actor)}{led_to}"


def promise(desk: DeskWords, due_at: datetime | None, answer_by: datetime | None) -> str:
    """To a filer: who looks at it by when, when an answer is due, and whom to call when it cannot wait."""
    looked = f" by {desk.moment(due_at)}" if due_at else ""
    if answer_by is None:
        words = f"An officer looks at it{looked}"
    elif due_at is None or due_at < answer_by:
        words = f"An officer looks at it{looked}; an answer is due by {desk.moment(answer_by)}"
    else:
        words = f"An officer looks at it and answers by {desk.moment(answer_by)}"
    return f"{words}{OWN_AIM}. {command_center(desk.telephone)}"


def where_it_stands(kind: RecordKind, reference: str) -> str:
    """As mrkdwn: how the filer asks for it later."""
    return f"`{STATUS_COMMANDS[kind]} {reference}` tells where it stands."


NAMED = 6
"""Items of a checklist that a message names; the details have all."""


def owed(missing: Mapping[str, Sequence[str]]) -> str:
    """In counts: what of the checklist is still owed, and by whom."""
    if not missing:
        return "Nothing is missing."
    items = ", ".join(
        f"{len(labels)} {'item' if len(labels) == 1 else 'items'} from {who}"
        for who, labels in missing.items()
    )
    return f"Still missing: {items}."


def wanted(missing: Mapping[str, Sequence[str]]) -> str:
    """To whoever filed it: what the desk still wants to know, by name; what it owes itself is left out."""
    labels = [label for who, each in missing.items() if who != THE_DESK for label in each]
    if not labels:
        return "Nothing is missing from you; the rest is the desk's." if missing else "Nothing is missing."
    more = f", and {len(labels) - NAMED} more" if len(labels) > NAMED else ""
    return f"Still missing, and it may follow: {'; '.join(labels[:NAMED])}{more}."


def ending(request_kind: RequestKind, code: str | None) -> str:
    """How a request ended; empty while it goes on."""
    if code is None:
        return ""
    return (
        "Merged into another request" if code == DUPLICATE else dict(outcomes(request_kind)).get(code, code)
    )


def owner(person: PersonId | None) -> str:
    return "nobody yet" if person is None else mention(person)


DIRECTIONS: Mapping[Direction, str] = {
    Direction.OUTGOING: "Outgoing: we ask abroad",
    Direction.INCOMING: "Incoming: abroad asks us",
}
NOTICE_DIRECTIONS: Mapping[Direction, str] = {
    Direction.OUTGOING: "Outgoing: the United States asks for it",
    Direction.INCOMING: "Incoming: another country's, recorded here",
}
PRIORITIES: Mapping[Priority, str] = {
    Priority.FLASH: "Flash",
    Priority.URGENT: "Urgent",
    Priority.NORMAL: "Normal",
    Priority.ROUTINE: "Routine",
}
CHANNELS: Mapping[Channel, str] = {
    Channel.TELEPHONE: "Telephone",
    Channel.EMAIL: "E-mail",
    Channel.NRS: "Notice Request Service",
    Channel.WALK_IN: "Walk-in",
}
WAYS: Mapping[Way, str] = {
    Way.EMAIL: "e-mail",
    Way.SMS: "text message",
    Way.PHONE: "telephone",
    Way.CHAT: "another chat",
}
AGENCY_KINDS: Mapping[AgencyKind, str] = {
    AgencyKind.FEDERAL: "Federal",
    AgencyKind.STATE: "State",
    AgencyKind.LOCAL: "Local",
    AgencyKind.TRIBAL: "Tribal",
    AgencyKind.TERRITORIAL: "Territorial",
    AgencyKind.ICAC: "ICAC task force",
    AgencyKind.OTHER: "Other agency",
}
TOPICS: Mapping[Topic, str] = {
    Topic.DOCUMENTS: "Documents",
    Topic.LANGUAGE: "Language",
    Topic.TREATY: "Treaty",
    Topic.HAGUE: "Hague Convention partner",
    Topic.PROVISIONAL_ARREST: "Provisional arrest: days to the full request",
    Topic.OTHER: "Other",
}
TERM_KINDS: Mapping[TermKind, str] = {TermKind.OFFENCE: "Offences", TermKind.PROGRAMME: "Programmes"}
PAGES: Mapping[EscalationState, str] = {
    EscalationState.OPEN: "Nobody has it yet",
    EscalationState.EXHAUSTED: "Nobody answered",
    EscalationState.ACKNOWLEDGED: "Acknowledged",
    EscalationState.RESOLVED: "Resolved",
}
