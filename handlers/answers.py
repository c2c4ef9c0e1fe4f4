"""What a handler gives back, and the shape that it takes in an acknowledgement.

An acknowledgement stays under 60 kB as ASCII JSON: larger frames do not fit through every Socket Mode client.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.asking import Payload
from handlers.views import refusal
from handlers.views.blocks import Block, Message, View
from storage.records.people import PersonId

ACK_LIMIT = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    """The message that was clicked shows something else: another page of a list."""

    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """The form gives way to another view."""

    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Nothing was done: a sentence for the person, and one for each field that needs another look."""

    sentence: str
    fields: Mapping[str, str] = field(default_factory=dict)
    holder: PersonId | None = None
    """Whoever was faster; the sentence itself names nobody."""


Answer = Message | Replace | Show | None
"""None: nothing to say, for instance because a modal opened."""

Body = dict[str, Any]
NOTHING: Body = {}


def message_body(message: Message) -> Body:
    """A message for one person's eyes, as an acknowledgement or a response URL takes it."""
    body: Body = {"response_type": "ephemeral", "text": message.text}
    return body | ({"blocks": list(message.blocks)} if message.blocks else {})


def message_of(answer: Answer | Failed) -> Message | None:
    """What is to be read of an answer; None when there is nothing."""
    match answer:
        case Failed():
            return refusal.message(answer.sentence, holder=answer.holder)
        case Replace():
            return answer.message
        case Message():
            return answer
        case Show() | None:
            return None


def form_body(answer: Answer | Failed, view: Payload) -> Body:
    """A form closes, shows what needs another look, or gives way to another view."""
    match answer:
        case Failed():
            return _failed_form(answer, view)
        case Message() | Replace():
            message = message_of(answer)
            assert message is not None
            return update_body(refusal.as_modal(message))
        case Show():
            return update_body(answer.view)
        case None:
            return NOTHING


def update_body(view: View) -> Body:
    return {"response_action": "update", "view": view}


def options_body(options: Sequence[Block]) -> Body:
    """At most a hundred options, and fewer when they would not fit into an acknowledgement."""
    kept = list(options[:100])
    while not fits({"options": kept}):
        kept = kept[: len(kept) // 2]
    return {"options": kept}


def fits(body: Body) -> bool:
    """Whether an acknowledgement of this size arrives through every Socket Mode client."""
    return len(json.dumps(body)) < ACK_LIMIT


def _failed_form(failed: Failed, view: Payload) -> Body:
    """The sentences beside their fields, so that nothing typed is lost; a view without fields gives way."""
    inputs = [block["block_id"] for block in view.get("blocks", ()) if block.get("type") == "input"]
    if not inputs:
        return update_body(refusal.as_modal(refusal.message(failed.sentence, holder=failed.holder)))
    beside = {name: refusal.short(words) for name, words in failed.fields.items() if name in inputs}
    return {"response_action": "errors", "errors": beside or {inputs[0]: refusal.short(failed.sentence)}}
