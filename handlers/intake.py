"""The intake of requests at the Slack edge: which kind it is, its form, and drafts of forms."""

from collections.abc import Callable, Mapping

from bot.desk.desk import Desk
from bot.rules.errors import InvalidForm
from bot.rules.kinds import KINDS
from bot.rules.permissions import Act, may
from bot.rules.places import read_place
from bot.rules.steps import Form
from handlers import action_ids
from handlers.answers import Answer, Failed, Show
from handlers.asking import Asked, Clicked, Closed, Submitted
from handlers.edge import Edge
from handlers.forms import beginning, engine
from handlers.forms import intake as intake_form
from handlers.forms.asking import Lists
from handlers.forms.beginning import Beginning
from handlers.forms.engine import Answers, Began
from handlers.lists import lists
from handlers.modals import Modals
from handlers.router import Subcommand, subcommand
from handlers.views import drafts, filed
from handlers.views.blocks import View
from handlers.views.words import DeskWords
from storage.records.drafts import DraftId
from storage.records.people import Person
from storage.records.requests import Direction, RequestKind

COMMAND = "/liaison"
MESSAGE_FACTS, MESSAGE_LINK = "facts", "source_message"


class Intake:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals, new_id: Callable[[], str]) -> None:
        self._desk = desk
        self._words = words
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
            subcommand(COMMAND, "drafts", self.drafts, words="forms that you have begun"),
        )

    def register(self, edge: Edge) -> None:
        edge.on_shortcut(action_ids.SHORTCUT_REQUEST, self.open_form)
        edge.on_shortcut(action_ids.SHORTCUT_MESSAGE, self.open_with_message)
        edge.on_button(action_ids.HOME_REQUEST, self.open_from_home)
        edge.on_form(beginning.CALLBACK_ID, self.choose)
        edge.on_form(engine.HUB, self.file)
        edge.on_form(engine.SECTION, self.keep_section)
        edge.on_close(engine.HUB, self.closed)
        edge.on_close(engine.SECTION, self.closed_section)
        edge.on_button(action_ids.FORM_SECTIONS, self.open_section)
        edge.on_button(action_ids.FORM_BACK, self.back)
        edge.on_button(action_ids.FORM_ANSWERS, self.answered)
        edge.on_button(action_ids.DRAFT_RESUME, self.resume)
        edge.on_button(action_ids.DRAFT_DISCARD, self.discard)

    # Which kind it is.

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
            text = quoted.text[: self._words.text_limit]
            begun = {MESSAGE_FACTS: text, MESSAGE_LINK: quoted.link}
            self._desk.drafts.save(asked.person, DraftId(key), "", begun)
        open_channel = quoted is not None and quoted.in_open_channel
        self._modals.open(
            asked.trigger_id, self._beginning(Beginning(key=key, from_open_channel=open_channel))
        )
        return None

    def choose(self, submitted: Submitted) -> Answer:
        begun = beginning.parse(submitted.view)
        assert begun.kind is not None
        self._desk.requests.check_beginning(submitted.person, begun.kind, begun.direction, begun.country)
        began = intake_form.begin(begun.key, begun.kind, begun.direction, begun.country)
        return Show(view=self._hub(submitted.person, began, self._begun(submitted.person, began)))

    def _opening(self, kind: RequestKind) -> Callable[[Asked], Answer]:
        """`/liaison child FR` jumps straight into the form; what it leaves out is asked first."""

        def open_kind(asked: Asked) -> Answer:
            self._desk.requests.check_filer(asked.person)
            key, place = self._new_id(), read_place(asked.text, self._desk.names.countries())
            direction = place.direction or next(iter(KINDS[kind].forms))
            begun = Beginning(key=key, kind=kind, direction=direction, country=place.country)
            self._modals.open(asked.trigger_id, self._first_view(asked.person, begun))
            return None

        return open_kind

    def _first_view(self, person: Person, begun: Beginning) -> View:
        assert begun.kind is not None
        try:
            self._desk.requests.check_beginning(person, begun.kind, begun.direction, begun.country)
        except InvalidForm:
            return self._beginning(begun)
        began = intake_form.begin(begun.key, begun.kind, begun.direction, begun.country)
        return self._hub(person, began, self._desk.requests.remembered(person))

    def _beginning(self, begun: Beginning) -> View:
        return beginning.render(begun, self._words)

    # The form of a kind.

    def open_section(self, clicked: Clicked) -> Answer:
        began = self._save(clicked.person, clicked.form)
        answers = self._begun(clicked.person, began)
        whole = self._whole(clicked.person, began)
        hub_id = clicked.form["id"]
        view = engine.part(began, whole, clicked.value, answers, self._lists(), hub_id=hub_id)
        if view is not None:
            self._modals.push(clicked.trigger_id, view)
        return None

    def keep_section(self, submitted: Submitted) -> Answer:
        """Checked here already, as far as it was filled in; what else is missing is the hub's."""
        began = self._save(submitted.person, submitted.view)
        name, hub_id = engine.of_section(submitted.view)
        answers = self._begun(submitted.person, began)
        whole = self._whole(submitted.person, began)
        self._desk.requests.check_section(submitted.person, whole, name, answers)
        self._modals.update(hub_id, self._hub(submitted.person, began, answers))
        return None

    def answered(self, clicked: Clicked) -> Answer:
        """A choice: kept, and the form is drawn anew where other questions depend on it."""
        began = self._save(clicked.person, clicked.form)
        whole, shown = self._whole(clicked.person, began), clicked.form
        name = clicked.block_id
        if shown["callback_id"] == engine.SECTION:
            section, hub_id = engine.of_section(shown)
            found = whole.section(section)
            if found and engine.changes_others(found.asks, name):
                answers = self._begun(clicked.person, began)
                view = engine.part(began, whole, section, answers, self._lists(), hub_id=hub_id)
                assert view is not None
                self._modals.update(shown["id"], view)
        elif engine.changes_others(whole.first, name):
            self._modals.update(
                shown["id"], self._hub(clicked.person, began, self._begun(clicked.person, began))
            )
        return None

    def back(self, clicked: Clicked) -> Answer:
        """To the question which kind it is; what was answered is kept."""
        began = self._save(clicked.person, clicked.form)
        begun = Beginning(
            key=began.key,
            kind=intake_form.kind_of(began),
            direction=intake_form.direction_of(began),
            country=began.about["country"],
        )
        self._modals.update(clicked.form["id"], self._beginning(begun))
        return None

    def closed(self, closed: Closed) -> None:
        """Whoever closes a form finds it again among their drafts, unless nothing was filled in."""
        if any(engine.given(closed.view).values()):
            self._save(closed.person, closed.view)

    def closed_section(self, closed: Closed) -> None:
        """*Cancel* takes back what was typed into a section; the cross, which closes all, does not."""
        if closed.all_at_once:
            self.closed(closed)

    def file(self, submitted: Submitted) -> Answer | Failed:
        began = Began.read(submitted.view)
        answers = {**self._begun(submitted.person, began), **engine.given(submitted.view)}
        try:
            made = self._desk.requests.file(submitted.person, intake_form.filled(began, answers), began.key)
        except InvalidForm as invalid:
            self._save(submitted.person, submitted.view)
            whole = self._whole(submitted.person, began)
            beside = engine.errors_on_hub(whole, invalid.errors, submitted.view)
            return Failed(sentence=str(invalid), fields=beside)
        return filed.message(made, self._words)

    # Drafts.

    def drafts(self, asked: Asked) -> Answer:
        return drafts.message(self._desk.drafts.mine(asked.person), self._words)

    def resume(self, clicked: Clicked) -> Answer:
        draft = self._desk.drafts.open(clicked.person, DraftId(clicked.value))
        self._modals.answer(clicked, self._resumed(clicked.person, draft.id, draft.form, draft.answers))
        return None

    def discard(self, clicked: Clicked) -> Answer:
        self._desk.drafts.discard(clicked.person, DraftId(clicked.value))
        return drafts.discarded()

    def _resumed(self, person: Person, key: str, name: str, answers: Answers) -> View:
        kind = RequestKind(name) if name in set(RequestKind) else None
        direction = Direction(answers.get("direction", Direction.OUTGOING))
        country = answers.get("country", "")
        if kind is None:
            return self._beginning(Beginning(key=key, direction=direction, country=country))
        return self._hub(person, intake_form.begin(key, kind, direction, country), answers)

    def _save(self, person: Person, view: Mapping[str, object]) -> Began:
        """Keeps what stands in a view of the form."""
        began = Began.read(view)
        answers = {**engine.given(view), **began.about}
        self._desk.drafts.save(person, DraftId(began.key), began.name, answers)
        return began

    def _begun(self, person: Person, began: Began) -> Answers:
        """What was answered before; the first time, what a person need not say again."""
        kept = self._desk.drafts.begun(person, DraftId(began.key))
        return {**self._desk.requests.remembered(person), **kept}

    def _hub(self, person: Person, began: Began, answers: Answers) -> View:
        whole = self._whole(person, began)
        requirements = self._desk.names.requirements(began.about["country"])
        return intake_form.render(began, whole, answers, self._lists(), self._words, requirements)

    def _whole(self, person: Person, began: Began) -> Form:
        return intake_form.form_of(began, for_others=may(person, Act.FILE_ON_BEHALF))

    def _lists(self) -> Lists:
        return lists(self._desk, self._words)
