"""Fills in a form as Slack's client does: only what the form shows, in the shape of each element."""

from collections.abc import Mapping
from typing import Any

from handlers.views.blocks import View

BEGINNING = {"kind": "fugitive", "country": "FR"}
REQUEST = {
    "family_name": "Example",
    "forename": "Edgar",
    "birth": "1990-05",
    "facts": "Invented example: failed to appear in court.",
    "agency": "example-county-sheriff",
}


def inputs(view: View) -> dict[str, dict[str, Any]]:
    """The elements that a form shows, by the name of their field."""
    return {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}


def fill(view: View, answers: Mapping[str, str]) -> dict[str, Any]:
    """The view as it is sent; fields that are not named keep what they began with."""
    shown = inputs(view)
    unknown = set(answers) - set(shown)
    assert not unknown, f"the form does not show {unknown}"
    values = {
        name: {element["action_id"]: _value(element, answers.get(name))} for name, element in shown.items()
    }
    return {**view, "state": {"values": values}}


def _value(element: Mapping[str, Any], answer: str | None) -> dict[str, Any]:
    kind = element["type"]
    match kind:
        case "plain_text_input":
            return {"type": kind, "value": element.get("initial_value") if answer is None else answer or None}
        case "datepicker" | "timepicker" | "users_select":
            noun = {"datepicker": "date", "timepicker": "time", "users_select": "user"}[kind]
            return {"type": kind, f"selected_{noun}": answer or element.get(f"initial_{noun}")}
        case "multi_users_select":
            users = element.get("initial_users", []) if answer is None else answer.split(",")
            return {"type": kind, "selected_users": users}
        case "external_select" | "static_select":
            chosen = element.get("initial_option") if answer is None else _option(element, answer)
            return {"type": kind, "selected_option": chosen}
        case "multi_external_select" | "checkboxes":
            chosen = [_option(element, each) for each in answer.split(",") if each] if answer else []
            began = element.get("initial_options", [])
            return {"type": kind, "selected_options": began if answer is None else chosen}
        case _:
            raise AssertionError(f"no form has a {kind}")


def _option(element: Mapping[str, Any], value: str) -> dict[str, Any] | None:
    if not value:
        return None
    offered = [option["value"] for option in element.get("options", [])]
    assert not offered or value in offered, f"{value} is not offered"
    return {"text": {"type": "plain_text", "text": "label"}, "value": value}
