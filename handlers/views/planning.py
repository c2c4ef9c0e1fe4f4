"""Plans: what a rotation or an override would do before it is saved, and what it did."""

from collections.abc import Mapping
from datetime import datetime

from bot.desk.roster_facts import OverridePreview, Preview, Week
from bot.rules.rota.changes import Change
from handlers import action_ids
from handlers.views import roster_rows
from handlers.views.blocks import Block, Message, actions, button, context, ours, section
from handlers.views.roster_told import planned, trouble_words
from handlers.views.words import DeskWords, mention
from storage.records.announcements import Hours
from storage.records.people import PersonId
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
    """What is wrong with it, a whole round, and what changes for whom."""
    return [
        section(ours(f"*Until {desk.date(facts.until)}*, all by the desk's clock ({desk.zone.key})")),
        *_troubles(facts, desk),
        *_sections(roster_rows.lines(facts.rows, desk)),
        *_sections(
            "\n".join(
                [
                    "*What changes for whom*",
                    *_cut(_changes(facts.changes, facts.form.tier, desk, facts.until)),
                ]
            )
        ),
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


def preview_override(facts: OverridePreview, desk: DeskWords) -> list[Block]:
    """Whom it puts in for how long, and what changes for whom."""
    changed = _changes(facts.changes, facts.form.tier, desk)
    return [
        section(ours(f"{_put_in(facts.shift, desk)}, {_length(facts.shift)}.")),
        *_sections("\n".join(["*What changes for whom*", *_cut(changed)])),
        context(
            f"By the desk's clock ({desk.zone.key}). Nothing is saved yet; each of them hears of it then."
        ),
        *actions(button("Change it", action_ids.ROSTER_CHANGE_OVERRIDE, facts.form.tier)),
    ]


def put_in(shift: Shift, desk: DeskWords) -> Message:
    words = f":white_check_mark: {_put_in(shift, desk)}, {_length(shift)}."
    return Message(text="Put in", blocks=[section(ours(words))])


def _put_in(shift: Shift, desk: DeskWords) -> str:
    span = planned(Hours(starts_at=shift.starts_at, ends_at=shift.ends_at), desk)
    return f"{mention(shift.person)} {THEIRS[shift.tier][0]} {span}"


def _length(shift: Shift) -> str:
    """Hours as they pass, so that a change of the clock is in them."""
    hours = round((shift.ends_at - shift.starts_at).total_seconds() / 3600)
    days, rest = divmod(hours, 24)
    parts = [_counted(days, "day"), _counted(rest, "hour")]
    return " and ".join(part for part in parts if part) or "less than an hour"


def _counted(many: int, what: str) -> str:
    return f"{many} {what}{'s' if many > 1 else ''}" if many else ""


def _changes(
    changes: Mapping[PersonId, Change], tier: Tier, desk: DeskWords, until: datetime | None = None
) -> list[str]:
    """What begins first comes first."""
    found = [
        (each.starts_at, f"• {mention(person)} {what} {planned(each, desk, seen_until=until)}")
        for person, change in changes.items()
        for what, changed in zip(THEIRS[tier], (change.gained, change.lost), strict=True)
        for each in changed
    ]
    return [line for _, line in sorted(found)] or ["nothing"]


def _troubles(facts: Preview, desk: DeskWords) -> list[Block]:
    lines = [
        f":warning: {trouble_words(each.kind, each.tier, mention(each.person) if each.person else '')}, "
        f"from {desk.at_the_desk(each.starts_at)}"
        + (f" to {desk.at_the_desk(each.ends_at)}" if each.ends_at else "")
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
