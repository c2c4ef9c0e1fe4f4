"""Whoever adds a line to the README's table of services learns here that scenarios stand behind it."""

import ast
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.rules.kinds import KINDS
from tests.scenarios.services.rows import ROWS

ROOT = Path(__file__).parent.parent
HEADING = "### What it does for each service and partner"
SCENARIOS = ROOT / "tests" / "scenarios" / "services"
COMES_IN = ("from_abroad(", "'incoming'", "**IN")
"""By these a scenario begins with what another country asks."""


def table() -> Mapping[str, str]:
    """What the README promises, by service or partner."""
    text = (ROOT / "README.md").read_text().partition(HEADING)[2].partition("\n#")[0]
    lines = re.findall(r"^\| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    return {name: does for name, does in lines if name != "Service or partner"}


def scenarios_of(path: Path) -> Mapping[str, str]:
    """The code of each scenario in a file, by the name that the rows give it."""
    return {
        f"{path.relative_to(ROOT).as_posix()}::{node.name}": ast.unparse(node)
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_each_line_of_the_table_has_its_scenarios_in_the_order_of_the_table() -> None:
    assert len(table()) > 20
    assert list(ROWS) == list(table())
    assert all(ROWS.values())


@pytest.mark.parametrize("name", ROWS)
def test_each_scenario_that_a_line_names_is_there(name: str) -> None:
    for scenario in ROWS[name]:
        assert scenario in scenarios_of(ROOT / scenario.partition("::")[0])


def test_each_scenario_of_the_services_is_named_by_a_line() -> None:
    written = {scenario for path in SCENARIOS.glob("test_*.py") for scenario in scenarios_of(path)}

    assert written
    assert written <= {scenario for scenarios in ROWS.values() for scenario in scenarios}


def test_each_line_that_goes_both_ways_has_a_scenario_for_each_way() -> None:
    both = [name for name, does in table().items() if "both ways" in does]

    assert len(both) > 5
    for name in both:
        codes = [scenarios_of(ROOT / each.partition("::")[0])[each] for each in ROWS[name]]
        comes_in = [any(sign in code for sign in COMES_IN) for code in codes]
        assert set(comes_in) == {True, False}, name


def test_each_kind_of_request_stands_in_the_table_with_the_ways_that_it_goes() -> None:
    promised = " ".join(table().values())

    for row in KINDS.values():
        in_one_line = f"*{row.word}*, both ways" in promised
        in_two = f"*{row.word}* out" in promised and f"*{row.word}* in" in promised
        assert f"*{row.word}*" in promised, row.word
        assert (in_one_line or in_two) == (len(row.forms) > 1), row.word
