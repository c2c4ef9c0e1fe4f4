"""The form of any step that asks something: its fields come from the rule that asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.desk.notice_facts import NoticeCard
from bot.desk.request_facts import OwnRequest, RequestCard
from bot.rules import notice_steps, request_steps
from bot.rules.steps import Offered
from handlers.asking import Payload
from handlers.forms.asking import Lists, asked
from handlers.forms.fields import read
from handlers.forms.modal import carried, form
from handlers.views.blocks import SECTION_LIMIT, Block, View, context, ours, parts, said, section
from storage.records.reminders import RecordKind

Card = RequestCard | OwnRequest | NoticeCard
"""Whatever offers steps of a record."""


SENDS_NOTHING = "The bot sends nothing: this writes down whom you told, for the third-agency log."
_ANSWERS = frozenset({request_steps.INFO.name, notice_steps.INFO_RECEIVED.name})
_DISCLOSES = request_steps.DISCLOSES | notice_steps.DISCLOSES


@dataclass(frozen=True, slots=True, kw_only=True)
class StepForm:
    record_id: str
    step: str
    answers: Mapping[str, str] = field(default_factory=dict)
    seen_version: int | None = None
    """The record as it was when the form opened; a step on a later one is refused. None: no form opened."""


def callback_id(kind: RecordKind) -> str:
    return f"step.{kind}"


def of_card(
    kind: RecordKind, card: Card, name: str, lists: Lists, above: Sequence[Block] = ()
) -> View | None:
    """The form of a step that the card offers, or None when it asks nothing or is not offered any more."""
    for step in card.offered:
        if step.name == name and step.asks:
            return _render(kind, card, step, lists, above)
    return None


def _render(kind: RecordKind, card: Card, step: Offered, lists: Lists, above: Sequence[Block]) -> View:
    return form(
        callback_id=callback_id(kind),
        title=step.label,
        submit="Save",
        fields=[asked(ask, lists) for ask in step.asks],
        carries={
            "record": card.id,
            "step": step.name,
            "version": str(card.version),
            "asks": ",".join(ask.name for ask in step.asks),
        },
        above=[
            section(ours(f"*{card.reference}*: {step.label}")),
            *_question(card, step),
            *_sends_nothing(step),
            *above,
        ],
    )


def _sends_nothing(step: Offered) -> list[Block]:
    return [context(SENDS_NOTHING)] if step.name in _DISCLOSES else []


def _question(card: Card, step: Offered) -> list[Block]:
    """What the desk wants to know, for whoever answers it."""
    asked = "" if isinstance(card, RequestCard) or step.name not in _ANSWERS else card.asked
    return [section(said(part)) for part in parts(asked, SECTION_LIMIT)] if asked else []


def parse(view: Payload) -> StepForm:
    carries = carried(view)
    return StepForm(
        record_id=carries["record"],
        step=carries["step"],
        seen_version=int(carries["version"]),
        answers={name: read(view, name) for name in carries["asks"].split(",")},
    )
