"""Snoozing: what a button carries, and the answer with the other choices."""

from dataclasses import dataclass
from datetime import datetime

from bot.rules.hours import Snooze
from bot.rules.reminders import STEP
from handlers import action_ids
from handlers.views.blocks import Message, actions, button, ours, section
from handlers.views.words import DeskWords
from storage.records.reminders import RecordKind, ReminderRule

LABELS = {
    Snooze.A_WHILE: "Snooze",
    Snooze.TOMORROW: "Until tomorrow morning",
    Snooze.A_WEEK: "For a week",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Snoozing:
    """Which item of a record, and until when."""

    record_id: str
    about: ReminderRule
    until: Snooze

    @staticmethod
    def read(value: str) -> "Snoozing":
        """A button of an older message names the record only."""
        record_id, _, chosen = value.partition(" ")
        about, _, until = (chosen or f"{STEP} {Snooze.A_WHILE}").partition(" ")
        return Snoozing(record_id=record_id, about=ReminderRule(about), until=Snooze(until))


def snoozed(record_id: str, about: ReminderRule = STEP, until: Snooze = Snooze.A_WHILE) -> str:
    """The value of a button that snoozes."""
    return f"{record_id} {about} {until}"


def answer(kind: RecordKind, chosen: Snoozing, again_at: datetime, desk: DeskWords) -> Message:
    """When it comes up again, and the other choices: another one takes the place of this one."""
    words = f"It comes up again {desk.moment(again_at)}, unless it has moved on by then."
    others = [each for each in Snooze if each is not chosen.until]
    buttons = [
        button(LABELS[each], action_ids.snooze(kind, each), snoozed(chosen.record_id, chosen.about, each))
        for each in others
    ]
    return Message(text="Snoozed", blocks=[section(ours(words)), *actions(*buttons)])
