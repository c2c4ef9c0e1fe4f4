"""Who is on duty, until when, and who is next."""

from bot.desk.facts import OnCall
from bot.desk.roster_facts import Week
from handlers import action_ids
from handlers.views import roster_rows
from handlers.views.blocks import Block, Message, actions, button, context, ours, section
from handlers.views.words import DeskWords, mention
from storage.records.roster import Rotation


def message(oncall: OnCall, desk: DeskWords) -> Message:
    return Message(
        text="Who is on duty",
        blocks=[
            section(ours(sentence(oncall, desk))),
            context(f"The command center answers at any hour: {desk.telephone}."),
        ],
    )


def week(facts: Week, desk: DeskWords) -> Message:
    """Now, next and the week as a table; whoever may do something about it finds the buttons."""
    now = message(facts.oncall, desk)
    planned = any(each.person for each in (*facts.first, *facts.second))
    table = [roster_rows.table(facts.first, facts.second, desk)] if planned else []
    turns = [section(ours(_turns(facts.rotation, desk)))] if facts.rotation else []
    return Message(text=now.text, blocks=[*now.blocks, *turns, *table, *_buttons(facts)])


def taken(oncall: OnCall, desk: DeskWords) -> Message:
    """To the officer who has just taken over."""
    brief = (
        f" A brief of what is open waits in your messages with the desk: press *I have the desk* there by "
        f"{desk.moment(oncall.acknowledge_by)}."
        if oncall.acknowledge_by
        else ""
    )
    words = f"You are on duty{_until(oncall, desk)}. {_next(oncall, desk)}{brief}"
    return Message(text="You are on duty", blocks=[section(ours(words))])


def sentence(oncall: OnCall, desk: DeskWords) -> str:
    """Never empty, also when nobody is on the roster."""
    if oncall.on_duty:
        behind = f" {mention(oncall.second)} stands behind them." if oncall.second else ""
        return f"{mention(oncall.on_duty)} is on duty{_until(oncall, desk)}.{behind} {_next(oncall, desk)}"
    gone = f" {mention(oncall.gone)} is on the roster and has left the desk." if oncall.gone else ""
    return (
        f"*Nobody is on duty.*{gone} A page goes straight on to whoever can be told. An officer takes over "
        f"with `/oncall take`. {_next(oncall, desk)}"
    )


def _turns(rotation: Rotation, desk: DeskWords) -> str:
    each = f"{24 // rotation.turns_a_day} hours" if rotation.turns_a_day > 1 else f"{rotation.days} days"
    each = {"1 days": "a day", "7 days": "a week"}.get(each, each)
    people = ", ".join(map(mention, rotation.people))
    return f"In turn, {each} each, from {rotation.handover_at:%H:%M} ({desk.zone.key}): {people}."


def _buttons(facts: Week) -> list[Block]:
    take = [button("Take the desk", action_ids.ROSTER_TAKE, "take")] if facts.may_take else []
    swap = (
        [button("Offer a shift", action_ids.ROSTER_SWAP, "swap")] if facts.may_take and facts.is_kept else []
    )
    edit = (
        [
            button("Plan the rotation", action_ids.ROSTER_SCHEDULE, "first"),
            button("Put somebody in", action_ids.ROSTER_OVERRIDE, "override"),
        ]
        if facts.may_edit
        else []
    )
    return actions(*take, *swap, *edit)


def _until(oncall: OnCall, desk: DeskWords) -> str:
    return f" until {desk.moment(oncall.until)}" if oncall.until else ""


def _next(oncall: OnCall, desk: DeskWords) -> str:
    if oncall.next_person is None:
        return "Nobody is on the roster after that." if oncall.on_duty else "Nobody is on the roster."
    from_then = f" from {desk.moment(oncall.next_from)}" if oncall.next_from else ""
    return f"Next: {mention(oncall.next_person)}{from_then}."
