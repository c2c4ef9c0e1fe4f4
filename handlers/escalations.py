"""Pages at the Slack edge: opened by words or by form, taken, hurried and resolved by a click."""

from collections.abc import Callable

from bot.desk.desk import Desk
from bot.rules import references
from handlers import action_ids
from handlers.answers import Answer
from handlers.asking import Asked, Clicked, Submitted
from handlers.edge import Edge
from handlers.forms import escalate as escalate_form
from handlers.forms import resolve as resolve_form
from handlers.forms.escalate import EscalationForm
from handlers.modals import Modals
from handlers.router import Subcommand, subcommand
from handlers.views import confirmations, pages
from handlers.views.blocks import View
from handlers.views.words import DeskWords
from storage.records.escalations import EscalationId
from storage.records.reminders import RecordKind
from storage.records.requests import Priority

COMMAND = "/escalate"


class Escalations:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals, new_id: Callable[[], str]) -> None:
        self._desk = desk
        self._words = words
        self._modals = modals
        self._new_id = new_id

    def subcommands(self) -> tuple[Subcommand, ...]:
        return (
            subcommand(
                COMMAND,
                "",
                self.page,
                usage="[LR-2026-00042] [what the officer must know]",
                words="page the officer on duty at once; without words it opens a form",
                takes_any_words=True,
            ),
        )

    def register(self, edge: Edge) -> None:
        edge.on_form(escalate_form.CALLBACK_ID, self.page_by_form, vital=True)
        edge.on_form(resolve_form.CALLBACK_ID, self.resolve)
        edge.on_button(action_ids.ACKNOWLEDGE, self.acknowledge)
        edge.on_button(action_ids.ESCALATE_NOW, self.hurry)
        edge.on_button(action_ids.RESOLVE, self.open_resolution)
        edge.on_button(action_ids.PAGE_DETAILS, self.details)
        edge.on_button(action_ids.HOME_ESCALATE, self.open_from_home)
        for kind in RecordKind:
            edge.on_button(action_ids.escalate(kind), self.open_about_record)

    def page(self, asked: Asked) -> Answer:
        """The trigger's id is the key: each command has its own, and a second delivery repeats it."""
        if not asked.text:
            self._modals.open(asked.trigger_id, self._form())
            return None
        reference, words = references.leading(asked.text)
        form = EscalationForm(
            key=asked.trigger_id, reference=reference or "", words=words, priority=Priority.URGENT
        )
        return self._page(asked, form)

    def page_by_form(self, submitted: Submitted) -> Answer:
        return self._page(submitted, escalate_form.parse(submitted.view))

    def open_from_home(self, clicked: Clicked) -> Answer:
        self._modals.answer(clicked, self._form())
        return None

    def open_about_record(self, clicked: Clicked) -> Answer:
        self._modals.answer(clicked, self._form(reference=clicked.value))
        return None

    def acknowledge(self, clicked: Clicked) -> Answer:
        page = self._desk.escalations.acknowledge(clicked.actor, EscalationId(clicked.value))
        return confirmations.acknowledged(page)

    def hurry(self, clicked: Clicked) -> Answer:
        page = self._desk.escalations.escalate_now(clicked.person, EscalationId(clicked.value))
        return confirmations.hurried(page)

    def details(self, clicked: Clicked) -> Answer:
        found = self._desk.escalations.details(clicked.person, EscalationId(clicked.value))
        self._modals.answer(clicked, pages.details(found, self._words))
        return None

    def open_resolution(self, clicked: Clicked) -> Answer:
        limit = self._words.text_limit
        self._modals.answer(clicked, resolve_form.render(escalation_id=clicked.value, limit=limit))
        return None

    def resolve(self, submitted: Submitted) -> Answer:
        filled = resolve_form.parse(submitted.view)
        page = self._desk.escalations.resolve(
            submitted.person, EscalationId(filled.escalation_id), filled.outcome
        )
        return confirmations.resolved(page)

    def _page(self, asked: Asked | Submitted, form: EscalationForm) -> Answer:
        opened = self._desk.escalations.open(
            None if asked.unchecked else asked.person,
            actor=asked.actor,
            reference_words=form.reference or None,
            words=form.words,
            priority=form.priority,
            submission_key=form.key,
            identity_unchecked=asked.unchecked,
        )
        return confirmations.paged(opened, self._words)

    def _form(self, *, reference: str = "") -> View:
        return escalate_form.render(key=self._new_id(), desk=self._words, reference=reference)
