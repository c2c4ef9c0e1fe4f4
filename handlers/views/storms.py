"""Many pages at once in one message, each with its own button, so that a storm stays readable."""

from collections.abc import Sequence

from bot.desk.facts import PageFacts
from handlers import action_ids
from handlers.views.blocks import Block, Message, button, context, ours, section
from handlers.views.pages import about, sign, standing_words
from handlers.views.words import PRIORITIES, DeskWords, mention
from storage.records.announcements import SurfaceKind

HEADLINES = {
    SurfaceKind.PAGE: "{pages} at once",
    SurfaceKind.PAGE_NUDGE: "Waiting for you still: {pages}",
    SurfaceKind.PAGE_EVERYONE: "<!channel> Nobody has them yet: {pages}",
    SurfaceKind.PAGE_NOBODY: "<!channel> :rotating_light: NOBODY ANSWERED: {pages}",
}


def message(kind: SurfaceKind, pages: Sequence[PageFacts], desk: DeskWords) -> Message:
    """References, states and who has each; what is waited for has a button of its own."""
    counted = f"{len(pages)} page{'' if len(pages) == 1 else 's'}"
    headline = HEADLINES[kind].format(pages=counted)
    waiting = sum(each.is_waiting for each in pages)
    return Message(
        text=f"{counted} at once, waiting for somebody: {waiting}",
        blocks=[
            section(ours(f"*{headline}*")),
            *(_line(row, each) for row, each in enumerate(pages)),
            context(f"If one cannot wait, call the command center: {desk.telephone}."),
        ],
    )


def _line(row: int, page: PageFacts) -> Block:
    holder = f", {mention(page.acknowledged_by)}" if page.acknowledged_by else ""
    named = f", about {about(page)}" if about(page) else ""
    state = f"{PRIORITIES[page.priority]}: {standing_words(page)}"
    words = f"{sign(page.state)} *{page.reference}*  {state}{holder}{named}"
    if not page.is_waiting:
        return section(ours(words))
    return section(ours(words), accessory=button("Acknowledge", action_ids.acknowledge(row), page.id))
