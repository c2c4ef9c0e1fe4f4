"""What a person can read in blocks: all text in reading order, and the labels of the buttons."""

from collections.abc import Iterator

from bot.sandbox.shapes import Json

_TEXT_OBJECTS = ("plain_text", "mrkdwn", "raw_text", "text", "markdown")
_UNSEEN = ("options", "option_groups", "confirm", "value", "url", "placeholder")
_SPOKEN_PARTS = {
    "user": ("<@", "user_id", ">"),
    "usergroup": ("<!subteam^", "usergroup_id", ">"),
    "channel": ("<#", "channel_id", ">"),
    "broadcast": ("<!", "range", ">"),
    "emoji": (":", "name", ":"),
}


def plain_text(blocks: list[Json]) -> str:
    """One line for each text object, rich text run together; options that are not chosen are left out."""
    return "\n".join(line for line in _lines(blocks) if line)


def button_labels(blocks: list[Json]) -> list[str]:
    return [str(node["text"]["text"]) for node in _nodes(blocks) if node.get("type") == "button"]


def _lines(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _lines(each)
    elif isinstance(node, dict):
        if node.get("type") in ("rich_text_section", "rich_text_quote", "rich_text_preformatted"):
            yield "".join(_spoken(part) for part in node.get("elements", []))
        elif node.get("type") in _TEXT_OBJECTS and isinstance(node.get("text"), str):
            yield node["text"]
        else:
            yield from _lines_of_parts(node)


def _lines_of_parts(node: Json) -> Iterator[str]:
    for key, value in node.items():
        if key in _UNSEEN:
            continue
        if key in ("alt_text", "initial_value") and isinstance(value, str):
            yield value
        elif isinstance(value, list | dict):
            yield from _lines(value)


def _spoken(part: Json) -> str:
    kind = part.get("type", "")
    if kind in _SPOKEN_PARTS:
        before, key, after = _SPOKEN_PARTS[kind]
        return f"{before}{part.get(key, '')}{after}"
    return str(part.get("text") or part.get("url") or part.get("fallback") or "")


def _nodes(node: object) -> Iterator[Json]:
    if isinstance(node, list):
        for each in node:
            yield from _nodes(each)
    elif isinstance(node, dict):
        yield node
        for value in node.values():
            if isinstance(value, list | dict):
                yield from _nodes(value)
