"""What the details of a request and of a notice have in common: their history, and how much fits."""

from collections.abc import Callable, Sequence

from bot.rules.steps import Ask, AskKind
from handlers.views.blocks import SECTION_LIMIT, Block, context, line, parts, words
from handlers.views.words import DeskWords, history, mention
from storage.records.alerts import Alert
from storage.records.notices import RecordEvent
from storage.records.people import PersonId
from storage.records.reminders import RecordKind

EVENTS = 10
"""Steps of the history that are shown, newest first."""
MOST_BLOCKS = 100
"""A view holds no more."""
SHORT = 150
"""Letters of an answer that fits into a column."""


def events_told(
    kind: RecordKind,
    events: Sequence[RecordEvent],
    desk: DeskWords,
    asks_of: Callable[[str], Sequence[Ask]],
) -> list[Block]:
    """The last steps with what each was given, newest first; `asks_of` knows what a step asks by its name."""
    return [part for event in events[:EVENTS] for part in _event(kind, event, desk, asks_of(event.step))]


def _event(kind: RecordKind, event: RecordEvent, desk: DeskWords, asks: Sequence[Ask]) -> list[Block]:
    known = {ask.name: ask for ask in asks}
    given, to = [], ""
    for name, answer in event.evidence.items():
        ask = known.get(name) or Ask(name=name, label=name.replace("_", " ").capitalize(), kind=AskKind.LINE)
        if ask.kind is AskKind.OFFICER:
            to = f", to {mention(PersonId(answer))}"
        else:
            given.append(f"{ask.label}: {desk.answer(ask, answer)}")
    said = "; ".join(given)
    evidence = [line(words(part)) for part in parts(said, SECTION_LIMIT)] if said else []
    return [context(history(kind, event, desk) + to), *evidence]


def alerted(alerts: Sequence[Alert]) -> str:
    """How many US agencies know of it, and how many have not said so."""
    waiting = sum(each.acknowledged_at is None for each in alerts)
    return f"US agencies alerted: {len(alerts)}; {waiting} have not acknowledged"


def fitting(blocks: list[Block]) -> list[Block]:
    """As many as a view holds, and a word about the rest."""
    if len(blocks) <= MOST_BLOCKS:
        return blocks
    return [*blocks[: MOST_BLOCKS - 1], context("Older steps have no room here.")]
