"""Pages at the Slack edge: opened by words or by form, and answered by a click or by words."""

from collections.abc import Callable

from bot.desk.desk import Desk
from bot.rules import references
from handlers import action_ids
from handlers.answers import Answer
from handlers.asking import Asked, Clicked, Submitted
from handlers.edge import Edge
from handlers.forms import escalate as escalate_form
from handlers.forms import hand as hand_form
from handlers.forms import note as note_form
from handlers.forms import resolve as resolve_form
from handlers.forms.escalate import EscalationForm
from handlers.modals import Modals
from handlers.page_commands import PageCommands
from handlers.router import Subcommand, subcommand
from handlers.views import confirmations, pages, timeline
from handlers.views.blocks import View
from handlers.views.words import DeskWords
from storage.records.escalations import EscalationId
from storage.records.people import PersonId
from storage.records.reminders import RecordKind
from storage.records.requests import Priority

COMMAND = "/escalate"


class Escalations:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals, new_id: Callable[[], str]) -> None:
        self._desk = desk
        self._words = words
        self._modals = modals
        self._new_id = new_id
        self._commands = PageCommands(desk, words, modals)

    def subcommands(self) -> tuple[Subcommand, ...]:
        opening = subcommand(
            COMMAND,
            "",
            self.page,
            usage="[LR-2026-00042] [what the officer must know]",
            words="page the officer on duty at once; without words it opens a form",
            takes_any_words=True,
        )
        return (opening, *self._commands.subcommands(COMMAND))

    def register(self, edge: Edge) -> None:
        edge.on_form(escalate_form.CALLBACK_ID, self.page_by_form, vital=True)
        edge.on_form(resolve_form.CALLBACK_ID, self.resolve)
        edge.on_form(hand_form.CALLBACK_ID, self.hand)
        edge.on_form(note_form.CALLBACK_ID, self.note)
        edge.on_button(action_ids.ANY_ACKNOWLEDGE, self.acknowledge)
        edge.on_button(action_ids.RENEW, self.acknowledge)
        edge.on_button(action_ids.ESCALATE_NOW, self.hurry)
        edge.on_button(action_ids.HAND, self.open_handing)
        edge.on_button(action_ids.NOTE, self.open_note)
        edge.on_button(action_ids.RESOLVE, self.open_resolution)
        edge.on_button(action_ids.PAGE_DETAILS, self.details)
        edge.on_button(action_ids.TIMELINE, self.timeline)
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
        """*Still on it* as well: whoever has the page says so by the same word."""
        page = self._desk.escalations.acknowledge(clicked.actor, EscalationId(clicked.value))
        return confirmations.acknowledged(page, self._words)

    def hurry(self, clicked: Clicked) -> Answer:
        page = self._desk.escalations.escalate_now(clicked.person, EscalationId(clicked.value))
        return confirmations.hurried(page)

    def details(self, clicked: Clicked) -> Answer:
        found = self._desk.escalations.details(clicked.person, EscalationId(clicked.value))
        self._modals.answer(clicked, pages.details(found, self._words))
        return None

    def timeline(self, clicked: Clicked) -> Answer:
        found = self._desk.escalations.timeline(clicked.person, EscalationId(clicked.value))
        self._modals.answer(clicked, timeline.view(found, self._words))
        return None

    def open_handing(self, clicked: Clicked) -> Answer:
        self._modals.answer(clicked, hand_form.render(escalation_id=clicked.value))
        return None

    def hand(self, submitted: Submitted) -> Answer:
        filled = hand_form.parse(submitted.view)
        page = self._desk.escalations.hand(
            submitted.person, EscalationId(filled.escalation_id), PersonId(filled.officer)
        )
        return confirmations.handed(page, PersonId(filled.officer))

    def open_note(self, clicked: Clicked) -> Answer:
        limit = self._words.text_limit
        self._modals.answer(clicked, note_form.render(escalation_id=clicked.value, limit=limit))
        return None

    def note(self, submitted: Submitted) -> Answer:
        filled = note_form.parse(submitted.view)
        page = self._desk.escalations.note(submitted.person, EscalationId(filled.escalation_id), filled.words)
        return confirmations.noted(page)

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
