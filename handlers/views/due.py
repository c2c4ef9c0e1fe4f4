"""One page of what falls due when, with the way to the next and the previous page."""

from bot.desk.facts import DueList, DueRow
from bot.rules.deadline_rules import RULES
from handlers import action_ids
from handlers.views.blocks import Block, Message, actions, button, context, escaped, ours, section
from handlers.views.listing import TITLES, Turn, turning
from handlers.views.words import DeskWords, owner
from storage.records.reminders import RecordKind


def message(found: DueList, desk: DeskWords) -> Message:
    span = "within a day" if found.days == 1 else f"within {found.days} days"
    title = f"{TITLES[found.record_kind]} due {span}"
    rows = [_row(each, found.record_kind, number, desk) for number, each in enumerate(found.rows)]
    return Message(
        text=f"{title}: {found.total} found, page {found.page} of {found.pages}",
        blocks=[
            section(ours(f"*{title}*: {found.total} found, overdue ones first")),
            *(rows or [context("Nothing falls due. Write how far ahead to look, such as `30d`.")]),
            context(f"Page {found.page} of {found.pages}"),
            *_turning(found),
        ],
    )


def _row(due: DueRow, kind: RecordKind, number: int, desk: DeskWords) -> Block:
    row, late = due.row, ":warning: overdue, " if due.overdue else ""
    what = RULES[due.rule].words if due.rule else "next step"
    words = (
        f"{late}*{what}*, due {desk.moment(due.at)}\n"
        f"*{row.reference}*  {escaped(row.what)}, {row.state_words}, owner: {owner(row.owner)}"
    )
    return section(ours(words), accessory=button("Show details", action_ids.details(kind, number), row.id))


def _turning(found: DueList) -> list[Block]:
    here = Turn(words=f"{found.days}d", page=found.page)
    previous, following = (action_ids.due_page(found.record_kind, each) for each in ("previous", "next"))
    return actions(*turning(here, found.pages, previous=previous, following=following))
