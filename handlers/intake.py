"""The intake of requests at the Slack edge: which kind it is, its form, and filing it."""

from collections.abc import Callable
from dataclasses import replace

from bot.rules.errors import InvalidForm
from bot.rules.kinds import KINDS
from bot.rules.places import read_place
from handlers import action_ids
from handlers.answers import Answer, Show
from handlers.asking import Asked, Clicked, Submitted
from handlers.edge import Edge
from handlers.filling import Filling
from handlers.forms import beginning
from handlers.forms import intake as intake_form
from handlers.forms.beginning import Beginning
from handlers.modals import Modals
from handlers.router import Subcommand, subcommand
from handlers.views.blocks import View
from storage.records.drafts import DraftId
from storage.records.people import Person
from storage.records.requests import RequestKind

COMMAND = "/liaison"
MESSAGE_FACTS, MESSAGE_LINK = "facts", "source_message"


class Intake:
    def __init__(self, filling: Filling, modals: Modals, new_id: Callable[[], str]) -> None:
        self._filling = filling
        self._desk = filling.desk
        self._modals = modals
        self._new_id = new_id

    def subcommands(self) -> tuple[Subcommand, ...]:
        return (
            subcommand(COMMAND, "", self.open_form, words="make a request"),
            subcommand(COMMAND, "new", self.open_form, words="make a request"),
            *(
                subcommand(COMMAND, row.word, self._opening(kind), usage="[FR] [in]", words=row.label)
                for kind, row in KINDS.items()
            ),
        )

    def register(self, edge: Edge) -> None:
        edge.on_shortcut(action_ids.SHORTCUT_REQUEST, self.open_form)
        edge.on_shortcut(action_ids.SHORTCUT_MESSAGE, self.open_with_message)
        edge.on_button(action_ids.HOME_REQUEST, self.open_from_home)
        edge.on_form(beginning.CALLBACK_ID, self.choose)

    def open_form(self, asked: Asked) -> Answer:
        self._desk.requests.check_filer(asked.person)
        self._modals.open(asked.trigger_id, self._beginning(Beginning(key=self._new_id())))
        return None

    def open_from_home(self, clicked: Clicked) -> Answer:
        self._desk.requests.check_filer(clicked.person)
        self._modals.answer(clicked, self._beginning(Beginning(key=self._new_id())))
        return None

    def open_with_message(self, asked: Asked) -> Answer:
        """Asks Slack nothing before the form is up: text and place of the message came with the click."""
        self._desk.requests.check_filer(asked.person)
        key, quoted = self._new_id(), asked.quoted
        if quoted:
            text = quoted.text[: self._filling.words.text_limit]
            begun = {MESSAGE_FACTS: text, MESSAGE_LINK: quoted.link}
            self._desk.drafts.save(asked.person, DraftId(key), "", begun)
        in_open = quoted is not None and quoted.in_open_channel
        view = self._beginning(Beginning(key=key, from_open_channel=in_open))
        self._modals.open(asked.trigger_id, view)
        return None

    def choose(self, submitted: Submitted) -> Answer:
        begun = beginning.parse(submitted.view)
        assert begun.kind is not None
        self._desk.requests.check_beginning(submitted.person, begun.kind, begun.direction, begun.country)
        began = intake_form.begin(begun.key, begun.kind, begun.direction, begun.country)
        return Show(view=self._filling.hub(submitted.person, began))

    def _opening(self, kind: RequestKind) -> Callable[[Asked], Answer]:
        """`/liaison child FR` jumps straight into the form; what it leaves out is asked first."""

        def open_kind(asked: Asked) -> Answer:
            self._desk.requests.check_filer(asked.person)
            place = read_place(asked.text, self._desk.names.countries())
            direction = place.direction or next(iter(KINDS[kind].forms))
            begun = Beginning(key=self._new_id(), kind=kind, direction=direction, country=place.country)
            self._modals.open(asked.trigger_id, self._first_view(asked.person, begun, asked.text))
            return None

        return open_kind

    def _first_view(self, person: Person, begun: Beginning, words: str) -> View:
        """The form, or the question that leads to it with what was wrong about the words."""
        assert begun.kind is not None
        try:
            self._desk.requests.check_beginning(person, begun.kind, begun.direction, begun.country)
        except InvalidForm as invalid:
            note = str(invalid) if words.strip() else ""
            return self._beginning(replace(begun, note=note))
        return self._filling.hub(
            person, intake_form.begin(begun.key, begun.kind, begun.direction, begun.country)
        )

    def _beginning(self, begun: Beginning) -> View:
        return beginning.render(begun, self._filling.words)
