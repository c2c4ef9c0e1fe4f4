"""A list as a CSV file, in which no cell is a formula."""

import csv
import io
from dataclasses import dataclass

from bot.desk.facts import Exported
from bot.rules.csv_rows import harmless
from handlers.views.blocks import Message, ours, section


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    name: str
    text: str
    words: str
    """What is said with it."""


_NAMES = {"request": "requests.csv", "notice": "notices.csv"}
_WARNING = "It holds no names. Keep it as long as you need it, and no longer."


def text(exported: Exported) -> str:
    """With the byte order mark without which some programs take it for another encoding."""
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow(exported.columns)
    lines.writerows([harmless(cell) for cell in row] for row in exported.rows)
    return f"\ufeff{written.getvalue()}"


def file(exported: Exported) -> File:
    return File(name=_NAMES[exported.record_kind], text=text(exported), words=f"{_said(exported)} {_WARNING}")


def sent(exported: Exported) -> Message:
    words = f"{_said(exported)} The file is in your direct messages with the desk."
    return Message(text=words, blocks=[section(ours(words))])


def _said(exported: Exported) -> str:
    count, noun = len(exported.rows), exported.record_kind
    return f"1 {noun}." if count == 1 else f"{count} {noun}s."
