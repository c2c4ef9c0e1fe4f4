"""Checklists: what a record still needs, whose turn each item is, and by which rule."""

from collections.abc import Sequence

from bot.rules.checklist import Item
from handlers.views.blocks import Block, context, ours, section

TOGETHER = 25
"""Lines in one section, which holds 3000 characters."""
NOTED_TOGETHER = 6
"""Fewer where each line has a sentence of its own."""


def lines(items: Sequence[Item]) -> list[Block]:
    """All of them, ticked or not, with what is wanted and the rule behind it."""
    if not items:
        return []
    told = ["*Checklist*", *map(_line, items)]
    step = NOTED_TOGETHER if any(item.note for item in items) else TOGETHER
    return [section(ours("\n".join(told[start : start + step]))) for start in range(0, len(told), step)]


def conditions(items: Sequence[Item], warnings: Sequence[str]) -> list[Block]:
    """What whoever approves vouches for."""
    return [
        *lines([item for item in items if item.note]),
        *(context(f":warning: {each}") for each in warnings),
    ]


def _line(item: Item) -> str:
    note = f"\n      {item.note}" if item.note and not item.done else f" {item.note}" if item.note else ""
    if item.failed:
        return f":x: *{item.label}*{note}"
    if item.done:
        return f":white_check_mark: {item.label}{note}"
    return f":black_square_button: {item.label} ({item.owed_by}){note}"
