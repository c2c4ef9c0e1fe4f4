"""Rules between the values of one element: what is chosen at first, and what is least and most."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bot.sandbox.blocks.kinds import Checked
from bot.sandbox.blocks.objects import exactly_one_of
from bot.sandbox.blocks.problem import Problem


def options_or_groups(element: Checked, at: str) -> list[Problem]:
    """A static menu lists its options plainly or in groups, never both."""
    return exactly_one_of("options", "option_groups", element, at)


def offered(element: Checked) -> list[Mapping[str, Any]]:
    """All options of an element, whether plain or in groups."""
    groups = [group["options"] for group in element.get("option_groups", ())]
    return [*element.get("options", ()), *(option for group in groups for option in group)]


def initial_option_is_offered(element: Checked, at: str) -> list[Problem]:
    """The option chosen at first must be equal, in every key, to one of those offered."""
    if "initial_option" not in element or element["initial_option"] in offered(element):
        return []
    return [Problem("must exactly match one of the provided options", f"{at}/initial_option")]


def initial_options_are_offered(element: Checked, at: str) -> list[Problem]:
    """Each option chosen at first must be one of those offered."""
    among = offered(element)
    return [
        Problem("must exactly match one of the provided options", f"{at}/initial_options/{index}")
        for index, option in enumerate(element.get("initial_options", ()))
        if option not in among
    ]


def no_more_chosen_than_allowed(element: Checked, at: str) -> list[Problem]:
    """What is chosen at first keeps to `max_selected_items`."""
    most = element.get("max_selected_items")
    return [
        Problem(f"no more than {most} items allowed", f"{at}/{key}")
        for key in ("initial_options", "initial_users", "initial_channels", "initial_conversations")
        if most is not None and len(element.get(key, ())) > most
    ]


def _in_order(element: Checked, at: str, least: str, most: str) -> list[Problem]:
    if least in element and most in element and Decimal(element[least]) > Decimal(element[most]):
        return [Problem(f"must be less than or equal to {most}", f"{at}/{least}")]
    return []


def lengths_fit(element: Checked, at: str) -> list[Problem]:
    """The least length is no more than the greatest, and the initial text is not too long."""
    found = _in_order(element, at, "min_length", "max_length")
    most = element.get("max_length")
    if most is not None and len(element.get("initial_value", "")) > most:
        found.append(Problem(f"must be less than {most + 1} characters", f"{at}/initial_value"))
    return found


def lines_fit(element: Checked, at: str) -> list[Problem]:
    """The least number of lines is no more than the greatest."""
    return _in_order(element, at, "min_lines", "max_lines")


def numbers_fit(element: Checked, at: str) -> list[Problem]:
    """Least, greatest and initial number agree, and none has decimals where they are not allowed."""
    found = [
        Problem("must be a whole number unless is_decimal_allowed is true", f"{at}/{key}")
        for key in ("min_value", "max_value", "initial_value")
        if not element["is_decimal_allowed"] and "." in element.get(key, "")
    ]
    for least, most in (("min_value", "max_value"), ("min_value", "initial_value")):
        found += _in_order(element, at, least, most)
    if "initial_value" in element:
        found += _in_order(element, at, "initial_value", "max_value")
    return found
