"""To whoever filed a request: what happens next, what is missing, and whether somebody asks the same."""

from collections.abc import Sequence

from bot.desk.request_facts import Alike, Filed
from bot.rules.kinds import KINDS
from handlers.views.blocks import Block, Message, context, line, ours, section, words
from handlers.views.words import DeskWords, promise, wanted, where_it_stands
from storage.records.reminders import RecordKind
from storage.records.requests import Direction, Priority

LATE = ":warning: Late: the journey was announced less than 21 days before it (28 CFR 72)."
FLASH = ":rotating_light: It is a flash request: the officer on duty is being paged now."
NAMED = 6
"""Others about the same that are named."""
SIGNS = {
    "person": "the same person",
    "document": "the same document",
    "fbi_number": "the same FBI number",
    "a_number": "the same A-number",
    "case": "the same case number",
    "series": "the same series",
    "cybertip": "the same CyberTipline report",
    "address": "the same web address",
    "digest": "the same file",
}


def message(filed: Filed, desk: DeskWords) -> Message:
    request = filed.request
    promised = promise(desk, request.due_at, filed.answer_by)
    blocks: list[Block] = [
        section(ours(f"*{request.reference}* is filed: {KINDS[request.kind].label}. {promised}")),
        *([context(FLASH)] if request.priority is Priority.FLASH else []),
        *([context(LATE)] if filed.late and request.direction is Direction.OUTGOING else []),
        context(wanted(filed.missing)),
        *alike_told(filed.alike),
        context(where_it_stands(RecordKind.REQUEST, request.reference)),
    ]
    return Message(text=f"{request.reference} is filed", blocks=blocks)


def alike_told(found: Sequence[Alike]) -> list[Block]:
    """That there is another one, and which unit to call. What stands in it is not said."""
    more = len(found) - NAMED
    return [*map(_alike, found[:NAMED]), *([context(f"And {more} more.")] if more > 0 else [])]


def _alike(each: Alike) -> Block:
    return (
        line(words(each.reference, bold=True), words(f" is about {_signs(each)}. Look whether it is enough."))
        if each.reference
        else line(
            words(f"Somebody works on {_signs(each)} already. Call "),
            words(each.unit, bold=True),
            words(" before you go on."),
        )
    )


def _signs(each: Alike) -> str:
    return " and ".join(SIGNS[sign] for sign in each.signs)
