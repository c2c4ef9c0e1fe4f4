"""Many pages at once in one message, each with its own button, so that a storm stays readable."""

from collections.abc import Sequence

from bot.desk.facts import PageFacts
from handlers import action_ids
from handlers.views.blocks import Block, Message, button, context, ours, section
from handlers.views.pages import sign
from handlers.views.words import PAGES, PRIORITIES, DeskWords, mention
from storage.records.announcements import SurfaceKind

HEADLINES = {
    SurfaceKind.PAGE: "{count} pages at once",
    SurfaceKind.PAGE_NUDGE: "{count} pages still wait for you",
    SurfaceKind.PAGE_EVERYONE: "<!channel> Nobody has these {count} pages yet",
    SurfaceKind.PAGE_NOBODY: "<!channel> :rotating_light: NOBODY ANSWERED: {count} pages",
}


def message(kind: SurfaceKind, pages: Sequence[PageFacts], desk: DeskWords) -> Message:
    """References, states and who has each; what is waited for has a button of its own."""
    headline = HEADLINES[kind].format(count=len(pages))
    waiting = sum(each.is_waiting for each in pages)
    return Message(
        text=f"{len(pages)} pages at once, {waiting} of them wait for somebody",
        blocks=[
            section(ours(f"*{headline}*")),
            *(_line(row, each) for row, each in enumerate(pages)),
            context(f"If one cannot wait, call the command center: {desk.telephone}."),
        ],
    )


def _line(row: int, page: PageFacts) -> Block:
    holder = f", {mention(page.acknowledged_by)}" if page.acknowledged_by else ""
    about = f" about {page.record_reference}" if page.record_reference else ""
    state = f"{PRIORITIES[page.priority]}: {PAGES[page.state]}"
    words = f"{sign(page.state)} *{page.reference}*{about}  {state}{holder}"
    if not page.is_waiting:
        return section(ours(words))
    return section(ours(words), accessory=button("Acknowledge", action_ids.acknowledge(row), page.id))
