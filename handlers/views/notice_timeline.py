"""The timeline of a notice: which steps were taken when and by whom, and how long it stood in each state."""

from collections.abc import Sequence
from datetime import datetime

from bot.desk.notice_facts import NoticeTimeline
from bot.rules.texts import STAYS, state_words, step_words
from handlers.views.blocks import Block, Message, View, context, modal, ours, section
from handlers.views.timeline import LINES_TOGETHER, duration
from handlers.views.words import DeskWords, mention
from storage.records.notices import RecordEvent
from storage.records.reminders import RecordKind

IN_THREAD = 20
"""A message has room for less; the whole timeline is behind its button."""


def view(timeline: NoticeTimeline, desk: DeskWords) -> View:
    heading = section(ours(f"*{timeline.reference}*: which step, when, by whom, after how long"))
    return modal(f"{timeline.reference}: timeline"[:24], [heading, *_blocks(timeline, desk)])


def thread(timeline: NoticeTimeline, desk: DeskWords) -> Message:
    """Under the notice's card in the channel; edited in place."""
    text = f"What has happened about {timeline.reference}"
    return Message(text=text, blocks=_blocks(timeline, desk))


def _blocks(timeline: NoticeTimeline, desk: DeskWords) -> list[Block]:
    older = [context(f"{timeline.left_out} older steps are left out.")] if timeline.left_out else []
    told = _lines(timeline.events, desk)
    starts = range(0, len(told), LINES_TOGETHER)
    return [*older, *(section(ours("\n".join(told[start : start + LINES_TOGETHER]))) for start in starts)]


def _lines(events: Sequence[RecordEvent], desk: DeskWords) -> list[str]:
    before: list[datetime | None] = [None, *(each.at for each in events)]
    return [_line(each, earlier, desk) for each, earlier in zip(events, before, strict=False)]


def _line(event: RecordEvent, earlier: datetime | None, desk: DeskWords) -> str:
    step, state = step_words(event.step), state_words(RecordKind.NOTICE, event.state)
    led_to = "" if state == step or event.step in STAYS else f"; then {state}"
    after = f" (after {duration(event.at - earlier)})" if earlier else ""
    return f"• {desk.to_the_second(event.at)}  {step} by {mention(event.actor)}{led_to}{after}"
