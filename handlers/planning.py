"""Planning the roster at the Slack edge: rotations with a preview, overrides, and shifts that are offered."""

from bot.desk.desk import Desk
from bot.rules.errors import DeskError
from handlers import action_ids
from handlers.answers import Answer, Replace, Show
from handlers.asking import Asked, Clicked, Submitted
from handlers.edge import Edge
from handlers.forms import override, rotation, swap
from handlers.modals import Modals
from handlers.oncall import COMMAND
from handlers.router import Subcommand, subcommand
from handlers.views import planning, swaps
from handlers.views.blocks import View
from handlers.views.words import DeskWords
from storage.records.people import Person
from storage.records.roster import Tier


class Planning:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals) -> None:
        self._desk = desk
        self._words = words
        self._modals = modals

    def subcommands(self) -> tuple[Subcommand, ...]:
        plan = "plan who takes turns, by a form with a preview; `second` for who stands behind"
        put_in = "put somebody in for a while, or take them out again"
        return (
            subcommand(COMMAND, "schedule", self.schedule, usage="[second]", words=plan),
            subcommand(COMMAND, "override", self.override, words=put_in),
            subcommand(COMMAND, "swap", self.swap, words="offer a shift of yours to another officer"),
        )

    def register(self, edge: Edge) -> None:
        edge.on_button(action_ids.ROSTER_SCHEDULE, self.open_schedule)
        edge.on_form(rotation.CALLBACK_ID, self.preview)
        edge.on_button(action_ids.ROSTER_CHANGE, self.change)
        edge.on_form(rotation.PREVIEW_CALLBACK_ID, self.save)
        edge.on_button(action_ids.ROSTER_END, self.end)
        edge.on_button(action_ids.ROSTER_OVERRIDE, self.open_override)
        edge.on_form(override.CALLBACK_ID, self.preview_override)
        edge.on_button(action_ids.ROSTER_CHANGE_OVERRIDE, self.change_override)
        edge.on_form(override.PREVIEW_CALLBACK_ID, self.put_in)
        edge.on_button(action_ids.ROSTER_REMOVE, self.take_out)
        edge.on_button(action_ids.ROSTER_SWAP, self.open_swap)
        edge.on_form(swap.CALLBACK_ID, self.offer)
        edge.on_button(action_ids.SWAP_ACCEPT, self.accept)
        edge.on_button(action_ids.SWAP_DECLINE, self.decline)
        edge.on_button(action_ids.SWAP_WITHDRAW, self.withdraw)

    def schedule(self, asked: Asked) -> Answer:
        self._modals.open(asked.trigger_id, self._schedule(asked.person, _tier(asked.text)))
        return None

    def open_schedule(self, clicked: Clicked) -> Answer:
        self._modals.answer(clicked, self._schedule(clicked.person, _tier(clicked.value)))
        return None

    def preview(self, submitted: Submitted) -> Answer:
        found = self._desk.planning.preview(submitted.person, rotation.parse(submitted.view))
        return Show(view=rotation.render_preview(found, self._words))

    def change(self, clicked: Clicked) -> Answer:
        """Back from the preview, with what was typed."""
        typed, seen_version = rotation.parse_preview(clicked.form)
        form = rotation.again(typed, self._words, has_one=seen_version > 0)
        self._modals.update(clicked.form["id"], form)
        return None

    def save(self, submitted: Submitted) -> Answer:
        typed, seen_version = rotation.parse_preview(submitted.view)
        return planning.saved(
            self._desk.planning.schedule(submitted.person, typed, seen_version), self._words
        )

    def end(self, clicked: Clicked) -> Answer:
        ended = self._desk.planning.end(clicked.person, Tier(clicked.value))
        return Replace(message=planning.ended(ended, self._words))

    def override(self, asked: Asked) -> Answer:
        self._modals.open(asked.trigger_id, self._override(asked.person))
        return None

    def open_override(self, clicked: Clicked) -> Answer:
        self._modals.answer(clicked, self._override(clicked.person))
        return None

    def preview_override(self, submitted: Submitted) -> Answer:
        found = self._desk.planning.preview_override(submitted.person, override.parse(submitted.view))
        return Show(view=override.render_preview(found, self._words))

    def change_override(self, clicked: Clicked) -> Answer:
        """Back from the preview, with what was typed."""
        typed = override.parse_preview(clicked.form)
        self._modals.update(clicked.form["id"], override.again(typed, self._words))
        return None

    def put_in(self, submitted: Submitted) -> Answer:
        shift = self._desk.planning.override(submitted.person, override.parse_preview(submitted.view))
        return planning.put_in(shift, self._words)

    def take_out(self, clicked: Clicked) -> Answer:
        left = self._desk.planning.remove(clicked.person, clicked.value)
        self._modals.update(clicked.form["id"], override.render(left, self._words))
        return None

    def swap(self, asked: Asked) -> Answer:
        self._modals.open(asked.trigger_id, self._swap(asked.person))
        return None

    def open_swap(self, clicked: Clicked) -> Answer:
        self._modals.answer(clicked, self._swap(clicked.person))
        return None

    def offer(self, submitted: Submitted) -> Answer:
        asked = swap.parse(submitted.view)
        found = self._desk.swaps.offer(submitted.person, asked.rotation_id, asked.turn, asked.officer)
        return swaps.offered(found, self._words)

    def accept(self, clicked: Clicked) -> Answer:
        return swaps.answered(self._desk.swaps.accept(clicked.person, clicked.value), self._words)

    def decline(self, clicked: Clicked) -> Answer:
        return swaps.answered(self._desk.swaps.decline(clicked.person, clicked.value), self._words)

    def withdraw(self, clicked: Clicked) -> Answer:
        found = self._desk.swaps.withdraw(clicked.person, clicked.value)
        return Replace(message=swaps.answered(found, self._words))

    def _schedule(self, person: Person, tier: Tier) -> View:
        return rotation.render(self._desk.planning.scheduled(person, tier), self._words)

    def _override(self, person: Person) -> View:
        return override.render(self._desk.planning.overrides(person), self._words)

    def _swap(self, person: Person) -> View:
        turns = self._desk.swaps.own_turns(person)
        if not turns:
            raise DeskError(
                "No shift of a rotation is yours in the next half year, so there is none to offer."
            )
        return swap.render(turns, self._words)


def _tier(text: str) -> Tier:
    """Raises DeskError for other words than the name of a tier."""
    try:
        return Tier(text.strip().lower() or Tier.FIRST)
    except ValueError:
        raise DeskError("Write `/oncall schedule`, or `/oncall schedule second`.") from None
