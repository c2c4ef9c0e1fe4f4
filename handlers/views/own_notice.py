"""A notice in the messages of whoever filed it: where it stands in plain words, and what they can do."""

from bot.desk.notice_facts import NoticeCard
from bot.rules.colours import COLOURS, title
from bot.rules.notice_states import OVER, UNSENT
from bot.rules.steps import Offered
from bot.rules.texts import notice_standing
from handlers import action_ids
from handlers.views.blocks import Block, Message, actions, button, confirmed, context, ours, section
from handlers.views.filed_notice import linked
from handlers.views.words import DeskWords, mention, promise, wanted, where_it_stands
from storage.records.notices import NoticeState
from storage.records.reminders import RecordKind

NEEDED = "*The desk needs something from you.* Press the button below."
TAKING_BACK = "Nobody works on it any more after that. To ask again, file a new notice."


def message(card: NoticeCard, desk: DeskWords) -> Message:
    state = NoticeState(card.state)
    standing = notice_standing(state)
    needed = state is NoticeState.NEEDS_INFO
    plain = NEEDED if needed else f"It is {standing.words}. {standing.next_step}"
    name = title(card.colour, card.means, card.direction)
    words = f"{COLOURS[card.colour].emoji} *{card.reference}*  {name}, {desk.country(card.country)}\n{plain}"
    return Message(
        text=f"{card.reference}: {standing.words}",
        blocks=[section(ours(words)), *_notes(card, desk, state), *linked(card.linked), *_buttons(card)],
    )


def _notes(card: NoticeCard, desk: DeskWords, state: NoticeState) -> list[Block]:
    if state in OVER:
        return []
    submitted = state is NoticeState.SUBMITTED
    return [
        *([context(f"With {mention(card.owner)}.")] if card.owner else []),
        *([context(promise(desk, card.due_at, None))] if submitted else []),
        *([context(wanted(card.missing))] if state in UNSENT else []),
        *(context(f":warning: {each}") for each in card.warnings),
        context(where_it_stands(RecordKind.NOTICE, card.reference)),
    ]


def _buttons(card: NoticeCard) -> list[Block]:
    kind = RecordKind.NOTICE
    details = button("Show details", action_ids.details(kind), card.id)
    timeline = button("Timeline", action_ids.NOTICE_TIMELINE, card.id)
    return actions(
        *(_step(each, card.id) for each in card.offered if not each.danger),
        details,
        timeline,
        *(_step(each, card.id) for each in card.offered if each.danger),
    )


def _step(offered: Offered, notice_id: str) -> Block:
    style = "primary" if offered.primary else ""
    made = button(offered.label, action_ids.step(RecordKind.NOTICE, offered.name), notice_id, style=style)
    return confirmed(made, TAKING_BACK, yes="Take back", no="Keep it") if offered.danger else made
