"""A notice's form while somebody fills it in."""

from collections.abc import Mapping

from bot.desk.desk import Desk
from bot.rules.steps import Form
from handlers.forms import notice as notice_form
from handlers.forms import notice_beginning
from handlers.forms.asking import Lists
from handlers.forms.engine import Answers, Began
from handlers.forms.notice_beginning import NoticeBeginning
from handlers.views import filed_notice
from handlers.views.blocks import Message, View
from handlers.views.words import DeskWords
from storage.records.drafts import Draft
from storage.records.notices import Colour, Means
from storage.records.people import Person
from storage.records.requests import Direction


class FilingNotices:
    def __init__(self, desk: Desk, words: DeskWords) -> None:
        self._desk = desk
        self._words = words

    def takes(self, form_name: str) -> bool:
        return form_name in set(Colour)

    def whole(self, began: Began, *, for_others: bool) -> Form:
        return notice_form.form_of(began, for_others=for_others)

    def usual(self, began: Began) -> Answers:
        return notice_form.usual(began)

    def hub(self, began: Began, whole: Form, answers: Answers, lists: Lists) -> View:
        return notice_form.render(began, whole, answers, lists, self._words)

    def beginning(self, began: Began) -> View:
        return notice_beginning.render(NoticeBeginning.of(began), self._words)

    def resumed(self, draft: Draft) -> Began | None:
        return notice_form.begin(
            draft.id,
            Colour(draft.form),
            Means(draft.answers.get("means", Means.NOTICE)),
            Direction(draft.answers.get("direction", Direction.OUTGOING)),
            draft.answers.get("country", ""),
        )

    def begun_anew(self, draft: Draft) -> View:
        return notice_beginning.render(NoticeBeginning(key=draft.id), self._words)

    def file(self, person: Person, began: Began, answers: Mapping[str, str]) -> Message:
        form = notice_form.filled(began, answers)
        return filed_notice.message(self._desk.notices.file(person, form, began.key), self._words)
