"""Countries at the Slack edge: one looked up, edited, and given or relieved of a requirement."""

from collections.abc import Callable

from bot.desk.desk import Desk
from handlers import action_ids
from handlers.answers import Answer
from handlers.asking import Asked, Clicked, Submitted
from handlers.edge import Edge
from handlers.forms import country as country_form
from handlers.modals import Modals
from handlers.router import Subcommand, subcommand
from handlers.views import countries
from handlers.views.words import DeskWords

COMMAND = "/liaison"


class Countries:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals, new_id: Callable[[], str]) -> None:
        self._desk = desk
        self._words = words
        self._modals = modals
        self._new_id = new_id

    def subcommands(self) -> tuple[Subcommand, ...]:
        return (
            subcommand(
                COMMAND,
                "country",
                self.look_up,
                usage="MX",
                words="a member's bureau and what it asks for, by its letters or its name",
                needs_words=True,
            ),
        )

    def register(self, edge: Edge) -> None:
        edge.on_button(action_ids.EDIT_COUNTRY, self.open_form)
        edge.on_button(action_ids.ADD_REQUIREMENT, self.open_requirement)
        edge.on_button(action_ids.WITHDRAW_REQUIREMENT, self.withdraw)
        edge.on_form(country_form.CALLBACK_ID, self.save)
        edge.on_form(country_form.REQUIREMENT_CALLBACK_ID, self.add_requirement)

    def look_up(self, asked: Asked) -> Answer:
        return countries.message(self._desk.registry.country(asked.person, asked.text), self._words)

    def open_form(self, clicked: Clicked) -> Answer:
        self._desk.registry.check_editor(clicked.person)
        entry = self._desk.registry.country(clicked.person, clicked.value)
        self._modals.answer(clicked, country_form.render(entry.country))
        return None

    def save(self, submitted: Submitted) -> Answer:
        edited = country_form.parse(submitted.view)
        return countries.saved(
            self._desk.registry_edits.edit_country(
                submitted.person, edited.code, edited.form, edited.seen_version
            )
        )

    def open_requirement(self, clicked: Clicked) -> Answer:
        self._desk.registry.check_editor(clicked.person)
        entry = self._desk.registry.country(clicked.person, clicked.value)
        self._modals.answer(
            clicked, country_form.render_requirement(key=self._new_id(), country=entry.country)
        )
        return None

    def add_requirement(self, submitted: Submitted) -> Answer:
        new = country_form.parse_requirement(submitted.view)
        return countries.requirement_added(
            self._desk.registry_edits.add_requirement(submitted.person, new.country, new.form, new.key)
        )

    def withdraw(self, clicked: Clicked) -> Answer:
        return countries.requirement_withdrawn(
            self._desk.registry_edits.withdraw_requirement(clicked.person, clicked.value)
        )
