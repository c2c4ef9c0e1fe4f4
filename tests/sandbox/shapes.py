"""Blocks and views that tests show."""

from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str, **more: Any) -> Json:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(text: str, action_id: str, **more: Any) -> Json:
    return {"type": "button", "text": plain(text), "action_id": action_id, **more}


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def field(label: str, block_id: str, element: Json, **more: Any) -> Json:
    return {"type": "input", "block_id": block_id, "label": plain(label), "element": element, **more}


def text_field(label: str, block_id: str, *, optional: bool = False, **more: Any) -> Json:
    element = {"type": "plain_text_input", "action_id": block_id, **more}
    return field(label, block_id, element, optional=optional)


def option(label: str, value: str) -> Json:
    return {"text": plain(label), "value": value}


def select(action_id: str, *options: Json, **more: Any) -> Json:
    return {"type": "static_select", "action_id": action_id, "options": list(options), **more}


def modal(*blocks: Json, **more: Any) -> Json:
    view: Json = {"type": "modal", "title": plain("Example"), "submit": plain("Send"), "callback_id": "form"}
    return view | {"blocks": list(blocks)} | more


def home(*blocks: Json) -> Json:
    return {"type": "home", "blocks": list(blocks)}
