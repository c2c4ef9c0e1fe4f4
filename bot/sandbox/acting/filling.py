"""A person fills in a form: which field is meant, and what Slack's client says before it lets a form go."""

import re
from collections.abc import Mapping

from bot.sandbox.acting.choosing import entry_for
from bot.sandbox.acting.screens import Screen, with_entry
from bot.sandbox.acting.suggestions import suggestions
from bot.sandbox.elements import STATEFUL, Placed, offered_options
from bot.sandbox.refusals import NotOnScreen
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"https?://\S+")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def fill(slack: Slack, screen: Screen, values: Mapping[str, object]) -> Screen:
    """The screen after typing `values`, by block_id or visible label; {action_id: value} names elements."""
    for key, value in values.items():
        for place, one in _fields(screen, key, value):
            offered = _offered(slack, screen, place, one)
            screen = with_entry(slack, screen, place, entry_for(place.element, one, offered=offered))
    return screen


def complaints(screen: Screen) -> dict[str, str]:
    """By block_id, what Slack's client asks to be corrected."""
    found: dict[str, str] = {}
    for place in screen.elements:
        if place.is_input:
            entry = screen.state[place.block_id][place.action_id]
            complaint = _complaint(place, entry[STATEFUL[place.type].field])
            if complaint:
                found[place.block_id] = complaint
    return found


def _fields(screen: Screen, key: str, value: object) -> list[tuple[Placed, object]]:
    stateful = [each for each in screen.elements if each.type in STATEFUL]
    there = [each for each in stateful if key in (each.block_id, each.label)]
    by_action = {each.action_id: each for each in there}
    if isinstance(value, dict) and value and set(value) <= set(by_action):
        return [(by_action[action_id], one) for action_id, one in value.items()]
    if len(there) != 1:
        names = ", ".join(f"{each.label!r} ({each.block_id})" for each in stateful)
        raise NotOnScreen(f"{key!r} is not one field here. The fields: {names or 'none'}.")
    return [(there[0], value)]


def _offered(slack: Slack, screen: Screen, place: Placed, value: object) -> list[Json]:
    """Type-ahead selects only take what the bot offers, so a person types until it does."""
    if not place.type.endswith("external_select"):
        return []
    known = [*slack.workspace.offered.get((screen.id, place.action_id), []), *screen.chosen(place)]
    wanted = value if isinstance(value, list) else [value]
    for each in wanted:
        shown = {text for option in known for text in (option["value"], option["text"]["text"])}
        if isinstance(each, str) and each and each not in shown:
            assert screen.view is not None
            answer = suggestions(slack, screen.user, screen.view, place.action_id, each)
            known = [*known, *offered_options(answer)]
    return known


def _complaint(place: Placed, value: object) -> str | None:
    if value in (None, "", []):
        return None if place.block.get("optional") else "Please complete this required field."
    if isinstance(value, list):
        most = place.element.get("max_selected_items")
        return f"Select at most {most}." if most and len(value) > most else None
    return _text_complaint(place, str(value))


def _text_complaint(place: Placed, text: str) -> str | None:
    match place.type:
        case "plain_text_input":
            return _length_complaint(place.element, text)
        case "number_input":
            return _number_complaint(place.element, text)
        case "email_text_input" if not _EMAIL.fullmatch(text):
            return "Please enter a valid email address."
        case "url_text_input" if not _URL.fullmatch(text):
            return "Please enter a valid URL."
    return None


def _length_complaint(element: Json, text: str) -> str | None:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if len(text) < least:
        return f"Please enter at least {least} characters."
    return f"Please enter at most {most} characters." if len(text) > most else None


def _number_complaint(element: Json, text: str) -> str | None:
    if not _NUMBER.fullmatch(text) or ("." in text and not element["is_decimal_allowed"]):
        return "Please enter a valid number."
    least, most = element.get("min_value"), element.get("max_value")
    if least is not None and float(text) < float(least):
        return f"Please enter {least} or more."
    return f"Please enter {most} or less." if most is not None and float(text) > float(most) else None
