"""What happens inside a form: sections, choices, going back, closing, and sending it."""

from collections.abc import Callable

from bot.rules.errors import InvalidForm
from handlers import action_ids
from handlers.answers import Answer, Failed
from handlers.asking import Clicked, Closed, Submitted
from handlers.edge import Edge
from handlers.filling import Filling
from handlers.forms import engine
from handlers.forms.engine import Began
from handlers.modals import Modals
from handlers.router import Subcommand
from handlers.views.blocks import View


class Sections:
    """Each act saves the draft, so that a form that is lost can be resumed."""

    def __init__(self, filling: Filling, modals: Modals) -> None:
        self._filling = filling
        self._modals = modals

    def subcommands(self) -> tuple[Subcommand, ...]:
        return ()

    def register(self, edge: Edge) -> None:
        edge.on_form(engine.HUB, self.file)
        edge.on_form(engine.SECTION, self.keep)
        edge.on_close(engine.HUB, self.closed)
        edge.on_close(engine.SECTION, self.closed_section)
        edge.on_button(action_ids.FORM_SECTIONS, self.open)
        edge.on_button(action_ids.FORM_BACK, self.back)
        edge.on_button(action_ids.FORM_ANSWERS, self.answered)

    def open(self, clicked: Clicked) -> Answer:
        began = self._filling.save(clicked.person, clicked.form, clicked.stamp)
        view = self._filling.section(clicked.person, began, clicked.value, clicked.form["id"])
        if view is not None:
            self._modals.push(clicked.trigger_id, view)
        return None

    def keep(self, submitted: Submitted) -> Answer:
        """Checked here already, as far as it was filled in; what else is missing is the hub's."""
        began = Began.read(submitted.view)
        name, hub_id = engine.of_section(submitted.view)
        answers = {**self._filling.answers(submitted.person, began), **engine.given(submitted.view)}
        whole = self._filling.whole(submitted.person, began)
        self._filling.desk.requests.check_section(submitted.person, whole, name, answers)
        self._filling.save(submitted.person, submitted.view)
        self._modals.update(hub_id, self._filling.hub(submitted.person, began, answers))
        return None

    def answered(self, clicked: Clicked) -> Answer:
        """What was chosen or typed is kept, and the form drawn anew where other questions depend on it."""
        began = self._filling.save(clicked.person, clicked.form, clicked.stamp)
        if clicked.form["callback_id"] == engine.SECTION:
            self._answered_in_section(clicked, began)
        elif engine.changes_others(self._filling.whole(clicked.person, began).first, clicked.block_id):
            self._redraw(clicked, began, lambda: self._filling.hub(clicked.person, began))
        return None

    def back(self, clicked: Clicked) -> Answer:
        """To the question which form it is; what was answered is kept."""
        began = self._filling.save(clicked.person, clicked.form, clicked.stamp)
        self._redraw(clicked, began, lambda: self._filling.of(began.name).beginning(began))
        return None

    def file(self, submitted: Submitted) -> Answer | Failed:
        began = Began.read(submitted.view)
        answers = {**self._filling.answers(submitted.person, began), **engine.given(submitted.view)}
        try:
            return self._filling.of(began.name).file(submitted.person, began, answers)
        except InvalidForm as invalid:
            self._filling.save(submitted.person, submitted.view)
            whole = self._filling.whole(submitted.person, began)
            beside = engine.errors_on_hub(whole, invalid.errors, submitted.view)
            return Failed(sentence=str(invalid), fields=beside)

    def closed(self, closed: Closed) -> None:
        """Whoever closes a form finds it again among their drafts, unless nothing was filled in."""
        if engine.is_touched(closed.view):
            self._filling.save(closed.person, closed.view)

    def closed_section(self, closed: Closed) -> None:
        """The form below counts what was kept of it, since that is sent with it."""
        self.closed(closed)
        began = Began.read(closed.view)
        if not closed.all_at_once and not self._filling.is_sent(closed.person, began):
            _, hub_id = engine.of_section(closed.view)
            self._modals.update(hub_id, self._filling.hub(closed.person, began))

    def _answered_in_section(self, clicked: Clicked, began: Began) -> None:
        name, hub_id = engine.of_section(clicked.form)
        found = self._filling.whole(clicked.person, began).section(name)
        if found and engine.changes_others(found.asks, clicked.block_id):
            self._redraw(clicked, began, lambda: self._filling.section(clicked.person, began, name, hub_id))

    def _redraw(self, clicked: Clicked, began: Began, draw: Callable[[], View | None]) -> None:
        """Also when a later choice was faster, with both; never over the answer to a form that was sent."""
        form = clicked.form
        if (view := draw()) is None or self._modals.update(form["id"], view, seen=form.get("hash")):
            return
        if not self._filling.is_sent(clicked.person, began) and (newer := draw()) is not None:
            self._modals.update(form["id"], newer)
