"""Notices at the Slack edge: filing, steps, status, lists and details."""

from collections.abc import Callable

from bot.desk.desk import Desk
from handlers import action_ids
from handlers.answers import Answer, Replace, Show
from handlers.asking import Asked, Clicked, Submitted
from handlers.edge import Edge
from handlers.forms import notice as notice_form
from handlers.forms import step as step_form
from handlers.forms.step import StepForm
from handlers.lists import lists
from handlers.modals import Modals
from handlers.router import Subcommand, subcommand
from handlers.standing import standing
from handlers.views import confirmations, details, listing
from handlers.views.blocks import Message
from handlers.views.listing import Turn
from handlers.views.words import DeskWords
from storage.records.notices import Colour, NoticeId
from storage.records.people import Person
from storage.records.reminders import RecordKind

COMMAND = "/notice"
KIND = RecordKind.NOTICE


class Notices:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals, new_id: Callable[[], str]) -> None:
        self._desk = desk
        self._words = words
        self._modals = modals
        self._new_id = new_id

    def subcommands(self) -> tuple[Subcommand, ...]:
        example = "notices that fit, such as `colour:red state:pending older:30d mine overdue`"
        return (
            subcommand(COMMAND, "new", self.open_form, usage="[colour]", words="file a notice"),
            subcommand(
                COMMAND,
                "status",
                self.status,
                usage="NT-2026-00007",
                words="where a notice stands",
                needs_words=True,
            ),
            subcommand(COMMAND, "list", self.list, usage="[words]", words=example),
        )

    def register(self, edge: Edge) -> None:
        edge.on_form(notice_form.COLOUR_CALLBACK_ID, self.choose_colour)
        edge.on_form(notice_form.CALLBACK_ID, self.file)
        edge.on_form(step_form.callback_id(KIND), self.save_step)
        edge.on_button(action_ids.steps(KIND), self.step)
        edge.on_button(action_ids.all_details(KIND), self.details)
        edge.on_button(action_ids.next_page(KIND), self.turn)
        edge.on_button(action_ids.previous_page(KIND), self.turn)

    def open_form(self, asked: Asked) -> Answer:
        """The colour is asked first unless the command names it."""
        self._desk.notices.check_filer(asked.person)
        key, named = self._new_id(), asked.text.strip().lower()
        if named in set(Colour):
            view = notice_form.render(key=key, colour=Colour(named), desk=self._words)
        else:
            view = notice_form.render_colour(key=key, unknown=named)
        self._modals.open(asked.trigger_id, view)
        return None

    def choose_colour(self, submitted: Submitted) -> Answer:
        key, colour = notice_form.parse_colour(submitted.view)
        return Show(view=notice_form.render(key=key, colour=colour, desk=self._words))

    def file(self, submitted: Submitted) -> Answer:
        filled = notice_form.parse(submitted.view)
        notice = self._desk.notices.file(submitted.person, filled.form, filled.key)
        return confirmations.filed(notice, self._words)

    def status(self, asked: Asked) -> Answer:
        return standing(self._desk, self._words, asked, self._desk.notices.status)

    def list(self, asked: Asked) -> Answer:
        turn = Turn.first(asked.text)
        return listing.message(self._desk.notices.listing(asked.person, turn.words, turn.page), self._words)

    def turn(self, clicked: Clicked) -> Answer:
        turn = Turn.read(clicked.value)
        found = self._desk.notices.listing(clicked.person, turn.words, turn.page)
        return Replace(message=listing.message(found, self._words))

    def details(self, clicked: Clicked) -> Answer:
        found = self._desk.notices.details(clicked.person, NoticeId(clicked.value))
        self._modals.answer(clicked, details.notice(found, self._words))
        return None

    def step(self, clicked: Clicked) -> Answer:
        """A step that asks nothing is taken by the click; one that asks opens its form."""
        notice_id, name = NoticeId(clicked.value), action_ids.step_name(clicked.action_id)
        card = self._desk.notices.card(notice_id)
        if card and (form := step_form.of_card(KIND, card, name, lists(self._desk, self._words))):
            self._desk.notices.check_worker(clicked.person, notice_id)
            self._modals.answer(clicked, form)
            return None
        return self._take(clicked.person, StepForm(record_id=notice_id, step=name))

    def save_step(self, submitted: Submitted) -> Answer:
        return self._take(submitted.person, step_form.parse(submitted.view))

    def _take(self, person: Person, taken: StepForm) -> Message:
        notice = self._desk.notices.step(
            person, NoticeId(taken.record_id), taken.step, taken.answers, taken.seen_version
        )
        return confirmations.moved(KIND, notice)
