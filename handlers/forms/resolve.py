"""The end of a page: what came of it."""

from dataclasses import dataclass

from handlers.asking import Payload
from handlers.forms.fields import read, text
from handlers.forms.modal import carried, form
from handlers.views.blocks import View

CALLBACK_ID = "escalation.resolve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    escalation_id: str
    outcome: str


def render(*, escalation_id: str, limit: int) -> View:
    return form(
        callback_id=CALLBACK_ID,
        title="Resolve the page",
        submit="Resolve",
        fields=[text("outcome", "What came of it?", long=True, limit=limit)],
        carries={"escalation": escalation_id},
    )


def parse(view: Payload) -> Resolution:
    return Resolution(escalation_id=carried(view)["escalation"], outcome=read(view, "outcome"))
