"""A request's form while somebody fills it in."""

from collections.abc import Mapping

from bot.desk.desk import Desk
from bot.rules.steps import Form
from handlers.forms import beginning
from handlers.forms import intake as intake_form
from handlers.forms.asking import Lists
from handlers.forms.beginning import Beginning
from handlers.forms.engine import Answers, Began
from handlers.views import filed
from handlers.views.blocks import Message, View
from handlers.views.words import DeskWords
from storage.records.drafts import Draft
from storage.records.people import Person
from storage.records.requests import Direction, RequestKind


class FilingRequests:
    def __init__(self, desk: Desk, words: DeskWords) -> None:
        self._desk = desk
        self._words = words

    def takes(self, form_name: str) -> bool:
        return form_name in set(RequestKind)

    def whole(self, began: Began, *, for_others: bool) -> Form:
        return intake_form.form_of(began, for_others=for_others)

    def usual(self, began: Began) -> Answers:
        return intake_form.usual(began)

    def hub(self, began: Began, whole: Form, answers: Answers, lists: Lists) -> View:
        requirements = self._desk.names.requirements(began.about["country"])
        return intake_form.render(began, whole, answers, lists, self._words, requirements)

    def beginning(self, began: Began) -> View:
        begun = Beginning(
            key=began.key,
            kind=intake_form.kind_of(began),
            direction=intake_form.direction_of(began),
            country=began.about["country"],
        )
        return beginning.render(begun, self._words)

    def resumed(self, draft: Draft) -> Began | None:
        if draft.form not in set(RequestKind):
            return None
        return intake_form.begin(draft.id, RequestKind(draft.form), *_where(draft))

    def begun_anew(self, draft: Draft) -> View:
        direction, country = _where(draft)
        return beginning.render(Beginning(key=draft.id, direction=direction, country=country), self._words)

    def file(self, person: Person, began: Began, answers: Mapping[str, str]) -> Message:
        form = intake_form.filled(began, answers)
        return filed.message(self._desk.requests.file(person, form, began.key), self._words)


def _where(draft: Draft) -> tuple[Direction, str]:
    direction = Direction(draft.answers.get("direction", Direction.OUTGOING))
    return direction, draft.answers.get("country", "")
