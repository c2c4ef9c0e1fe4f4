"""Handing a page to another officer."""

from dataclasses import dataclass

from handlers.asking import Payload
from handlers.forms.fields import person, read
from handlers.forms.modal import carried, form
from handlers.views.blocks import View, context

CALLBACK_ID = "escalation.hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    escalation_id: str
    officer: str
    """Slack's id of the user who was chosen."""


def render(*, escalation_id: str) -> View:
    return form(
        callback_id=CALLBACK_ID,
        title="Hand the page to…",
        submit="Hand over",
        fields=[person("officer", "Which officer?")],
        carries={"escalation": escalation_id},
        above=[context("They are told at once. It stays where it is until they acknowledge it.")],
    )


def parse(view: Payload) -> Handing:
    return Handing(escalation_id=carried(view)["escalation"], officer=read(view, "officer"))
