"""Every page that is not resolved, and the figures of a month's pages."""

from collections.abc import Sequence
from datetime import timedelta

from bot.desk.facts import PageRow
from bot.rules.page_report import Figures, Report
from handlers.views.blocks import Block, Message, context, ours, section
from handlers.views.pages import sign
from handlers.views.timeline import duration
from handlers.views.words import PAGES, PRIORITIES, DeskWords, mention

ROWS = 40
"""Pages in one answer at most; older ones first, for those wait longest."""
LINES_TOGETHER = 10
BAR = "▇"
LONGEST_BAR = 20


def message(rows: Sequence[PageRow], desk: DeskWords) -> Message:
    lines = [_line(each, desk) for each in rows[:ROWS]]
    more = [context(f"And {len(rows) - ROWS} newer ones.")] if len(rows) > ROWS else []
    blocks: list[Block] = [
        section(ours(f"*Pages that are not resolved*: {len(rows)}")),
        *(
            section(ours("\n".join(lines[start : start + LINES_TOGETHER])))
            for start in range(0, len(lines), LINES_TOGETHER)
        ),
        *more,
    ]
    return Message(text=f"{len(rows)} pages are not resolved", blocks=blocks)


def _line(row: PageRow, desk: DeskWords) -> str:
    holder = f", {mention(row.holder)}" if row.holder else ""
    since = f", opened {desk.moment(row.opened_at)}" if row.opened_at else ""
    about = f", about {row.about}" if row.about else ""
    state = f"{PRIORITIES[row.priority]}: {PAGES[row.state]}"
    return f"{sign(row.state)} *{row.reference}*  {state}{holder}{about}{since}"


def report(found: Report, desk: DeskWords) -> Message:
    """Numbers only, of a whole month."""
    by_priority = [f"*{PRIORITIES[priority]}*: {_figures(each)}" for priority, each in found.by_priority]
    most = max((each.pages for each in found.by_hour), default=0)
    by_hour = [
        f"`{each.hour:02}:00  {_bar(each.pages, most)}` {each.pages}, median {_span(each.median)}"
        for each in found.by_hour
    ]
    return Message(
        text=f"Pages in {found.month}",
        blocks=[
            section(ours(f"*Pages in {found.month}*\n{_figures(found.overall)}")),
            *([section(ours("\n".join(by_priority)))] if by_priority else []),
            *([section(ours("*By hour of the day*\n" + "\n".join(by_hour)))] if by_hour else []),
            context(f"{found.came_back} came back to the ladder. Hours are of {desk.zone.key}."),
        ],
    )


def _figures(figures: Figures) -> str:
    steps = f"{figures.steps:.1f} steps of the ladder" if figures.steps is not None else "no step counted"
    return (
        f"{figures.pages} opened, {figures.acknowledged} acknowledged: median {_span(figures.median)}, "
        f"nine of ten within {_span(figures.ninetieth)}, {steps}"
    )


def _span(span: timedelta | None) -> str:
    return "none yet" if span is None else duration(span)


def _bar(pages: int, most: int) -> str:
    return (BAR * max(1, round(pages / most * LONGEST_BAR))).ljust(LONGEST_BAR)
