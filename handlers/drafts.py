"""Drafts at the Slack edge: listed, resumed where they were left, thrown away."""

from handlers import action_ids
from handlers.answers import Answer
from handlers.asking import Asked, Clicked
from handlers.edge import Edge
from handlers.filling import Filling
from handlers.intake import COMMAND
from handlers.modals import Modals
from handlers.router import Subcommand, subcommand
from handlers.views import drafts
from storage.records.drafts import DraftId


class Drafts:
    def __init__(self, filling: Filling, modals: Modals) -> None:
        self._filling = filling
        self._desk = filling.desk
        self._modals = modals

    def subcommands(self) -> tuple[Subcommand, ...]:
        return (subcommand(COMMAND, "drafts", self.mine, words="forms that you have begun"),)

    def register(self, edge: Edge) -> None:
        edge.on_button(action_ids.DRAFT_RESUME, self.resume)
        edge.on_button(action_ids.DRAFT_DISCARD, self.discard)

    def mine(self, asked: Asked) -> Answer:
        return drafts.message(self._desk.drafts.mine(asked.person), self._filling.words)

    def resume(self, clicked: Clicked) -> Answer:
        draft = self._desk.drafts.open(clicked.person, DraftId(clicked.value))
        self._modals.answer(clicked, self._filling.resumed(clicked.person, draft))
        return None

    def discard(self, clicked: Clicked) -> Answer:
        self._desk.drafts.discard(clicked.person, DraftId(clicked.value))
        return drafts.discarded()
