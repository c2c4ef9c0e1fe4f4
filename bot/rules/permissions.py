"""Permissions: which role may do what, and to whose records. What is not named here is refused."""

from collections.abc import Mapping
from enum import StrEnum

from storage.records.people import Actor, Person, PersonId, Role

OPERATOR = "operator:"


class Act(StrEnum):
    """What somebody may want of the desk."""

    ASK_ON_CALL = "ask_on_call"
    OPEN_PAGE = "open_page"
    PAGE_FOR_RECORD = "page_for_record"
    ANSWER_PAGE = "answer_page"
    """Acknowledge a page, hurry its ladder, resolve it."""
    FILE = "file"
    FILE_ON_BEHALF = "file_on_behalf"
    SEE = "see"
    """State, owner and due moment, without personal data."""
    EXPORT = "export"
    """Take a list away as a file, without anybody's name."""
    READ = "read"
    """The details, personal data included; each read is audited."""
    WORK = "work"
    """Claim a record and take its steps."""
    WITHDRAW = "withdraw"
    OVERRIDE = "override"
    """End a notice without its end condition."""
    TAKE_DUTY = "take_duty"
    GIVE_DUTY = "give_duty"
    GRANT = "grant"
    SET_CONTACTS = "set_contacts"
    """Where people are told beyond Slack."""
    REPORT = "report"
    """The figures of a month."""
    LOOK_UP = "look_up"
    """Read the registries: agencies, countries, offences and programmes."""
    EDIT_REGISTRY = "edit_registry"
    REMOVE_AGENCY = "remove_agency"
    IMPORT = "import"
    """Take over the notices of an old register."""
    PURGE = "purge"
    """Erase records that are over and were kept long enough."""


_ALL = frozenset(Role)
_SUPERVISOR = frozenset({Role.SUPERVISOR})
_DESK = frozenset({Role.OFFICER, Role.SUPERVISOR})
_FILERS = _DESK | {Role.REQUESTER}

ROLES: Mapping[Act, frozenset[Role]] = {
    Act.ASK_ON_CALL: _ALL,
    Act.OPEN_PAGE: _ALL,
    Act.PAGE_FOR_RECORD: _ALL,
    Act.ANSWER_PAGE: _DESK,
    Act.FILE: _FILERS,
    Act.FILE_ON_BEHALF: _DESK,
    Act.SEE: _ALL,
    Act.EXPORT: _DESK | {Role.AUDITOR},
    Act.READ: _ALL,
    Act.WORK: _DESK,
    Act.WITHDRAW: _FILERS,
    Act.OVERRIDE: _SUPERVISOR,
    Act.TAKE_DUTY: _DESK,
    Act.GIVE_DUTY: _SUPERVISOR,
    Act.GRANT: _SUPERVISOR,
    Act.SET_CONTACTS: _SUPERVISOR,
    Act.REPORT: _SUPERVISOR,
    Act.LOOK_UP: _ALL,
    Act.EDIT_REGISTRY: _DESK,
    Act.REMOVE_AGENCY: _SUPERVISOR,
    Act.IMPORT: _SUPERVISOR,
    Act.PURGE: _SUPERVISOR,
}

WITHOUT_ROLE = frozenset({Act.ASK_ON_CALL, Act.OPEN_PAGE})
"""Open to everybody of the home workspace: an emergency does not wait for a role."""

NO_ROLE = "You have no role on this desk yet. Ask a supervisor to give you one."


def trusted(actor: Actor) -> bool:
    """An operator at the command line, or the desk itself: no Slack account is behind it."""
    return actor.startswith(OPERATOR) or actor == "system"


def refusal(person: Person, act: Act) -> str | None:
    """The sentence that refuses somebody an act whatever the record, or None when their role allows it."""
    if person.is_bot:
        return "This desk takes instructions from people, not from bots."
    if person.deactivated:
        return "This Slack account is deactivated, so the desk does nothing for it."
    if person.outside and not _admitted(person):
        return (
            "This desk answers people of its own workspace, and those whom a supervisor has admitted. "
            "Telephone or write to the desk instead."
        )
    if person.role is None:
        return None if act in WITHOUT_ROLE else NO_ROLE
    return None if person.role in ROLES[act] else _only(ROLES[act])


def may(
    person: Person, act: Act, *, record_filed_by: PersonId | None = None, record_agency: str | None = None
) -> bool:
    """Whether somebody may do this; with `record_filed_by` given, to that record."""
    if refusal(person, act) is not None:
        return False
    if record_filed_by is None:
        return True
    if act is Act.WITHDRAW:
        return record_filed_by == person.id
    if person.role is not Role.REQUESTER:
        return person.role is not None
    of_agency = record_agency is not None and record_agency == person.agency_id
    return of_agency or (record_filed_by == person.id and not person.outside)


def _admitted(person: Person) -> bool:
    """Admission is for one agency's requester only; any other role does not reach beyond the workspace."""
    return person.role is Role.REQUESTER and person.agency_id is not None


def _only(roles: frozenset[Role]) -> str:
    if roles == _SUPERVISOR:
        return "Only a supervisor may do this."
    if roles == _DESK:
        return "Only officers and supervisors may do this."
    if roles == _DESK | {Role.AUDITOR}:
        return "Only officers, supervisors and auditors may do this."
    return "Your role only reads on this desk. Ask an officer to do this."
