"""Reminders at the Slack edge: being told again later, and what falls due when."""

from bot.desk.desk import Desk
from handlers import action_ids
from handlers.answers import Answer, Replace
from handlers.asking import Asked, Clicked
from handlers.edge import Edge
from handlers.router import Subcommand, subcommand
from handlers.views import due, snoozing
from handlers.views.blocks import Message
from handlers.views.listing import Turn
from handlers.views.snoozing import Snoozing
from handlers.views.words import DeskWords
from storage.records.people import Person
from storage.records.reminders import RecordKind

COMMANDS = {RecordKind.NOTICE: "/notice", RecordKind.REQUEST: "/liaison"}


class Reminders:
    def __init__(self, desk: Desk, words: DeskWords) -> None:
        self._desk = desk
        self._words = words

    def subcommands(self) -> tuple[Subcommand, ...]:
        words = "what is overdue or falls due soon, such as within `30d`"
        return (
            subcommand(COMMANDS[RecordKind.NOTICE], "due", self.notices, usage="[7d]", words=words),
            subcommand(COMMANDS[RecordKind.REQUEST], "due", self.requests, usage="[7d]", words=words),
        )

    def register(self, edge: Edge) -> None:
        for kind in RecordKind:
            edge.on_button(action_ids.all_snoozes(kind), self.snooze)
            edge.on_button(action_ids.due_pages(kind), self.turn)

    def notices(self, asked: Asked) -> Answer:
        return self._page(asked.person, RecordKind.NOTICE, Turn.first(asked.text))

    def requests(self, asked: Asked) -> Answer:
        return self._page(asked.person, RecordKind.REQUEST, Turn.first(asked.text))

    def turn(self, clicked: Clicked) -> Answer:
        kind = action_ids.read_kind(clicked.action_id)
        return Replace(message=self._page(clicked.person, kind, Turn.read(clicked.value)))

    def snooze(self, clicked: Clicked) -> Answer:
        kind, chosen = action_ids.read_kind(clicked.action_id), Snoozing.read(clicked.value)
        again_at = self._desk.reminders.snooze(
            clicked.person, kind, chosen.record_id, chosen.about, chosen.until
        )
        return snoozing.answer(kind, chosen, again_at, self._words)

    def _page(self, person: Person, kind: RecordKind, turn: Turn) -> Message:
        return due.message(self._desk.due.listing(person, kind, turn.words, turn.page), self._words)
