"""Liaison requests at the Slack edge: the intake, steps, status, lists and details."""

from collections.abc import Callable, Sequence

from bot.desk.desk import Desk
from bot.rules.errors import NotYet
from bot.rules.permissions import Act, may
from handlers import action_ids, menus
from handlers.answers import Answer, Replace
from handlers.asking import Asked, Clicked, Searched, Submitted
from handlers.edge import Edge
from handlers.forms import request as request_form
from handlers.forms import step as step_form
from handlers.forms.step import StepForm
from handlers.modals import Modals
from handlers.router import Subcommand, subcommand
from handlers.standing import standing
from handlers.views import confirmations, details, listing
from handlers.views.blocks import Block, Message, View
from handlers.views.listing import Turn
from handlers.views.words import DeskWords
from storage.records.people import Person
from storage.records.reminders import RecordKind
from storage.records.requests import RequestId

COMMAND = "/liaison"
KIND = RecordKind.REQUEST
MINE = "mine"


class Requests:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals, new_id: Callable[[], str]) -> None:
        self._desk = desk
        self._words = words
        self._modals = modals
        self._new_id = new_id

    def subcommands(self) -> tuple[Subcommand, ...]:
        example = "requests that fit, such as `pending country:FR overdue`"
        return (
            subcommand(COMMAND, "", self.open_form, words="make a request"),
            subcommand(COMMAND, "new", self.open_form, words="make a request"),
            subcommand(
                COMMAND,
                "status",
                self.status,
                usage="LR-2026-00042",
                words="where a request stands",
                needs_words=True,
            ),
            subcommand(COMMAND, "list", self.list, usage="[words]", words=example),
            subcommand(COMMAND, MINE, self.mine, words="your own requests"),
        )

    def register(self, edge: Edge) -> None:
        edge.on_shortcut(action_ids.SHORTCUT_REQUEST, self.open_form)
        edge.on_form(request_form.CALLBACK_ID, self.file)
        edge.on_form(step_form.callback_id(KIND), self.save_step)
        edge.on_options(action_ids.FIND_COUNTRY, self.find_country)
        edge.on_options(action_ids.FIND_AGENCY, self.find_agency)
        edge.on_button(action_ids.steps(KIND), self.step)
        edge.on_button(action_ids.all_details(KIND), self.details)
        edge.on_button(action_ids.next_page(KIND), self.turn)
        edge.on_button(action_ids.previous_page(KIND), self.turn)
        edge.on_button(action_ids.HOME_REQUEST, self.open_from_home)
        edge.on_button(action_ids.HOME_MINE, self.mine_from_home)

    def open_form(self, asked: Asked) -> Answer:
        self._desk.requests.check_filer(asked.person)
        self._modals.open(asked.trigger_id, self._form(asked.person))
        return None

    def open_from_home(self, clicked: Clicked) -> Answer:
        self._desk.requests.check_filer(clicked.person)
        self._modals.answer(clicked, self._form(clicked.person))
        return None

    def file(self, submitted: Submitted) -> Answer:
        filled = request_form.parse(submitted.view)
        request = self._desk.requests.file(submitted.person, filled.form, filled.key)
        answer_by = self._desk.requests.answer_due(request)
        return confirmations.filed(KIND, request, self._words, answer_by=answer_by)

    def status(self, asked: Asked) -> Answer:
        return standing(self._desk, self._words, asked, self._desk.requests.status)

    def list(self, asked: Asked) -> Answer:
        return self._page(asked.person, Turn.first(asked.text))

    def mine(self, asked: Asked) -> Answer:
        return self._page(asked.person, Turn.first(f"{MINE} {asked.text}".strip()))

    def mine_from_home(self, clicked: Clicked) -> Answer:
        return self._page(clicked.person, Turn.first(MINE))

    def turn(self, clicked: Clicked) -> Answer:
        return Replace(message=self._page(clicked.person, Turn.read(clicked.value)))

    def details(self, clicked: Clicked) -> Answer:
        found = self._desk.requests.details(clicked.person, RequestId(clicked.value))
        self._modals.answer(clicked, details.request(found, self._words))
        return None

    def step(self, clicked: Clicked) -> Answer:
        """A step that asks nothing is taken by the click; one that asks opens its form."""
        request_id, name = RequestId(clicked.value), action_ids.step_name(clicked.action_id)
        card = self._desk.requests.card(request_id)
        if card and (form := step_form.of_card(KIND, card, name, self._words.text_limit)):
            self._desk.requests.check_worker(clicked.person, request_id)
            self._modals.answer(clicked, form)
            return None
        return self._take(clicked.person, StepForm(record_id=request_id, step=name))

    def save_step(self, submitted: Submitted) -> Answer:
        return self._take(submitted.person, step_form.parse(submitted.view))

    def find_country(self, searched: Searched) -> Sequence[Block]:
        return menus.countries(searched.words, self._desk.registry.countries())

    def find_agency(self, searched: Searched) -> Sequence[Block]:
        return menus.agencies(self._desk.registry.agencies(searched.words))

    def _take(self, person: Person, taken: StepForm) -> Message:
        request_id = RequestId(taken.record_id)
        match taken.step:
            case "claim":
                request = self._desk.requests.claim(person, request_id)
            case "close":
                outcome = taken.answers.get("outcome", "")
                request = self._desk.requests.close(person, request_id, outcome, taken.seen_version)
            case "withdraw":
                request = self._desk.requests.withdraw(person, request_id)
            case _:
                raise NotYet("This step is not known any more. Look at the request's card again.")
        return confirmations.moved(KIND, request)

    def _form(self, person: Person) -> View:
        return request_form.render(
            key=self._new_id(), on_behalf=may(person, Act.FILE_ON_BEHALF), desk=self._words
        )

    def _page(self, person: Person, turn: Turn) -> Message:
        return listing.message(self._desk.requests.listing(person, turn.words, turn.page), self._words)
