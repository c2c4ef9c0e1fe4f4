"""The daily digest: references, states and days, a row each, as many as a message has room for."""

from datetime import datetime

from bot.rules.deadline_rules import RULES
from bot.rules.texts import state_words
from handlers import action_ids
from handlers.views.blocks import Block, Message, button, context, ours, section
from handlers.views.words import DeskWords, late_words, owner
from storage.records.announcements import DailyDigest, DigestPart, DigestRow

TITLES = {
    DigestPart.OVERDUE: ":warning: Overdue",
    DigestPart.TODAY: "Due today",
    DigestPart.WEEK: "Due within a week",
    DigestPart.COMING: "Coming up",
    DigestPart.BACK: "The person is back, and it still stands",
}
_COUNTED = {
    DigestPart.OVERDUE: "overdue",
    DigestPart.TODAY: "due today",
    DigestPart.WEEK: "due within a week",
    DigestPart.COMING: "coming up",
    DigestPart.BACK: "to be withdrawn",
}


def message(facts: DailyDigest, desk: DeskWords, sent_at: datetime | None) -> Message:
    late = late_words("due", facts.at, desk, sent_at) if facts.late else ""
    counts = ", ".join(
        f"{count} {_COUNTED[part]}"
        for part in DigestPart
        if (count := sum(row.part is part for row in facts.rows))
    )
    title = f"Digest of {desk.date(facts.at)}"
    blocks = [section(ours(f"*{title}{late}*"))]
    for part in DigestPart:
        rows = [(number, row) for number, row in enumerate(facts.rows) if row.part is part]
        blocks += [context(f"*{TITLES[part]}*")] if rows else []
        blocks += [_row(row, number, desk) for number, row in rows]
    if facts.more:
        blocks.append(context(f"And {facts.more} more: `/notice due` and `/liaison due` show all."))
    return Message(text=f"{title}: {counts}", blocks=blocks)


def _row(row: DigestRow, number: int, desk: DeskWords) -> Block:
    what = f"{RULES[row.rule].words}, " if row.rule else ""
    due = (
        f"{what}due {desk.moment(row.at)}"
        if row.part is not DigestPart.BACK
        else "withdraw it, or say why it goes on"
    )
    words = f"*{row.reference}*  {state_words(row.record_kind, row.state)}, owner: {owner(row.owner)}\n{due}"
    details = button("Show details", action_ids.details(row.record_kind, number), row.record_id)
    return section(ours(words), accessory=details)
