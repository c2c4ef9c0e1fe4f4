"""Drafts at the Slack edge: listed, resumed where they were left, thrown away."""

from handlers import action_ids
from handlers.answers import Answer
from handlers.asking import Asked, Clicked
from handlers.edge import Edge
from handlers.filling import Filling
from handlers.forms import intake as intake_form
from handlers.forms.beginning import Beginning
from handlers.intake import COMMAND
from handlers.modals import Modals
from handlers.router import Subcommand, subcommand
from handlers.views import drafts
from handlers.views.blocks import View
from storage.records.drafts import Draft, DraftId
from storage.records.people import Person
from storage.records.requests import Direction, RequestKind


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
        self._modals.answer(clicked, self._view(clicked.person, draft))
        return None

    def discard(self, clicked: Clicked) -> Answer:
        self._desk.drafts.discard(clicked.person, DraftId(clicked.value))
        return drafts.discarded()

    def _view(self, person: Person, draft: Draft) -> View:
        direction = Direction(draft.answers.get("direction", Direction.OUTGOING))
        country = draft.answers.get("country", "")
        if draft.form not in set(RequestKind):
            return self._filling.beginning(Beginning(key=draft.id, direction=direction, country=country))
        began = intake_form.begin(draft.id, RequestKind(draft.form), direction, country)
        return self._filling.hub(person, began, draft.answers)
