"""A shift that one officer offers to another."""

from bot.desk.roster_facts import SwapFacts
from handlers import action_ids
from handlers.views.blocks import Message, actions, button, ours, section
from handlers.views.roster_told import hours
from handlers.views.words import DeskWords, mention
from storage.records.announcements import Hours
from storage.records.roster import SwapState

STANDINGS = {
    SwapState.OFFERED: "It can not be taken over any more: the rotation was changed, or the shift is over.",
    SwapState.ACCEPTED: ":white_check_mark: You have taken it over. It is yours also when it is moved.",
    SwapState.DECLINED: "You did not take it over.",
    SwapState.WITHDRAWN: "The offer was withdrawn.",
}


def offer(facts: SwapFacts, desk: DeskWords) -> Message:
    """To whoever is asked, as it stands now."""
    swap = facts.swap
    words = f"{mention(swap.offered_by)} asks you to take over their shift{_span(facts, desk)}."
    if not facts.is_open:
        return Message(text="A shift", blocks=[section(ours(f"{words}\n{STANDINGS[swap.state]}"))])
    return Message(
        text="Can you take over a shift?",
        blocks=[
            section(ours(words)),
            *actions(
                button("Take it over", action_ids.SWAP_ACCEPT, swap.id, style="primary"),
                button("Not me", action_ids.SWAP_DECLINE, swap.id),
            ),
        ],
    )


def offered(facts: SwapFacts, desk: DeskWords) -> Message:
    """To whoever offered it."""
    who = mention(facts.swap.offered_to)
    words = f"{who} is asked to take over your shift{_span(facts, desk)}. Until then it stays yours."
    return Message(
        text="Your shift is offered",
        blocks=[
            section(ours(words)),
            *actions(button("Withdraw the offer", action_ids.SWAP_WITHDRAW, facts.swap.id)),
        ],
    )


def answered(facts: SwapFacts, desk: DeskWords) -> Message:
    """To whoever has just answered or withdrawn it."""
    words = {
        SwapState.ACCEPTED: f"The shift{_span(facts, desk)} is yours now.",
        SwapState.DECLINED: f"The shift{_span(facts, desk)} stays with {mention(facts.swap.offered_by)}.",
        SwapState.WITHDRAWN: f"The shift{_span(facts, desk)} stays yours.",
    }
    return Message(text="A shift", blocks=[section(ours(words[facts.swap.state]))])


def _span(facts: SwapFacts, desk: DeskWords) -> str:
    if facts.starts_at is None or facts.ends_at is None:
        return ""
    return f", {hours(Hours(starts_at=facts.starts_at, ends_at=facts.ends_at), desk)}"
