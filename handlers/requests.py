"""Liaison requests at the Slack edge: the queue, status, lists, details, and the steps of each."""

from collections.abc import Sequence

from bot.desk.desk import Desk
from bot.rules import messages, request_steps
from bot.rules.requests import NOT_ACCEPTED
from handlers import action_ids, menus
from handlers.answers import Answer
from handlers.asking import Asked, Clicked, Searched, Submitted
from handlers.edge import Edge
from handlers.forms import step as step_form
from handlers.forms.step import StepForm
from handlers.lists import lists
from handlers.modals import Modals
from handlers.router import Subcommand, subcommand
from handlers.views import confirmations, copy_text, countries, request_details
from handlers.views.blocks import Block, Message
from handlers.views.words import DeskWords
from storage.records.people import Person
from storage.records.reminders import RecordKind
from storage.records.requests import RequestId

COMMAND = "/liaison"
KIND = RecordKind.REQUEST
MINE = "mine"


class Requests:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals) -> None:
        self._desk = desk
        self._words = words
        self._modals = modals

    def subcommands(self) -> tuple[Subcommand, ...]:
        return (
            subcommand(COMMAND, "next", self.next, words="for officers: take what should be worked now"),
            subcommand(COMMAND, "load", self.load, words="for supervisors: who has how much"),
        )

    def register(self, edge: Edge) -> None:
        edge.on_form(step_form.callback_id(KIND), self.save_step)
        edge.on_options(action_ids.FIND_ANY_COUNTRY, self.find_country)
        edge.on_options(action_ids.FIND_ANY_AGENCY, self.find_agency)
        edge.on_button(action_ids.steps(KIND), self.step)
        edge.on_button(action_ids.all_details(KIND), self.details)
        edge.on_button(action_ids.HOME_NEXT, self.next_from_home)
        edge.on_button(action_ids.COPY_TEXT, self.copy)
        edge.on_button(action_ids.SHOW_NAME, self.name)
        edge.on_button(action_ids.WATCH, self.watch)
        edge.on_button(action_ids.ALERT_ACKNOWLEDGE, self.acknowledge)

    def next(self, asked: Asked) -> Answer:
        return confirmations.next_item(self._desk.requests.take_next(asked.person), self._words)

    def next_from_home(self, clicked: Clicked) -> Answer:
        return confirmations.next_item(self._desk.requests.take_next(clicked.person), self._words)

    def load(self, asked: Asked) -> Answer:
        return confirmations.load(self._desk.requests.load(asked.person))

    def details(self, clicked: Clicked) -> Answer:
        found = self._desk.requests.details(clicked.person, RequestId(clicked.value))
        self._modals.answer(clicked, request_details.view(found, self._words))
        return None

    def copy(self, clicked: Clicked) -> Answer:
        """The text that goes abroad; looking at it is a read of the details."""
        request = self._desk.requests.text_for(clicked.person, RequestId(clicked.value))
        text = messages.abroad(request, self._words.names.country)
        accepted = request.state not in NOT_ACCEPTED
        view = copy_text.view(request.reference, text, messages.query(request), accepted=accepted)
        self._modals.answer(clicked, view)
        return None

    def name(self, clicked: Clicked) -> Answer:
        """A protected subject's whole name, by a read of its own."""
        request = self._desk.requests.named(clicked.person, RequestId(clicked.value))
        self._modals.answer(clicked, request_details.named(request))
        return None

    def watch(self, clicked: Clicked) -> Answer:
        on = clicked.action_id == action_ids.watch("on")
        name = (request_steps.WATCH if on else request_steps.UNWATCH).name
        request = self._desk.requests.step(clicked.person, RequestId(clicked.value), name)
        return confirmations.watching(request, on=on)

    def acknowledge(self, clicked: Clicked) -> Answer:
        return confirmations.alert_acknowledged(self._desk.alerts.acknowledge(clicked.person, clicked.value))

    def step(self, clicked: Clicked) -> Answer:
        """A step that asks nothing is taken by the click; one that asks opens its form."""
        request_id, name = RequestId(clicked.value), action_ids.step_name(clicked.action_id)
        of_filer = name in request_steps.OF_THE_FILER
        find = self._desk.requests.own if of_filer else self._desk.requests.card
        card = find(request_id)
        above = self._requirements(card.country) if card and name == request_steps.TRANSMIT.name else []
        if card and (form := step_form.of_card(KIND, card, name, lists(self._desk, self._words), above)):
            self._desk.requests.check_step(clicked.person, request_id, name)
            self._modals.answer(clicked, form)
            return None
        return self._take(clicked.person, StepForm(record_id=request_id, step=name))

    def save_step(self, submitted: Submitted) -> Answer:
        return self._take(submitted.person, step_form.parse(submitted.view))

    def find_country(self, searched: Searched) -> Sequence[Block]:
        return menus.countries(searched.words, self._desk.registry.countries())

    def find_agency(self, searched: Searched) -> Sequence[Block]:
        return menus.agencies(self._desk.registry.agencies(searched.words))

    def _requirements(self, country: str) -> Sequence[Block]:
        name = self._words.country_name(country)
        return countries.required(name, self._desk.names.requirements(country))

    def _take(self, person: Person, taken: StepForm) -> Message:
        request = self._desk.requests.step(
            person, RequestId(taken.record_id), taken.step, taken.answers, taken.seen_version
        )
        return confirmations.taken(request, taken.step)
