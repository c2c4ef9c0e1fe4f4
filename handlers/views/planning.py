"""The plan of a rotation: its preview before it is saved, and what an override did."""

from bot.desk.roster_facts import Preview, Week
from handlers import action_ids
from handlers.views import roster_rows
from handlers.views.blocks import Block, Message, actions, button, context, ours, section
from handlers.views.roster_told import hours, trouble_words
from handlers.views.words import DeskWords, mention
from storage.records.announcements import Hours
from storage.records.roster import Shift, Tier

THEIRS = {
    Tier.FIRST: ("has the desk", "loses the desk"),
    Tier.SECOND: ("stands behind", "does not stand behind any more"),
}
MOST = 12
"""Lines of a part; what more there is is counted."""
_TOGETHER = 8
"""Lines in one section, so that the longest stay within what Slack takes."""


def preview(facts: Preview, desk: DeskWords) -> list[Block]:
    """The next fourteen days, what changes for whom, and what is wrong with it."""
    return [
        section(ours(f"*The next fourteen days*, to {desk.moment(facts.until)}")),
        *_sections(roster_rows.lines(facts.rows, desk)),
        *_sections("\n".join(["*What changes for whom*", *_cut(_changes(facts, desk))])),
        *_troubles(facts, desk),
        context("Nothing is saved yet. Each of them hears of their own changes once it is."),
        *actions(button("Change it", action_ids.ROSTER_CHANGE, facts.form.tier)),
    ]


def saved(facts: Week, desk: DeskWords) -> Message:
    return Message(
        text="The rotation is saved",
        blocks=[
            section(ours(":white_check_mark: *The rotation is saved.* The next seven days:")),
            *_sections(roster_rows.lines(facts.first, desk)),
            context("`/oncall schedule second` plans who stands behind them."),
            *actions(button("Put somebody in", action_ids.ROSTER_OVERRIDE, "override")),
        ],
    )


def ended(facts: Week, desk: DeskWords) -> Message:
    return Message(
        text="The rotation has ended",
        blocks=[
            section(ours("*The rotation has ended.* The next seven days:")),
            *_sections(roster_rows.lines(facts.first, desk)),
        ],
    )


def put_in(shift: Shift, desk: DeskWords) -> Message:
    span = hours(Hours(starts_at=shift.starts_at, ends_at=shift.ends_at), desk)
    return Message(
        text="Put in",
        blocks=[section(ours(f":white_check_mark: {mention(shift.person)} has the desk {span}."))],
    )


def _changes(facts: Preview, desk: DeskWords) -> list[str]:
    lines: list[str] = []
    for person, change in facts.changes.items():
        for what, changed in zip(THEIRS[facts.form.tier], (change.gained, change.lost), strict=True):
            lines += [
                f"• {mention(person)} {what} {hours(each, desk, seen_until=facts.until)}" for each in changed
            ]
    return lines or ["nothing in these days"]


def _troubles(facts: Preview, desk: DeskWords) -> list[Block]:
    lines = [
        f":warning: {trouble_words(each.kind, each.tier, mention(each.person) if each.person else '')}, "
        f"from {desk.moment(each.starts_at)}" + (f" to {desk.moment(each.ends_at)}" if each.ends_at else "")
        for each in facts.troubles
    ]
    return _sections("\n".join(_cut(lines))) if lines else []


def _cut(lines: list[str]) -> list[str]:
    return lines if len(lines) <= MOST else [*lines[:MOST], f"… and {len(lines) - MOST} more"]


def _sections(lines: str) -> list[Block]:
    """In pieces that Slack takes."""
    shown = lines.splitlines()
    starts = range(0, len(shown), _TOGETHER)
    return [section(ours("\n".join(shown[at : at + _TOGETHER]))) for at in starts]
