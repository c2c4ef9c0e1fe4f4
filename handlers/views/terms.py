"""Offences and programmes as the registry has them."""

from bot.desk.registry_facts import TermList
from handlers import action_ids
from handlers.views.blocks import Block, Message, actions, button, context, cut, escaped, ours, said, section
from handlers.views.words import TERM_KINDS, DeskWords
from storage.records.terms import Term

SHOWN, SOURCE = 40, 80
"""Rows, and characters of a source: more of them would not fit into a message."""


def message(found: TermList, desk: DeskWords) -> Message:
    title = TERM_KINDS[found.kind]
    offered = [each for each in found.terms if each.retired_at is None]
    retired = [each for each in found.terms if each.retired_at is not None]
    rows = [*offered, *retired][:SHOWN]
    hidden = len(found.terms) - len(rows)
    return Message(
        text=f"{title}: {len(offered)}",
        blocks=[
            section(ours(f"*{title}*: {len(offered)}, and {len(retired)} retired")),
            *(_row(each, number, desk, may_edit=found.may_edit) for number, each in enumerate(rows)),
            *([context(f"{hidden} more are retired.")] if hidden else []),
            *(_add(found) if found.may_edit else []),
        ],
    )


def saved(term: Term) -> Message:
    label = escaped(term.label)
    what = "is retired: forms do not offer it, and records keep it" if term.retired_at else "is saved"
    return Message(text=f"The {term.kind} is saved", blocks=[section(ours(f"*{label}* {what}."))])


def _row(term: Term, number: int, desk: DeskWords, *, may_edit: bool) -> Block:
    retired = f"\nRetired {desk.date_and_time(term.retired_at)}" if term.retired_at else ""
    words = f"{term.label}\nCode: {term.code}. Source: {cut(term.source, SOURCE)}{retired}"
    edit = button("Edit", action_ids.edit_term(number), f"{term.kind} {term.code}")
    return section(said(words), accessory=edit if may_edit else None)


def _add(found: TermList) -> list[Block]:
    return actions(button(f"New {found.kind}", action_ids.add_term(found.kind), found.kind))
