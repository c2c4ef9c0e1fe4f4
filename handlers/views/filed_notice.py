"""To whoever filed a notice: what happens next, what is missing, what may hinder it, and its case."""

from collections.abc import Sequence

from bot.desk.notice_facts import Linked, NoticeFiled
from bot.rules.colours import COLOURS, title
from bot.rules.texts import state_words
from handlers.views.blocks import Block, Message, context, ours, section
from handlers.views.filed import alike_told
from handlers.views.words import DeskWords, promise, wanted, where_it_stands
from storage.records.reminders import RecordKind
from storage.records.requests import Direction


def message(filed: NoticeFiled, desk: DeskWords) -> Message:
    notice = filed.notice
    name = title(notice.colour, notice.means, notice.direction)
    promised = promise(desk, notice.due_at, None) if notice.direction is Direction.OUTGOING else ""
    blocks: list[Block] = [
        section(ours(f"*{notice.reference}* is filed: {name}. {promised}".strip())),
        *([context(wanted(filed.missing))] if promised else []),
        *(context(f":warning: {each}") for each in filed.warnings),
        *alike_told(filed.alike),
        *linked(filed.linked),
        context(where_it_stands(RecordKind.NOTICE, notice.reference)),
    ]
    return Message(text=f"{notice.reference} is filed", blocks=blocks)


def linked(found: Sequence[Linked]) -> list[Block]:
    """The notices of the same case."""
    named = ", ".join(
        f"{COLOURS[each.colour].emoji} {each.reference} ({state_words(RecordKind.NOTICE, each.state)})"
        for each in found
    )
    return [context(f"Of the same case: {named}")] if named else []
