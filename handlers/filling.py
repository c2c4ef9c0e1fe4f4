"""A form while somebody fills it in: what is kept of it, and how it stands now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.desk.desk import Desk
from bot.rules.permissions import Act, may
from bot.rules.steps import Form
from handlers.asking import Payload
from handlers.forms import engine
from handlers.forms.asking import Lists
from handlers.forms.engine import Answers, Began
from handlers.lists import lists
from handlers.views.blocks import Message, View
from handlers.views.words import DeskWords
from storage.records.drafts import Draft, DraftId
from storage.records.people import Person


class Filing(Protocol):
    """What differs between a request and a notice while its form is filled in."""

    def takes(self, form_name: str) -> bool:
        """Whether the form of that name is one of its."""
        ...

    def whole(self, began: Began, *, for_others: bool) -> Form:
        """All that is asked; an officer is asked who called, too."""
        ...

    def usual(self, began: Began) -> Answers:
        """What stands in it before anybody answers."""
        ...

    def hub(self, began: Began, whole: Form, answers: Answers, lists: Lists) -> View: ...

    def beginning(self, began: Began) -> View:
        """The question that led to the form, as it was answered."""
        ...

    def resumed(self, draft: Draft) -> Began | None:
        """None: which form it is was not chosen yet."""
        ...

    def begun_anew(self, draft: Draft) -> View:
        """The question which form it is."""
        ...

    def file(self, person: Person, began: Began, answers: Mapping[str, str]) -> Message:
        """Raises InvalidForm and Refusal."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What all handlers of forms share; the first of `filings` takes what no other does."""

    desk: Desk
    words: DeskWords
    filings: Sequence[Filing]

    def of(self, form_name: str) -> Filing:
        return next((each for each in self.filings if each.takes(form_name)), self.filings[0])

    def save(self, person: Person, view: Payload, stamp: str = "") -> Began:
        """Keeps what stands in a view of the form; `stamp` is Slack's time of it, when it tells one."""
        began = Began.read(view)
        self.desk.drafts.save(
            person, DraftId(began.key), began.name, {**engine.given(view), **began.about}, stamp
        )
        return began

    def is_sent(self, person: Person, began: Began) -> bool:
        """Whether it has become a record."""
        return self.desk.drafts.was_sent(person, DraftId(began.key))

    def answers(self, person: Person, began: Began) -> Answers:
        """What was answered before; the first time, what a person need not say again."""
        kept = self.desk.drafts.begun(person, DraftId(began.key))
        return {**self.desk.requests.remembered(person), **self.of(began.name).usual(began), **kept}

    def whole(self, person: Person, began: Began) -> Form:
        """All that this person is asked in it."""
        return self.of(began.name).whole(began, for_others=may(person, Act.FILE_ON_BEHALF))

    def hub(self, person: Person, began: Began, answers: Answers | None = None) -> View:
        """What is asked at once, with these answers, or with those that were kept."""
        if answers is None:
            answers = self.answers(person, began)
        shown = {**self.of(began.name).usual(began), **{name: each for name, each in answers.items() if each}}
        return self.of(began.name).hub(began, self.whole(person, began), shown, lists(self.desk, self.words))

    def section(self, person: Person, began: Began, name: str, hub_id: str) -> View | None:
        """One section over the hub with that id; None when the form has none of that name."""
        return engine.part(
            began,
            self.whole(person, began),
            name,
            self.answers(person, began),
            lists(self.desk, self.words),
            hub_id=hub_id,
        )

    def resumed(self, person: Person, draft: Draft) -> View:
        """The form as it was left."""
        filing = self.of(draft.form)
        began = filing.resumed(draft)
        return self.hub(person, began, draft.answers) if began else filing.begun_anew(draft)
