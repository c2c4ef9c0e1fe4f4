"""A page: what it is about, if anything, and how much it presses."""

from dataclasses import dataclass

from handlers.asking import Payload
from handlers.forms.fields import choice, chosen, read, text
from handlers.forms.modal import carried, form
from handlers.views.blocks import View, context
from handlers.views.words import PRIORITIES, DeskWords
from storage.records.requests import Priority

CALLBACK_ID = "escalation.new"


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationForm:
    key: str
    reference: str
    """As typed; empty for a page of its own."""
    words: str
    priority: Priority


def render(*, key: str, desk: DeskWords, reference: str = "") -> View:
    return form(
        callback_id=CALLBACK_ID,
        title="Page the duty officer",
        submit="Page now",
        fields=[
            text("words", "What must the officer know?", long=True, limit=desk.text_limit),
            text(
                "reference",
                "Reference, if there is one",
                required=False,
                limit=40,
                initial=reference,
                hint="Such as LR-2026-00042.",
            ),
            choice(
                "priority",
                "Priority",
                [(each.value, PRIORITIES[each]) for each in Priority],
                initial=Priority.URGENT,
            ),
        ],
        carries={"key": key},
        above=[context(f"If it cannot wait, call the command center: {desk.telephone}.")],
    )


def parse(view: Payload) -> EscalationForm:
    """Raises InvalidForm by field."""
    return EscalationForm(
        key=carried(view)["key"],
        reference=read(view, "reference"),
        words=read(view, "words"),
        priority=chosen(view, "priority", Priority),
    )
