"""The table of methods held against Slack's own list of them, where that lies at hand."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.methods import METHODS

DOCUMENTED = Path(__file__).parents[3] / "shared/data/slack/slack-web-api-methods-2026-08.json"

# Slack calls tier 5 what has a limit of its own; blocks.validate states none.
TIERS = {"t1": 1, "t2": 2, "t3": 3, "t4": 4, "t5": None, None: None}


@cache
def all_documented() -> dict[str, Any]:
    if not DOCUMENTED.exists():
        pytest.skip("Slack's own data is not beside this checkout")
    documented: dict[str, Any] = json.loads(DOCUMENTED.read_text())
    return documented


@pytest.fixture(params=METHODS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def documented(name: str) -> dict[str, Any]:
    method: dict[str, Any] = all_documented()[name]
    return method


def test_the_arguments_are_those_documented(name: str, documented: dict[str, Any]) -> None:
    assert set(METHODS[name].arguments) == set(documented["args"]["properties"]) - {"token"}


def test_the_required_arguments_are_those_documented(name: str, documented: dict[str, Any]) -> None:
    required = {each for each, argument in METHODS[name].arguments.items() if argument.required}

    assert required == set(documented["args"].get("required", ())) - {"token"}


def test_booleans_and_numbers_are_those_documented(name: str, documented: dict[str, Any]) -> None:
    kinds = {"boolean": "boolean", "number": "whole number"}
    stated = {
        each: kinds[facts["type"]]
        for each, facts in documented["args"]["properties"].items()
        if facts.get("type") in kinds
    }

    assert stated.items() <= {each: known.kind for each, known in METHODS[name].arguments.items()}.items()


def test_the_tier_is_the_one_documented(name: str, documented: dict[str, Any]) -> None:
    assert METHODS[name].tier == TIERS[documented.get("rate_limits")]


def test_the_scopes_are_those_documented_for_bots(name: str, documented: dict[str, Any]) -> None:
    assert METHODS[name].scopes == set(documented["scope"].get("bot", ()))


def test_json_is_read_where_that_is_documented(name: str, documented: dict[str, Any]) -> None:
    assert METHODS[name].json_input == documented.get("json_input_supported", False)


def test_the_errors_are_documented(name: str, documented: dict[str, Any]) -> None:
    assert METHODS[name].errors <= set(documented.get("errors", ()))


def test_the_keys_of_an_answer_are_documented(name: str, documented: dict[str, Any]) -> None:
    output = documented.get("output") or {}
    # One method answers in two ways; the first is the one for a single team.
    output = output.get("anyOf", [output])[0]

    assert METHODS[name].reply_keys <= set(output.get("properties") or ())
    assert METHODS[name].reply_keys >= set(output.get("required") or ())
