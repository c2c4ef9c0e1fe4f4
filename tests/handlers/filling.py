"""Fills in a form as Slack's client does: only what the form shows, in the shape of each element."""

from collections.abc import Mapping
from typing import Any

from handlers.views.blocks import View
from tests.handlers.examples import LONGEST

REQUEST = {
    "kind": "fugitive",
    "country": "FR",
    "offence": "trafficking",
    "agency": "agency-1",
    "agency_case": "24-1",
    "facts": LONGEST,
    "contact": "the front desk",
}
SUBJECT = {
    "family_name": "Example",
    "forename": "Ada",
    "sex": "female",
    "birth": "1990-05",
    "identifier": "fingerprints F-1",
    "country": "FR",
    "agency_typed": "Example PD",
    "agency_case": "24-2",
    "request_reference": "lr 2026 42",
}


def fill(view: View, answers: Mapping[str, str]) -> dict[str, Any]:
    """The view as it is sent; fields that are not named keep what they began with."""
    inputs = {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}
    unknown = set(answers) - set(inputs)
    assert not unknown, f"the form does not show {unknown}"
    values = {
        name: {element["action_id"]: _value(element, answers.get(name))} for name, element in inputs.items()
    }
    return {**view, "state": {"values": values}}


def _value(element: Mapping[str, Any], answer: str | None) -> dict[str, Any]:
    kind = element["type"]
    match kind:
        case "plain_text_input":
            return {"type": kind, "value": element.get("initial_value") if answer is None else answer}
        case "datepicker":
            return {"type": kind, "selected_date": answer}
        case "external_select":
            return {"type": kind, "selected_option": _option(answer)}
        case "static_select":
            values = [option["value"] for option in element["options"]]
            assert answer is None or answer in values, f"{answer} is not offered"
            return {"type": kind, "selected_option": _option(answer) or element.get("initial_option")}
        case _:
            raise AssertionError(f"no form has a {kind}")


def _option(value: str | None) -> dict[str, Any] | None:
    return {"text": {"type": "plain_text", "text": "label"}, "value": value} if value else None
