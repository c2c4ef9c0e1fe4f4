"""The intake of notices at the Slack edge: which colour it is, and its form."""

from collections.abc import Callable
from dataclasses import replace

from bot.rules.errors import InvalidForm
from bot.rules.notice_words import read_notice
from handlers import action_ids
from handlers.answers import Answer, Show
from handlers.asking import Asked, Clicked, Submitted
from handlers.edge import Edge
from handlers.filling import Filling
from handlers.forms import notice as notice_form
from handlers.forms import notice_beginning
from handlers.forms.engine import Began
from handlers.forms.notice_beginning import NoticeBeginning
from handlers.modals import Modals
from handlers.notices import COMMAND
from handlers.router import Subcommand, subcommand
from handlers.views import drafts
from handlers.views.blocks import View
from storage.records.people import Person


class NoticeIntake:
    def __init__(self, filling: Filling, modals: Modals, new_id: Callable[[], str]) -> None:
        self._filling = filling
        self._desk = filling.desk
        self._modals = modals
        self._new_id = new_id

    def subcommands(self) -> tuple[Subcommand, ...]:
        return (
            subcommand(
                COMMAND, "new", self.open_form, usage="[yellow] [FR] [in]", words="file or record a notice"
            ),
            subcommand(COMMAND, "drafts", self.drafts, words="forms that you have begun"),
        )

    def register(self, edge: Edge) -> None:
        edge.on_button(action_ids.HOME_NOTICE, self.open_from_home)
        edge.on_form(notice_beginning.CALLBACK_ID, self.choose)

    def open_form(self, asked: Asked) -> Answer:
        """What the command does not name is asked first."""
        said = read_notice(asked.text, self._desk.names.countries())
        begun = NoticeBeginning(
            key=self._new_id(),
            colour=said.colour,
            means=said.means,
            direction=said.direction,
            country=said.country,
            unknown="" if said.colour else said.rest,
        )
        self._desk.notices.check_filer(asked.person, begun.direction)
        self._modals.open(asked.trigger_id, self._first_view(asked.person, begun, said.rest))
        return None

    def open_from_home(self, clicked: Clicked) -> Answer:
        self._desk.notices.check_filer(clicked.person)
        self._modals.answer(clicked, self._beginning(NoticeBeginning(key=self._new_id())))
        return None

    def drafts(self, asked: Asked) -> Answer:
        return drafts.message(self._desk.drafts.mine(asked.person), self._filling.words)

    def choose(self, submitted: Submitted) -> Answer:
        begun = notice_beginning.parse(submitted.view)
        assert begun.colour is not None
        self._desk.notices.check_beginning(submitted.person, begun.colour, begun.direction, begun.country)
        return Show(view=self._filling.hub(submitted.person, _began(begun)))

    def _first_view(self, person: Person, begun: NoticeBeginning, rest: str) -> View:
        """The form, or the question that leads to it with what was wrong about the words.

        `rest` is what of them was not understood.
        """
        if begun.colour is None:
            return self._beginning(begun)
        try:
            self._desk.notices.check_beginning(person, begun.colour, begun.direction, begun.country)
        except InvalidForm as invalid:
            note = str(invalid) if rest or begun.country else ""
            return self._beginning(replace(begun, note=note))
        return self._filling.hub(person, _began(begun))

    def _beginning(self, begun: NoticeBeginning) -> View:
        return notice_beginning.render(begun, self._filling.words)


def _began(begun: NoticeBeginning) -> Began:
    assert begun.colour is not None
    return notice_form.begin(begun.key, begun.colour, begun.means, begun.direction, begun.country)
