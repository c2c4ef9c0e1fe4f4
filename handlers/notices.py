"""Notices at the Slack edge: their steps, details and timelines."""

from collections.abc import Sequence

from bot.desk.desk import Desk
from bot.desk.notice_facts import NoticeCard
from bot.rules import notice_steps
from handlers import action_ids
from handlers.answers import Answer
from handlers.asking import Clicked, Submitted
from handlers.edge import Edge
from handlers.forms import step as step_form
from handlers.forms.step import StepForm
from handlers.lists import lists
from handlers.modals import Modals
from handlers.router import Subcommand
from handlers.views import checklists, confirmations, notice_details, notice_timeline
from handlers.views.blocks import Block, Message, actions, button
from handlers.views.words import DeskWords
from storage.records.notices import NoticeId
from storage.records.people import Person
from storage.records.reminders import RecordKind

COMMAND = "/notice"
KIND = RecordKind.NOTICE


class Notices:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals) -> None:
        self._desk = desk
        self._words = words
        self._modals = modals

    def subcommands(self) -> tuple[Subcommand, ...]:
        return ()

    def register(self, edge: Edge) -> None:
        edge.on_form(step_form.callback_id(KIND), self.save_step)
        edge.on_button(action_ids.steps(KIND), self.step)
        edge.on_button(action_ids.all_details(KIND), self.details)
        edge.on_button(action_ids.NOTICE_TIMELINE, self.timeline)
        edge.on_button(action_ids.NOTICE_NAME, self.name)
        edge.on_button(action_ids.NOTICE_CARD, self.post_card)

    def details(self, clicked: Clicked) -> Answer:
        found = self._desk.notices.details(clicked.person, NoticeId(clicked.value))
        self._modals.answer(clicked, notice_details.view(found, self._words))
        return None

    def timeline(self, clicked: Clicked) -> Answer:
        found = self._desk.notices.timeline(clicked.person, NoticeId(clicked.value))
        self._modals.answer(clicked, notice_timeline.view(found, self._words))
        return None

    def name(self, clicked: Clicked) -> Answer:
        """A protected subject's whole name, by a read of its own."""
        notice = self._desk.notices.named(clicked.person, NoticeId(clicked.value))
        self._modals.answer(clicked, notice_details.named(notice))
        return None

    def post_card(self, clicked: Clicked) -> Answer:
        return confirmations.card_posted(
            self._desk.notices.post_card(clicked.person, NoticeId(clicked.value))
        )

    def step(self, clicked: Clicked) -> Answer:
        """A step that asks nothing is taken by the click; one that asks opens its form."""
        notice_id, name = NoticeId(clicked.value), action_ids.step_name(clicked.action_id)
        of_filer = name in notice_steps.OF_THE_FILER
        card = (self._desk.notices.own if of_filer else self._desk.notices.card)(notice_id)
        above = _above(card, name) if card else []
        if card and (form := step_form.of_card(KIND, card, name, lists(self._desk, self._words), above)):
            self._desk.notices.check_step(clicked.person, notice_id, name)
            self._modals.answer(clicked, form)
            return None
        return self._take(clicked.person, StepForm(record_id=notice_id, step=name))

    def save_step(self, submitted: Submitted) -> Answer:
        return self._take(submitted.person, step_form.parse(submitted.view))

    def _take(self, person: Person, taken: StepForm) -> Message:
        notice = self._desk.notices.step(
            person, NoticeId(taken.record_id), taken.step, taken.answers, taken.seen_version
        )
        return confirmations.taken_of_notice(notice, taken.step)


def _above(card: NoticeCard, step_name: str) -> Sequence[Block]:
    """Whoever approves sees by which rules: the reviewer's seven, and the conditions of its publication."""
    if step_name != notice_steps.APPROVE.name:
        return []
    details = button("Show details", action_ids.details(KIND), card.id)
    return [*checklists.conditions(card.items, card.warnings), *actions(details)]
