"""A note on a page, which only its details show."""

from dataclasses import dataclass

from handlers.asking import Payload
from handlers.forms.fields import read, text
from handlers.forms.modal import carried, form
from handlers.views.blocks import View

CALLBACK_ID = "escalation.note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    escalation_id: str
    words: str


def render(*, escalation_id: str, limit: int) -> View:
    return form(
        callback_id=CALLBACK_ID,
        title="Add a note",
        submit="Add",
        fields=[text("note", "What should whoever opens the details know?", long=True, limit=limit)],
        carries={"escalation": escalation_id},
    )


def parse(view: Payload) -> Note:
    return Note(escalation_id=carried(view)["escalation"], words=read(view, "note"))
