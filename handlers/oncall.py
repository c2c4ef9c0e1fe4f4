"""The roster at the Slack edge: who is on duty, taking over, and the handover."""

from bot.desk.desk import Desk
from bot.rules.errors import DeskError
from handlers import action_ids
from handlers.answers import Answer
from handlers.asking import Asked, Clicked
from handlers.edge import Edge
from handlers.router import Subcommand, subcommand
from handlers.views import handover, oncall
from handlers.views.words import DeskWords

COMMAND = "/oncall"


class OnCall:
    def __init__(self, desk: Desk, words: DeskWords) -> None:
        self._desk = desk
        self._words = words

    def subcommands(self) -> tuple[Subcommand, ...]:
        taking = "take over, for so many hours or until the next shift begins, eight hours at most"
        return (
            subcommand(COMMAND, "", self.who, words="who is on duty, who is next, and the week"),
            subcommand(COMMAND, "take", self.take, usage="[hours]", words=taking),
            subcommand(COMMAND, "handover", self.handover, words="the brief of the last change of shift"),
        )

    def register(self, edge: Edge) -> None:
        edge.on_button(action_ids.ROSTER_TAKE, self.take_by_button)
        edge.on_button(action_ids.HANDOVER_ACKNOWLEDGE, self.acknowledge)
        edge.on_button(action_ids.HANDOVER_SHOW, self.show_handover)

    def who(self, asked: Asked) -> Answer:
        return oncall.week(self._desk.roster.week(asked.person), self._words)

    def take(self, asked: Asked) -> Answer:
        taken = self._desk.roster.take(asked.person, asked.person.id, _hours(asked.text))
        return oncall.taken(taken, self._words)

    def take_by_button(self, clicked: Clicked) -> Answer:
        return oncall.taken(self._desk.roster.take(clicked.person, clicked.person.id), self._words)

    def handover(self, asked: Asked) -> Answer:
        found = self._desk.handovers.latest(asked.person)
        return handover.message(found, self._words, reader=asked.person.id) if found else handover.none()

    def show_handover(self, clicked: Clicked) -> Answer:
        found = self._desk.handovers.read(clicked.person, clicked.value)
        return handover.message(found, self._words, reader=clicked.person.id)

    def acknowledge(self, clicked: Clicked) -> Answer:
        found = self._desk.handovers.acknowledge(clicked.person, clicked.value)
        return handover.acknowledged(found, self._words)


def _hours(text: str) -> float | None:
    """None: not said. Raises DeskError for words."""
    if not text:
        return None
    try:
        return float(text)
    except ValueError:
        raise DeskError("Say for how many hours, as in /oncall take 8, or leave them out.") from None
