"""Turns what a test or the page says a person typed or chose into the entry that Slack's state holds."""

from collections.abc import Sequence
from datetime import date, datetime, time

from bot.sandbox.elements import STATEFUL, offered_options
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.shapes import Json


def entry_for(element: Json, value: object, *, offered: Sequence[Json] = ()) -> Json:
    """`value` is text, an ISO date or time, an id, an option's value or label, a list of those, True or None.

    `offered` are the options that a type-ahead select showed. Raises NotOnScreen for what is not on offer.
    """
    kind = STATEFUL[element["type"]]
    if kind.many:
        chosen = [_one(element, each, offered) for each in _several(element, value)]
        return {"type": element["type"], kind.field: chosen}
    return {"type": element["type"], kind.field: _none_or_one(element, value, offered)}


def option_for(element: Json, wanted: object, offered: Sequence[Json] = ()) -> Json:
    """The option with that value or that label."""
    options = [*offered_options(element), *offered]
    if isinstance(wanted, dict):
        wanted = wanted.get("value")
    for option in options:
        if wanted in (option.get("value"), option["text"]["text"]):
            return option
    labels = ", ".join(option["text"]["text"] for option in options)
    raise NotOnScreen(f"{wanted!r} is not on offer, only: {labels or 'nothing'}.")


def _several(element: Json, value: object) -> list[object]:
    match value:
        case None | False | "":
            return []
        case True:
            return [option["value"] for option in offered_options(element)]
        case str() | dict():
            return [value]
        case _ if isinstance(value, Sequence):
            return list(value)
    raise NotOnScreen(f"A {element['type']} takes a list, not {value!r}.")


def _none_or_one(element: Json, value: object, offered: Sequence[Json]) -> object:
    return None if value is None or value == "" else _one(element, value, offered)


def _one(element: Json, value: object, offered: Sequence[Json]) -> object:  # noqa: PLR0911  # One for each kind.
    match STATEFUL[element["type"]].choice:
        case "option":
            return option_for(element, value, offered)
        case "date":
            return _date(value)
        case "moment":
            return int(value.timestamp()) if isinstance(value, datetime) else int(str(value))
        case "rich_text" if not isinstance(value, dict):
            return rich_text(str(value))
        case "file" if not isinstance(value, dict):
            return {"id": str(value)}
        case "time" if isinstance(value, time):
            return value.strftime("%H:%M")
    return value if isinstance(value, dict) else str(value)


def _date(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise NotOnScreen(f"No calendar has a day {value!r}.") from None


def rich_text(text: str) -> Json:
    """Typed text as Slack's composer makes it."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [section]}
