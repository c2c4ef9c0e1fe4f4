"""Slack's own types of blocks and views, as its package for other languages has them."""

import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from handlers.views.blocks import View

SCHEMA = Path(__file__).parents[3] / "shared/data/slack/blockkit-from-slack-types-3.2.0.enriched.schema.json"


def is_of_slacks_types(view: View) -> bool:
    blocks = all(is_of_a_blocks_type(json.dumps(block, sort_keys=True)) for block in view["blocks"])
    return blocks and validator("AnyView").is_valid({**view, "blocks": []})


@cache
def is_of_a_blocks_type(block: str) -> bool:
    """Most fields stand in several forms."""
    return validator("KnownBlock").is_valid(json.loads(block))


@cache
def validator(definition: str) -> Draft7Validator:
    if not SCHEMA.exists():
        pytest.skip("Slack's own data is not beside this checkout")
    return Draft7Validator({**json.loads(SCHEMA.read_text()), "$ref": f"#/definitions/{definition}"})
