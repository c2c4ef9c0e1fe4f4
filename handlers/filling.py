"""A request's form while somebody fills it in: what is kept of it, and how it stands now."""

from dataclasses import dataclass

from bot.desk.desk import Desk
from bot.rules.permissions import Act, may
from bot.rules.steps import Form
from handlers.asking import Payload
from handlers.forms import beginning, engine
from handlers.forms import intake as intake_form
from handlers.forms.beginning import Beginning
from handlers.forms.engine import Answers, Began
from handlers.lists import lists
from handlers.views.blocks import View
from handlers.views.words import DeskWords
from storage.records.drafts import DraftId
from storage.records.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What all handlers of the intake share."""

    desk: Desk
    words: DeskWords

    def save(self, person: Person, view: Payload, stamp: str = "") -> Began:
        """Keeps what stands in a view of the form; `stamp` is Slack's time of it, when it tells one."""
        began = Began.read(view)
        self.desk.drafts.save(
            person, DraftId(began.key), began.name, {**engine.given(view), **began.about}, stamp
        )
        return began

    def answers(self, person: Person, began: Began) -> Answers:
        """What was answered before; the first time, what a person need not say again."""
        kept = self.desk.drafts.begun(person, DraftId(began.key))
        return {**intake_form.usual(began), **self.desk.requests.remembered(person), **kept}

    def whole(self, person: Person, began: Began) -> Form:
        """All that this person is asked in it."""
        return intake_form.form_of(began, for_others=may(person, Act.FILE_ON_BEHALF))

    def hub(self, person: Person, began: Began, answers: Answers | None = None) -> View:
        """What is asked at once, with these answers, or with those that were kept."""
        if answers is None:
            answers = self.answers(person, began)
        requirements = self.desk.names.requirements(began.about["country"])
        return intake_form.render(
            began, self.whole(person, began), answers, lists(self.desk, self.words), self.words, requirements
        )

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

    def beginning(self, begun: Beginning) -> View:
        return beginning.render(begun, self.words)
