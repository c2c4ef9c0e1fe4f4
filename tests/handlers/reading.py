"""Reads views as a person does: what is said in them, and which buttons there are."""

from collections.abc import Iterator
from typing import Any

from handlers.views.blocks import Message, View


def texts(node: object) -> list[str]:
    """Every text of a view or a message, in order."""
    return list(_texts(list(node.blocks) if isinstance(node, Message) else node))


def told(message: Message) -> str:
    return "\n".join(texts(message))


def buttons(message: Message) -> list[dict[str, Any]]:
    """Those in rows of their own."""
    return [each for block in message.blocks if block["type"] == "actions" for each in block["elements"]]


def labels(message: Message) -> list[str]:
    return [each["text"]["text"] for each in buttons(message)]


def sections(hub: View) -> dict[str, tuple[str, str]]:
    """The lines of a form's sections: by the section's name, what is said of it and its button's label."""
    lines = [block for block in hub["blocks"] if "accessory" in block]
    return {
        line["accessory"]["value"]: (
            line["text"]["text"].partition("\n")[2],
            line["accessory"]["text"]["text"],
        )
        for line in lines
    }


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(text := node.get("text"), str):
            yield text
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _texts(each)
