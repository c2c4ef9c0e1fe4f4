"""Reminders at the Slack edge: being told again later."""

from bot.desk.desk import Desk
from handlers import action_ids
from handlers.answers import Answer
from handlers.asking import Clicked
from handlers.edge import Edge
from handlers.router import Subcommand
from handlers.views import confirmations
from handlers.views.words import DeskWords
from storage.records.reminders import RecordKind


class Reminders:
    def __init__(self, desk: Desk, words: DeskWords) -> None:
        self._desk = desk
        self._words = words

    def subcommands(self) -> tuple[Subcommand, ...]:
        return ()

    def register(self, edge: Edge) -> None:
        for kind in RecordKind:
            edge.on_button(action_ids.snooze(kind), self.snooze)

    def snooze(self, clicked: Clicked) -> Answer:
        kind = action_ids.read_kind(clicked.action_id)
        until = self._desk.reminders.snooze(clicked.person, kind, clicked.value)
        return confirmations.snoozed(until, self._words)
