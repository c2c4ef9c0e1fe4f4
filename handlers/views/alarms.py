"""What notifies once more about a page, in a message of its own; it is taken down when it has no purpose."""

from collections.abc import Callable, Mapping

from bot.desk.facts import PageFacts
from handlers import action_ids
from handlers.views.blocks import Block, Message, actions, button, ours, section
from handlers.views.pages import about
from handlers.views.words import DeskWords, mention
from storage.records.announcements import ONCALL, Surface, SurfaceKind, direct
from storage.records.people import PersonId


def is_wanted(surface: Surface, facts: PageFacts) -> bool:
    """Whether the alarm still has a purpose: of those about a page that nobody has, the newest one."""
    match surface.kind:
        case SurfaceKind.PAGE_ASK:
            held_by = direct(PersonId(facts.acknowledged_by or ""))
            return facts.asked_at is not None and surface.place in {held_by, ONCALL}
        case SurfaceKind.PAGE_OFFER:
            return facts.offered_to is not None and surface.place == direct(facts.offered_to)
        case _:
            return facts.is_waiting and surface.alarm == facts.alarm


def render(surface: Surface, facts: PageFacts, desk: DeskWords) -> Message:
    return _ALARMS[surface.kind](surface, facts, desk)


def _everyone(_surface: Surface, facts: PageFacts, _desk: DeskWords) -> Message:
    words = f"<!channel> {_named(facts)}: nobody has it yet. Whoever can, acknowledge it."
    return _alarm(f"{facts.reference} needs somebody", words, _take(facts))


def _group(surface: Surface, facts: PageFacts, desk: DeskWords) -> Message:
    if facts.group is None:
        return _everyone(surface, facts, desk)
    words = f"<!subteam^{facts.group}> {_named(facts)}: nobody has it yet. Whoever can, acknowledge it."
    return _alarm(f"{facts.reference} needs somebody", words, _take(facts))


def _nobody(_surface: Surface, facts: PageFacts, _desk: DeskWords) -> Message:
    back = " came back, and" if facts.round else ":"
    words = (
        f"<!channel> :rotating_light: {_named(facts)}{back} *NOBODY ANSWERED.* Everybody was told. "
        f"Call the command center now: {facts.telephone}."
    )
    return _alarm(f"{facts.reference}: nobody answered", words, _take(facts))


def _nudge(_surface: Surface, facts: PageFacts, _desk: DeskWords) -> Message:
    why = (
        "came back: whoever had it did not say that they were still on it."
        if facts.round
        else "still waits, and nobody has it."
    )
    words = f":rotating_light: {_named(facts)} {why} Can you take it?"
    return _alarm(f"{facts.reference} still waits for you", words, _take(facts))


def _ask(_surface: Surface, facts: PageFacts, desk: DeskWords) -> Message:
    by = (
        f" Without an answer it goes back to the ladder {desk.moment(facts.answer_by)}."
        if facts.answer_by
        else ""
    )
    words = f":hourglass: {_named(facts)}: are you still on it?{by}"
    return _alarm(
        f"{facts.reference}: still on it?",
        words,
        button("Still on it", action_ids.RENEW, facts.id, style="primary"),
        button("Hand to…", action_ids.HAND, facts.id),
        button("Resolve", action_ids.RESOLVE, facts.id),
    )


def _offer(_surface: Surface, facts: PageFacts, _desk: DeskWords) -> Message:
    has_it = f" {mention(facts.acknowledged_by)} has it until you do." if facts.acknowledged_by else ""
    words = f":handshake: {_named(facts)} is handed to you. Acknowledge it to take it over.{has_it}"
    details = button("Show details", action_ids.PAGE_DETAILS, facts.id)
    return _alarm(f"{facts.reference} is handed to you", words, _take(facts), details)


def _named(facts: PageFacts) -> str:
    named = f", about {about(facts)}" if about(facts) else ""
    return f"*{facts.reference}*{named}"


def _take(facts: PageFacts) -> Block:
    return button("Acknowledge", action_ids.ACKNOWLEDGE, facts.id, style="primary")


def _alarm(text: str, words: str, *buttons: Block) -> Message:
    return Message(text=text, blocks=[section(ours(words)), *actions(*buttons)])


_ALARMS: Mapping[SurfaceKind, Callable[[Surface, PageFacts, DeskWords], Message]] = {
    SurfaceKind.PAGE_EVERYONE: _everyone,
    SurfaceKind.PAGE_GROUP: _group,
    SurfaceKind.PAGE_NOBODY: _nobody,
    SurfaceKind.PAGE_NUDGE: _nudge,
    SurfaceKind.PAGE_ASK: _ask,
    SurfaceKind.PAGE_OFFER: _offer,
}
