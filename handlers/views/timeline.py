"""The timeline of a page: who was told when, how they were reached, how long it took, and what they did."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from bot.desk.facts import Timeline, TimelineEntry
from bot.rules.page_words import STEPS
from handlers.views.blocks import Block, Message, View, context, modal, ours, section
from handlers.views.words import WAYS, DeskWords, mention
from storage.records.people import SYSTEM

LINES_TOGETHER = 10
"""Lines in one block: a hundred blocks fit into a modal, and three thousand characters into a block."""
IN_THREAD = 20
"""A message has room for less; the whole timeline is behind its button."""


def view(timeline: Timeline, desk: DeskWords) -> View:
    return modal(f"{timeline.page.reference}: timeline"[:24], _blocks(timeline, desk))


def message(timeline: Timeline, desk: DeskWords) -> Message:
    """To somebody who typed for it."""
    return Message(text=f"Timeline of {timeline.page.reference}", blocks=_blocks(timeline, desk))


def thread(timeline: Timeline, desk: DeskWords) -> Message:
    """Under the page's message in the channel; edited in place."""
    latest = timeline.entries[-IN_THREAD:]
    left_out = timeline.left_out + len(timeline.entries) - len(latest)
    return Message(
        text=f"What has happened about {timeline.page.reference}",
        blocks=[*_older(left_out), *_lines(latest, desk)],
    )


def _blocks(timeline: Timeline, desk: DeskWords) -> list[Block]:
    return [
        section(ours(f"*{timeline.page.reference}*: who, when, how reached, how long")),
        *_older(timeline.left_out),
        *_lines(timeline.entries, desk),
    ]


def _older(left_out: int) -> list[Block]:
    return [context(f"{left_out} older entries are left out.")] if left_out else []


def _lines(entries: Sequence[TimelineEntry], desk: DeskWords) -> Iterable[Block]:
    for start in range(0, len(entries), LINES_TOGETHER):
        some = entries[start : start + LINES_TOGETHER]
        yield section(ours("\n".join(_line(entry, desk) for entry in some)))


def _line(entry: TimelineEntry, desk: DeskWords) -> str:
    return f"• {desk.to_the_second(entry.at)}  {_what(entry)}{_took(entry)}"


def _what(entry: TimelineEntry) -> str:
    people = ", ".join(_named(each) for each in entry.people)
    if entry.way is not None:
        reached = "could not be reached by" if entry.failed else "was reached by"
        return f"{people} {reached} {WAYS[entry.way]}"
    words = STEPS.get(entry.what, entry.what.replace("_", " ")).format(people=people or "somebody")
    by = f" by {mention(entry.actor)}" if entry.actor and entry.actor != SYSTEM else ""
    return f"{words}{by}"


def _named(person: str) -> str:
    return "the desk's own address" if person == "desk" else mention(person)  # type: ignore[arg-type]  # An id of either kind.


def _took(entry: TimelineEntry) -> str:
    return f" (after {duration(entry.took)})" if entry.took is not None else ""


def duration(span: timedelta) -> str:
    """`42 s`, `7 min`, `3 h 5 min`."""
    seconds = int(span.total_seconds())
    if seconds < 60:  # noqa: PLR2004  Seconds of a minute.
        return f"{seconds} s"
    minutes, hours = seconds // 60 % 60, seconds // 3600
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
