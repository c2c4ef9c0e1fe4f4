"""Search by name at the Slack edge: the same of either command, over requests and notices."""

from bot.desk.desk import Desk
from handlers import action_ids, notices, requests
from handlers.answers import Answer, Replace
from handlers.asking import Asked, Clicked
from handlers.edge import Edge
from handlers.router import Subcommand, subcommand
from handlers.views import found
from handlers.views.blocks import Message
from handlers.views.listing import Turn
from handlers.views.words import DeskWords
from storage.records.people import Person

FIND = "find"


class Search:
    def __init__(self, desk: Desk, words: DeskWords) -> None:
        self._desk = desk
        self._words = words

    def subcommands(self) -> tuple[Subcommand, ...]:
        usage = "NAME [year of birth]"
        what = "requests and notices about somebody, in any alphabet and spelling"
        return tuple(
            subcommand(command, FIND, self.find, usage=usage, words=what, needs_words=True)
            for command in (requests.COMMAND, notices.COMMAND)
        )

    def register(self, edge: Edge) -> None:
        edge.on_button(action_ids.FOUND_NEXT, self.turn)
        edge.on_button(action_ids.FOUND_PREVIOUS, self.turn)

    def find(self, asked: Asked) -> Answer:
        return self._page(asked.person, Turn.first(asked.text))

    def turn(self, clicked: Clicked) -> Answer:
        return Replace(message=self._page(clicked.person, Turn.read(clicked.value)))

    def _page(self, person: Person, turn: Turn) -> Message:
        return found.message(self._desk.search.find(person, turn.words, turn.page), self._words)
