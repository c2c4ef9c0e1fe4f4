"""Agencies at the Slack edge: looked up, added, edited, removed and taken back."""

from collections.abc import Callable

from bot.desk.desk import Desk
from bot.rules.errors import DeskError
from handlers import action_ids
from handlers.answers import Answer
from handlers.asking import Asked, Clicked, Submitted
from handlers.edge import Edge
from handlers.forms import agency_entry
from handlers.modals import Modals
from handlers.registry import COMMAND
from handlers.router import Subcommand, subcommand
from handlers.views import agencies
from handlers.views.words import DeskWords
from storage.records.agencies import Agency

NEW = "new"


class Agencies:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals, new_id: Callable[[], str]) -> None:
        self._desk = desk
        self._words = words
        self._modals = modals
        self._new_id = new_id

    def subcommands(self) -> tuple[Subcommand, ...]:
        return (
            subcommand(
                COMMAND,
                "agency",
                self.look_up,
                usage="TX",
                words="agencies and whom to call there, by ORI, state or name; `new` adds one",
                needs_words=True,
            ),
        )

    def register(self, edge: Edge) -> None:
        edge.on_button(action_ids.ADD_AGENCY, self.open_new_from_list)
        edge.on_button(action_ids.SHOW_AGENCY, self.show)
        edge.on_button(action_ids.EDIT_AGENCY, self.open_form)
        edge.on_button(action_ids.REMOVE_AGENCY, self.remove)
        edge.on_button(action_ids.RESTORE_AGENCY, self.restore)
        edge.on_form(agency_entry.NEW_CALLBACK_ID, self.add)
        edge.on_form(agency_entry.CALLBACK_ID, self.save)

    def look_up(self, asked: Asked) -> Answer:
        if asked.text.strip().lower() == NEW:
            self._desk.registry.check_editor(asked.person)
            self._modals.open(asked.trigger_id, agency_entry.render_new(key=self._new_id()))
            return None
        return agencies.message(self._desk.registry.agency(asked.person, asked.text), self._words)

    def show(self, clicked: Clicked) -> Answer:
        return agencies.message(self._desk.registry.agency(clicked.person, clicked.value), self._words)

    def open_new_from_list(self, clicked: Clicked) -> Answer:
        self._desk.registry.check_editor(clicked.person)
        self._modals.answer(clicked, agency_entry.render_new(key=self._new_id()))
        return None

    def open_form(self, clicked: Clicked) -> Answer:
        self._desk.registry.check_editor(clicked.person)
        self._modals.answer(clicked, agency_entry.render(self._clicked(clicked)))
        return None

    def add(self, submitted: Submitted) -> Answer:
        new = agency_entry.parse_new(submitted.view)
        return agencies.saved(self._desk.registry_edits.add_agency(submitted.person, new.form, new.key))

    def save(self, submitted: Submitted) -> Answer:
        edited = agency_entry.parse(submitted.view)
        return agencies.saved(
            self._desk.registry_edits.edit_agency(
                submitted.person, edited.id, edited.form, edited.seen_version
            )
        )

    def remove(self, clicked: Clicked) -> Answer:
        agency_id, version = clicked.value.split()
        edits = self._desk.registry_edits
        return agencies.removed(edits.remove_agency(clicked.person, agency_id, int(version)))

    def restore(self, clicked: Clicked) -> Answer:
        agency_id, version = clicked.value.split()
        edits = self._desk.registry_edits
        return agencies.restored(edits.restore_agency(clicked.person, agency_id, int(version)))

    def _clicked(self, clicked: Clicked) -> Agency:
        """Raises DeskError and Refusal."""
        found = self._desk.registry.agency(clicked.person, clicked.value).agencies
        if len(found) != 1:
            raise DeskError("There is no such agency in the registry.")
        return found[0]
