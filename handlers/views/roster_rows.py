"""Spans of the roster: as a table where Slack shows one, and as lines where it does not."""

from collections.abc import Sequence
from datetime import datetime

from bot.desk.roster_facts import RosterRow
from bot.rules.rota.layers import Layer
from handlers.views.blocks import Block, escaped, person, words
from handlers.views.words import DeskWords, mention
from storage.records.people import PersonId

MOST_ROWS, MOST_LINES = 30, 45
"""Of a table, which has to fit into an answer, and of lines: three turns a day for two weeks."""
WHENCE = {
    Layer.OVERRIDE: "put in",
    Layer.SWAP: "by a swap",
    Layer.TURN: "rotation",
    Layer.WRITTEN: "by a calendar",
}


def table(first: Sequence[RosterRow], second: Sequence[RosterRow], desk: DeskWords) -> Block:
    """Each change with the reader's time, the desk's, and who has the desk from then on."""
    heads = ("From, your time", "At the desk", "Who", "What")
    rows = [(row, "") for row in first[:MOST_ROWS]]
    rows += [(row, "behind") for row in second[:MOST_ROWS] if row.person]
    return {
        "type": "table",
        "column_settings": [{"is_wrapped": True} for _ in heads],
        "rows": [
            [_cell(words(each)) for each in heads],
            *(_row(row, tier, desk) for row, tier in rows),
        ],
    }


def lines(rows: Sequence[RosterRow], desk: DeskWords) -> str:
    """As mrkdwn: one line for each, with when it begins by the desk's clock."""
    shown = [
        f"• {desk.at_the_desk(row.starts_at)}: {_who(row)}{_said(_notes(row))}" for row in rows[:MOST_LINES]
    ]
    more = [f"… and {len(rows) - MOST_LINES} more"] if len(rows) > MOST_LINES else []
    return "\n".join([*shown, *more])


def _row(row: RosterRow, tier: str, desk: DeskWords) -> list[Block]:
    who = person(row.person) if row.person else words("nobody")
    notes = "; ".join([*([tier] if tier else []), *_notes(row)])
    return [
        _cell(_date(row.starts_at, desk)),
        _cell(words(f"{_weekday(row, desk)} {desk.date_and_time(row.starts_at)}")),
        _cell(who),
        _cell(words(notes or "-")),
    ]


def _weekday(row: RosterRow, desk: DeskWords) -> str:
    """By the desk's calendar."""
    return f"{row.starts_at.astimezone(desk.zone):%a}"


def _notes(row: RosterRow) -> list[str]:
    whence = WHENCE[row.layer] if row.layer else ""
    return [*([whence] if whence else []), *row.holidays]


def _said(notes: Sequence[str]) -> str:
    return f" ({escaped('; '.join(notes))})" if notes else ""


def _who(row: RosterRow) -> str:
    if row.person is None and row.gone is not None:
        return f"*nobody*, since {mention(row.gone)} has left"
    return mention(PersonId(row.person)) if row.person else "*nobody*"


def _date(at: datetime, desk: DeskWords) -> Block:
    return {
        "type": "date",
        "timestamp": int(at.timestamp()),
        "format": "{date_short_pretty} {time}",
        "fallback": desk.date_and_time(at),
    }


def _cell(piece: Block) -> Block:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [piece]}]}
