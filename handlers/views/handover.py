"""A handover: what the outgoing officer leaves to the incoming one."""

from collections.abc import Iterator, Sequence

from bot.rules.deadline_rules import OF_STATE, RULES
from bot.rules.texts import state_words
from handlers import action_ids
from handlers.views.blocks import Block, Message, actions, button, context, ours, section
from handlers.views.words import PAGES, DeskWords, mention
from storage.records.escalations import EscalationState
from storage.records.handovers import BriefPart, BriefRow, Handover
from storage.records.people import PersonId

HEADS = {
    BriefPart.PAGE: "Open pages",
    BriefPart.PRESSING: "Urgent and flash requests",
    BriefPart.DUE: "Overdue, or due in this shift",
}
_TOGETHER = 8
"""Lines in one section, so that the longest stay within what Slack takes."""


def message(facts: Handover, desk: DeskWords, *, reader: PersonId | None = None) -> Message:
    """`reader` is who sees it; the incoming officer finds the button with which to acknowledge it."""
    return Message(
        text="Handover of the desk",
        blocks=[
            section(ours(f"*Handover* {desk.moment(facts.at)}\n{_sentence(facts, desk)}")),
            *_parts(facts.rows, desk),
            *([context(f"… and {facts.more} more: `/liaison due`, `/notice due`")] if facts.more else []),
            section(ours(_standing(facts, desk))),
            *_buttons(facts, reader),
        ],
    )


def acknowledged(facts: Handover, desk: DeskWords) -> Message:
    """To the incoming officer."""
    until = f" until {desk.moment(facts.until)}" if facts.until else ""
    words = f"You have the desk{until}. The handover is acknowledged."
    return Message(text="The handover is acknowledged", blocks=[section(ours(words))])


def none() -> Message:
    return Message(
        text="No handover yet",
        blocks=[
            section(
                ours(
                    "There was no handover yet. It comes with the first change of shift of a planned roster."
                )
            )
        ],
    )


def _sentence(facts: Handover, desk: DeskWords) -> str:
    until = f", until {desk.moment(facts.until)}" if facts.until else ""
    before = f" from {mention(facts.outgoing)}" if facts.outgoing else ", which nobody had before"
    return f"{mention(facts.incoming)} takes over the desk{before}{until}."


def _standing(facts: Handover, desk: DeskWords) -> str:
    if facts.acknowledged_by and facts.acknowledged_at:
        who, at = mention(facts.acknowledged_by), desk.moment(facts.acknowledged_at)
        return f":white_check_mark: Acknowledged by {who} {at}."
    return f"To be acknowledged by {mention(facts.incoming)} until {desk.moment(facts.acknowledge_by)}."


def _buttons(facts: Handover, reader: PersonId | None) -> list[Block]:
    if facts.acknowledged_by or reader != facts.incoming:
        return []
    return actions(button("I have the desk", action_ids.HANDOVER_ACKNOWLEDGE, facts.id, style="primary"))


def _parts(rows: Sequence[BriefRow], desk: DeskWords) -> Iterator[Block]:
    for part, head in HEADS.items():
        lines = [_line(each, desk) for each in rows if each.part is part]
        shown = lines or ["nothing"]
        yield section(ours(f"*{head}*\n" + "\n".join(shown[:_TOGETHER])))
        for start in range(_TOGETHER, len(shown), _TOGETHER):
            yield section(ours("\n".join(shown[start : start + _TOGETHER])))


def _line(row: BriefRow, desk: DeskWords) -> str:
    has = f", with {mention(row.owner)}" if row.owner else ", with nobody"
    if row.record_kind is None:
        since = f", since {desk.moment(row.at)}" if row.at else ""
        return f"• *{row.reference}* {PAGES[EscalationState(row.state)]}{since}{has if row.owner else ''}"
    due = f", due {desk.moment(row.at)}" if row.at else ""
    rule = row.rule or OF_STATE.get(row.state)
    what = f", {RULES[rule].words}" if rule and row.part is BriefPart.DUE else ""
    return f"• *{row.reference}* is {state_words(row.record_kind, row.state)}{what}{due}{has}"
