"""What is said once about the roster: what is wrong with it, what changed for somebody, what was answered."""

from datetime import datetime
from typing import assert_never

from handlers import action_ids
from handlers.views.blocks import Message, actions, button, ours, section
from handlers.views.words import DeskWords, mention
from storage.records.announcements import (
    Ahead,
    CalendarTrouble,
    HandoverUnanswered,
    Hours,
    RosterTrouble,
    ShiftsChanged,
    SwapAnswered,
)
from storage.records.roster import Tier, TroubleKind

TIERS = {Tier.FIRST: "the desk", Tier.SECOND: "the second tier"}
YOURS = {
    Tier.FIRST: ("you have the desk", "you do not have the desk any more"),
    Tier.SECOND: ("you stand behind", "you do not stand behind any more"),
}
AHEAD = {Ahead.WEEK: "Within a week: ", Ahead.DAY: "Within a day: ", Ahead.NOW: ""}
MOST_HOURS = 8
"""Lines of one change; the roster itself shows the rest."""

Told = RosterTrouble | HandoverUnanswered | SwapAnswered | ShiftsChanged | CalendarTrouble


def message(facts: Told, desk: DeskWords) -> Message:
    match facts:
        case RosterTrouble():
            return _trouble(facts, desk)
        case HandoverUnanswered():
            return _unanswered(facts, desk)
        case SwapAnswered():
            return _answered(facts, desk)
        case ShiftsChanged():
            return _changed(facts, desk)
        case CalendarTrouble():
            return _calendar(facts)
        case _:
            assert_never(facts)


def hours(facts: Hours, desk: DeskWords, *, seen_until: datetime | None = None) -> str:
    """As mrkdwn: in the reader's zone, and the desk's. What lasts as far as was looked may last longer."""
    if facts.ends_at == seen_until:
        return f"from {desk.moment(facts.starts_at)} on"
    return f"from {desk.moment(facts.starts_at)} to {desk.moment(facts.ends_at)}"


def planned(facts: Hours, desk: DeskWords, *, seen_until: datetime | None = None) -> str:
    """As `hours`, by the desk's clock alone: for whoever plans."""
    if facts.ends_at == seen_until:
        return f"from {desk.at_the_desk(facts.starts_at)} on"
    return f"from {desk.at_the_desk(facts.starts_at)} to {desk.at_the_desk(facts.ends_at)}"


def trouble_words(kind: TroubleKind, tier: Tier, who: str) -> str:
    """`who` is the person it is about, as mrkdwn; empty: nobody in particular."""
    match kind:
        case TroubleKind.GAP if who:
            return f"*Nobody has the desk*: {who} is on the roster and has left"
        case TroubleKind.GAP:
            return "*Nobody has the desk*"
        case TroubleKind.GONE:
            return f"{who} is on the roster of {TIERS[tier]} and has left"
        case TroubleKind.TWICE:
            return f"{who} has the desk *and* stands behind it, so that nobody else hears of a missed page"
        case _:
            assert_never(kind)


def _trouble(facts: RosterTrouble, desk: DeskWords) -> Message:
    what = trouble_words(facts.kind, facts.tier, mention(facts.person) if facts.person else "")
    until = f" to {desk.moment(facts.ends_at)}" if facts.ends_at else " on, without an end"
    do = "A supervisor mends it with `/oncall override` or `/oncall schedule`"
    if facts.kind is TroubleKind.GAP and facts.ahead is Ahead.NOW:
        do = "An officer takes over with `/oncall take`; until then a page goes straight on. " + do
    told = f" {' '.join(map(mention, facts.supervisors))}" if facts.supervisors else ""
    soon = AHEAD[facts.ahead]
    words = f":warning: {soon}{what}, from {desk.moment(facts.starts_at)}{until}. {do}.{told}"
    title = {TroubleKind.GAP: "Nobody has the desk", TroubleKind.GONE: "Somebody on the roster has left"}
    text = f"{title.get(facts.kind, 'Somebody is on duty twice')}, from {desk.date_and_time(facts.starts_at)}"
    return Message(text=text, blocks=[section(ours(words))])


def _unanswered(facts: HandoverUnanswered, desk: DeskWords) -> Message:
    from_whom = f" from {mention(facts.outgoing)}" if facts.outgoing else ""
    words = (
        f":warning: {mention(facts.incoming)} has not acknowledged the handover{from_whom} at "
        f"{desk.moment(facts.at)}. Call them, or take over with `/oncall take`."
    )
    return Message(
        text="A handover is not acknowledged",
        blocks=[
            section(ours(words)),
            *actions(button("Show the handover", action_ids.HANDOVER_SHOW, facts.handover_id)),
        ],
    )


def _answered(facts: SwapAnswered, desk: DeskWords) -> Message:
    span = hours(Hours(starts_at=facts.starts_at, ends_at=facts.ends_at), desk)
    if facts.accepted:
        words = f"{mention(facts.by)} takes over your shift, {span}. It is theirs also when it is moved."
        return Message(text="Your shift was taken over", blocks=[section(ours(words))])
    words = f"{mention(facts.by)} does not take over your shift, {span}. It stays yours."
    return Message(text="Your shift was not taken over", blocks=[section(ours(words))])


def _calendar(facts: CalendarTrouble) -> Message:
    if facts.is_read:
        what = f"has something wrong in {facts.mistakes} of its events, which are left out or overlap"
    else:
        what = "could not be read; what it said before stays"
    words = f":warning: The calendar `{facts.name}` {what}. `python -m bot oncall calendars` says more."
    return Message(text="A calendar of the roster has something wrong", blocks=[section(ours(words))])


def _changed(facts: ShiftsChanged, desk: DeskWords) -> Message:
    lines = [
        f"• {what} {hours(each, desk, seen_until=facts.seen_until)}"
        for what, changed in zip(YOURS[facts.tier], (facts.gained, facts.lost), strict=True)
        for each in changed
    ]
    more = f"\nand {len(lines) - MOST_HOURS} more: see `/oncall`" if len(lines) > MOST_HOURS else ""
    words = f"{mention(facts.by)} changed the roster:\n" + "\n".join(lines[:MOST_HOURS]) + more
    return Message(text="Your shifts have changed", blocks=[section(ours(words))])
