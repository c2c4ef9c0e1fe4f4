"""Adding details to a request that is filed, section by section, at the Slack edge."""

from bot.desk.desk import Desk
from bot.rules.requests import added_form, answers_of
from bot.rules.steps import Form
from handlers import action_ids
from handlers.answers import Answer
from handlers.asking import Clicked, Payload, Submitted
from handlers.edge import Edge
from handlers.forms import engine
from handlers.forms.asking import Lists
from handlers.forms.engine import Answers, Began
from handlers.lists import lists
from handlers.modals import Modals
from handlers.router import Subcommand
from handlers.views.blocks import View, context, ours, section
from handlers.views.words import DeskWords
from storage.records.requests import Direction, LiaisonRequest, RequestId, RequestKind

HINT = "Open what you can add to, and keep it: the desk sees it at once."


class Supplements:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals) -> None:
        self._desk = desk
        self._words = words
        self._modals = modals

    def subcommands(self) -> tuple[Subcommand, ...]:
        return ()

    def register(self, edge: Edge) -> None:
        """Before the steps of requests, of which this is one with a form of its own."""
        edge.on_button(action_ids.ADD_DETAILS, self.open)
        edge.on_button(action_ids.ADDED_SECTIONS, self.open_section)
        edge.on_button(action_ids.ADDED_ANSWERS, self.answered)
        edge.on_form(engine.ADDED, self.save)

    def open(self, clicked: Clicked) -> Answer:
        request = self._desk.requests.begin_adding(clicked.person, RequestId(clicked.value))
        self._modals.answer(clicked, self._overview(request))
        return None

    def open_section(self, clicked: Clicked) -> Answer:
        request = self._desk.requests.begin_adding(clicked.person, RequestId(_key(clicked.form)))
        view = self._section(request, clicked.value, answers_of(request), clicked.form["id"])
        if view is not None:
            self._modals.push(clicked.trigger_id, view)
        return None

    def answered(self, clicked: Clicked) -> Answer:
        """A choice on which other questions of the section depend: it is drawn anew."""
        name, overview_id = engine.of_section(clicked.form)
        began = Began.read(clicked.form)
        found = _form(began).section(name)
        if found and engine.changes_others(found.asks, clicked.block_id):
            answers = engine.given(clicked.form)
            view = engine.added(began, _form(began), name, answers, self._lists(), hub_id=overview_id)
            assert view is not None
            self._modals.update(clicked.form["id"], view)
        return None

    def save(self, submitted: Submitted) -> Answer:
        began = Began.read(submitted.view)
        name, overview_id = engine.of_section(submitted.view)
        request = self._desk.requests.add(
            submitted.person,
            RequestId(began.key),
            name,
            engine.given(submitted.view),
            int(began.about["version"]),
        )
        self._modals.update(overview_id, self._overview(request))
        return None

    def _overview(self, request: LiaisonRequest) -> View:
        began = _began(request)
        above = [section(ours(f"*{request.reference}*")), context(HINT)]
        return engine.overview(began, _form(began), answers_of(request), title=request.reference, above=above)

    def _section(self, request: LiaisonRequest, name: str, answers: Answers, overview_id: str) -> View | None:
        began = _began(request)
        return engine.added(began, _form(began), name, answers, self._lists(), hub_id=overview_id)

    def _lists(self) -> Lists:
        return lists(self._desk, self._words)


def _began(request: LiaisonRequest) -> Began:
    about = {"direction": request.direction.value, "version": str(request.version)}
    return Began(key=request.id, name=request.kind.value, about=about)


def _form(began: Began) -> Form:
    return added_form(RequestKind(began.name), Direction(began.about["direction"]))


def _key(view: Payload) -> str:
    return Began.read(view).key
