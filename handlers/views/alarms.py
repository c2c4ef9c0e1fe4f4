"""A page's alarms to the whole on-call channel: loud while nobody has it, one quiet line afterwards."""

from bot.desk.facts import PageFacts
from handlers import action_ids
from handlers.views.blocks import Message, actions, button, ours, section
from handlers.views.words import DeskWords, mention


def everyone(facts: PageFacts, desk: DeskWords) -> Message:
    words = f"<!channel> *{facts.reference}*: nobody has it yet. Whoever can, acknowledge it."
    return _taken(facts, desk) or _alarm(facts, f"{facts.reference} needs somebody", words)


def nobody(facts: PageFacts, desk: DeskWords) -> Message:
    words = (
        f"<!channel> :rotating_light: *{facts.reference}: NOBODY ANSWERED.* Everybody was told. "
        f"Call the command center now: {facts.telephone}."
    )
    return _taken(facts, desk) or _alarm(facts, f"{facts.reference}: nobody answered", words)


def _alarm(facts: PageFacts, text: str, words: str) -> Message:
    take = button("Acknowledge", action_ids.ACKNOWLEDGE, facts.id, style="primary")
    return Message(text=text, blocks=[section(ours(words)), *actions(take)])


def _taken(facts: PageFacts, desk: DeskWords) -> Message | None:
    """None while nobody has it."""
    if facts.acknowledged_by is None or facts.acknowledged_at is None:
        return None
    by = f"{mention(facts.acknowledged_by)}, {desk.moment(facts.acknowledged_at)}"
    ended = " It is resolved." if facts.resolved_by else ""
    words = f":white_check_mark: *{facts.reference}*: taken by {by}.{ended}"
    return Message(text=f"{facts.reference} is taken", blocks=[section(ours(words))])
