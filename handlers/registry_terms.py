"""Offences and programmes at the Slack edge: listed, added, edited and retired."""

from bot.desk.desk import Desk
from handlers import action_ids
from handlers.answers import Answer
from handlers.asking import Asked, Clicked, Submitted
from handlers.edge import Edge
from handlers.forms import term as term_form
from handlers.modals import Modals
from handlers.registry import COMMAND
from handlers.router import Subcommand, subcommand
from handlers.views import terms
from handlers.views.words import DeskWords
from storage.records.terms import TermKind


class Terms:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals) -> None:
        self._desk = desk
        self._words = words
        self._modals = modals

    def subcommands(self) -> tuple[Subcommand, ...]:
        offences, programmes = "the offences that a request can name", "the programmes that the desk knows"
        return (
            subcommand(COMMAND, "offences", self.offences, words=offences),
            subcommand(COMMAND, "programmes", self.programmes, words=programmes),
        )

    def register(self, edge: Edge) -> None:
        edge.on_button(action_ids.ADD_TERM, self.open_new)
        edge.on_button(action_ids.EDIT_TERM, self.open_form)
        edge.on_form(term_form.NEW_CALLBACK_ID, self.add)
        edge.on_form(term_form.CALLBACK_ID, self.save)

    def offences(self, asked: Asked) -> Answer:
        return terms.message(self._desk.registry.offences(asked.person), self._words)

    def programmes(self, asked: Asked) -> Answer:
        return terms.message(self._desk.registry.programmes(asked.person), self._words)

    def open_new(self, clicked: Clicked) -> Answer:
        self._desk.registry.check_editor(clicked.person)
        self._modals.answer(clicked, term_form.render_new(TermKind(clicked.value)))
        return None

    def open_form(self, clicked: Clicked) -> Answer:
        self._desk.registry.check_editor(clicked.person)
        kind, code = clicked.value.split()
        term = self._desk.registry.term(clicked.person, TermKind(kind), code)
        self._modals.answer(clicked, term_form.render(term))
        return None

    def add(self, submitted: Submitted) -> Answer:
        return terms.saved(
            self._desk.registry_edits.add_term(submitted.person, term_form.parse_new(submitted.view))
        )

    def save(self, submitted: Submitted) -> Answer:
        edited = term_form.parse(submitted.view)
        return terms.saved(
            self._desk.registry_edits.edit_term(submitted.person, edited.form, edited.seen_version)
        )
