"""The roster at the Slack edge: who is on duty, and taking over."""

from bot.desk.desk import Desk
from bot.rules.errors import DeskError
from handlers.answers import Answer
from handlers.asking import Asked
from handlers.edge import Edge
from handlers.router import Subcommand, subcommand
from handlers.views import oncall
from handlers.views.words import DeskWords

COMMAND = "/oncall"


class OnCall:
    def __init__(self, desk: Desk, words: DeskWords) -> None:
        self._desk = desk
        self._words = words

    def subcommands(self) -> tuple[Subcommand, ...]:
        taking = "take over, for so many hours or until the next shift begins, eight hours at most"
        return (
            subcommand(COMMAND, "", self.who, words="who is on duty, and who is next"),
            subcommand(COMMAND, "take", self.take, usage="[hours]", words=taking),
        )

    def register(self, edge: Edge) -> None:
        """Commands are all that it has."""

    def who(self, asked: Asked) -> Answer:
        return oncall.message(self._desk.roster.now(asked.person), self._words)

    def take(self, asked: Asked) -> Answer:
        taken = self._desk.roster.take(asked.person, asked.person.id, _hours(asked.text))
        return oncall.taken(taken, self._words)


def _hours(text: str) -> float | None:
    """None: not said. Raises DeskError for words."""
    if not text:
        return None
    try:
        return float(text)
    except ValueError:
        raise DeskError("Say for how many hours, as in /oncall take 8, or leave them out.") from None
