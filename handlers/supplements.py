"""Adding details to a record that is filed, section by section, at the Slack edge."""

from collections.abc import Mapping

from bot.desk.desk import Desk
from bot.rules import notices, requests
from bot.rules.checklist import wanted_of_notice, wanted_of_request
from bot.rules.errors import InvalidForm
from bot.rules.records import kind_of
from bot.rules.steps import Form
from handlers import action_ids
from handlers.answers import Answer, Failed
from handlers.asking import Clicked, Payload, Submitted
from handlers.edge import Edge
from handlers.forms import engine
from handlers.forms.asking import Lists
from handlers.forms.engine import Answers, Began, Wanted
from handlers.lists import lists
from handlers.modals import Modals
from handlers.router import Subcommand
from handlers.views.blocks import View, context, ours, section
from handlers.views.words import DeskWords
from storage.records.notices import Notice, NoticeId
from storage.records.people import Person
from storage.records.reminders import RecordKind
from storage.records.requests import LiaisonRequest, RequestId

HINT = "Open what you can add to, and keep it: the desk sees it at once."
Record = LiaisonRequest | Notice


class Supplements:
    def __init__(self, desk: Desk, words: DeskWords, modals: Modals) -> None:
        self._desk = desk
        self._words = words
        self._modals = modals

    def subcommands(self) -> tuple[Subcommand, ...]:
        return ()

    def register(self, edge: Edge) -> None:
        """Before the steps of records, of which this is one with a form of its own."""
        edge.on_button(action_ids.ADD_DETAILS, self.open)
        edge.on_button(action_ids.ADDED_SECTIONS, self.open_section)
        edge.on_button(action_ids.ADDED_ANSWERS, self.answered)
        edge.on_form(engine.ADDED, self.save)

    def open(self, clicked: Clicked) -> Answer:
        record = self._begin(clicked.person, action_ids.read_kind(clicked.action_id), clicked.value)
        self._modals.answer(clicked, self._overview(record))
        return None

    def open_section(self, clicked: Clicked) -> Answer:
        record = self._opened(clicked.person, clicked.form)
        view = self._section(record, clicked.value, _answers(record), clicked.form["id"])
        if view is not None:
            self._modals.push(clicked.trigger_id, view)
        return None

    def answered(self, clicked: Clicked) -> Answer:
        """A choice on which other questions of the section depend: it is drawn anew."""
        name, overview_id = engine.of_section(clicked.form)
        record = self._opened(clicked.person, clicked.form)
        found = _form(record).section(name)
        if found and engine.changes_others(found.asks, clicked.block_id):
            answers = {**_answers(record), **engine.given(clicked.form)}
            view = self._section(record, name, answers, overview_id)
            assert view is not None
            # What was seen when the section was opened is what it is measured by when it is kept.
            self._modals.update(
                clicked.form["id"], view | {"private_metadata": clicked.form["private_metadata"]}
            )
        return None

    def save(self, submitted: Submitted) -> Answer | Failed:
        began = Began.read(submitted.view)
        name, overview_id = engine.of_section(submitted.view)
        try:
            record = self._add(submitted.person, began, name, engine.given(submitted.view))
        except InvalidForm as invalid:
            # It may contradict an answer of another section, which is named beside the first field.
            whole = _form(self._opened(submitted.person, submitted.view))
            beside = engine.errors_on_hub(whole, invalid.errors, submitted.view)
            return Failed(sentence=str(invalid), fields=beside)
        self._modals.update(overview_id, self._overview(record))
        return None

    def _begin(self, person: Person, kind: RecordKind, record_id: str) -> Record:
        if kind is RecordKind.NOTICE:
            return self._desk.notices.begin_adding(person, NoticeId(record_id))
        return self._desk.requests.begin_adding(person, RequestId(record_id))

    def _opened(self, person: Person, view: Payload) -> Record:
        began = Began.read(view)
        return self._begin(person, RecordKind(began.name), began.key)

    def _add(self, person: Person, began: Began, section: str, answers: Mapping[str, str]) -> Record:
        seen = int(began.about["version"])
        if began.name == RecordKind.NOTICE:
            return self._desk.notices.add(person, NoticeId(began.key), section, answers, seen)
        return self._desk.requests.add(person, RequestId(began.key), section, answers, seen)

    def _overview(self, record: Record) -> View:
        above = [section(ours(f"*{record.reference}*")), context(HINT)]
        form, answers = _form(record), _answers(record)
        return engine.overview(
            _began(record), form, answers, title="Add details", above=above, wanted=_wanted(record, form)
        )

    def _section(self, record: Record, name: str, answers: Answers, overview_id: str) -> View | None:
        return engine.added(_began(record), _form(record), name, answers, self._lists(), hub_id=overview_id)

    def _lists(self) -> Lists:
        return lists(self._desk, self._words)


def _began(record: Record) -> Began:
    kind = kind_of(record)
    return Began(key=record.id, name=kind.value, about={"version": str(record.version)})


def _form(record: Record) -> Form:
    if isinstance(record, Notice):
        return notices.added_form(record)
    return requests.added_form(record.kind, record.direction)


def _wanted(record: Record, form: Form) -> Wanted:
    answers = _answers(record)
    if isinstance(record, Notice):
        return wanted_of_notice(record.colour, record.direction, form, answers)
    return wanted_of_request(form, answers)


def _answers(record: Record) -> Answers:
    return notices.answers_of(record) if isinstance(record, Notice) else requests.answers_of(record)
