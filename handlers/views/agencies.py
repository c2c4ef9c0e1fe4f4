"""Agencies as the registry has them: one whole, or several in short."""

from bot.desk.registry_facts import AgencyList
from bot.rules.registry_fields import liaisons_text
from bot.rules.states import STATES
from handlers import action_ids
from handlers.views.blocks import (
    Block,
    Message,
    actions,
    button,
    confirmed,
    context,
    fields,
    line,
    our_field,
    ours,
    said,
    said_field,
    section,
    told,
    words,
)
from handlers.views.words import AGENCY_KINDS, DeskWords
from storage.records.agencies import Agency

SHOWN = 20
MOST_FOUND = 100
"""The desk looks for no more of one name."""
NOT_RECORDED = "not recorded"


def message(found: AgencyList, desk: DeskWords) -> Message:
    if len(found.agencies) == 1 and found.state is None:
        return _one(found.agencies[0], found, desk)
    many = len(found.agencies)
    count = f"{many} found" if many < MOST_FOUND or found.state else f"at least {many} found"
    return Message(
        text=f"Agencies: {count}",
        blocks=[
            section(ours(f"*Agencies{f' in {STATES[found.state]}' if found.state else ''}*: {count}")),
            *([] if found.state else [line(words("For: ", bold=True), words(found.words))]),
            *(_row(each, number) for number, each in enumerate(found.agencies[:SHOWN])),
            *([context("More fit. Type more of the name.")] if many > SHOWN else []),
            *([] if many else [context("Give an ORI, a state such as TX, or a part of the name.")]),
            *(_add() if found.may_edit else []),
        ],
    )


def saved(agency: Agency) -> Message:
    return Message(
        text="The agency is saved",
        blocks=[line(words(agency.name, bold=True), words(f" is saved. {_how(agency)}"))],
    )


def removed(agency: Agency) -> Message:
    sentence = f" is removed: nobody can file for it now, and records keep it. {_how(agency)}"
    return Message(
        text="The agency is removed", blocks=[line(words(agency.name, bold=True), words(sentence))]
    )


def restored(agency: Agency) -> Message:
    sentence = f" is back: it can be filed for again. {_how(agency)}"
    return Message(text="The agency is back", blocks=[line(words(agency.name, bold=True), words(sentence))])


def _one(agency: Agency, found: AgencyList, desk: DeskWords) -> Message:
    gone = (
        [context(f":no_entry: Removed {desk.moment(agency.removed_at)}: nobody can file for it.")]
        if agency.removed_at
        else []
    )
    return Message(
        text="An agency of the registry",
        blocks=[
            section(said(agency.name)),
            *gone,
            *fields(
                our_field("Kind", AGENCY_KINDS[agency.kind]),
                our_field("State", STATES.get(agency.state, agency.state)),
                our_field("ORI", agency.ori or NOT_RECORDED),
                said_field("Telephone", agency.telephone or NOT_RECORDED),
                said_field("E-mail", agency.email or NOT_RECORDED),
                our_field("Registry id", f"`{agency.id}`"),
            ),
            *told("Liaison people", liaisons_text(agency.liaisons) or NOT_RECORDED),
            *_buttons(agency, found),
        ],
    )


def _row(agency: Agency, number: int) -> Block:
    contact = " · ".join(part for part in (agency.telephone, agency.email) if part) or "no contact recorded"
    ori = f"ORI {agency.ori}" if agency.ori else "no ORI recorded"
    facts = f"{agency.name}\n{AGENCY_KINDS[agency.kind]}, {agency.state}, {ori}\n{contact}"
    return section(said(facts), accessory=button("Open", action_ids.show_agency(number), agency.id))


def _buttons(agency: Agency, found: AgencyList) -> list[Block]:
    value = f"{agency.id} {agency.version}"
    remove = confirmed(
        button("Remove", action_ids.REMOVE_AGENCY, value, style="danger"),
        "Nobody can file for it any more. Records keep it.",
        yes="Remove",
        no="Keep",
    )
    restore = button("Restore", action_ids.RESTORE_AGENCY, value)
    return actions(
        *([button("Edit", action_ids.EDIT_AGENCY, agency.id)] if found.may_edit else []),
        *([restore if agency.removed_at else remove] if found.may_remove else []),
    )


def _add() -> list[Block]:
    return actions(button("New agency", action_ids.ADD_AGENCY, "new"))


def _how(agency: Agency) -> str:
    return f"/liaison agency {agency.ori or agency.id} shows it."
