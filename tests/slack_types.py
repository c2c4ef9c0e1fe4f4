"""Slack's own types of blocks and views, from its package for Node; `make block-schema` writes them anew."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from handlers.views.blocks import View

Json = dict[str, Any]
FILE = Path(__file__).parent / "node" / "blocks.schema.json"
SCHEMA: Json = json.loads(FILE.read_text(encoding="utf-8"))


def is_of_slacks_types(view: View) -> bool:
    """A modal or a Home, with its blocks. How many they are is seen by the sandbox's own check."""
    surface = validator("Modal" if view["type"] == "modal" else "Home")
    return surface.is_valid({**view, "blocks": []}) and are_of_slacks_types(view["blocks"])


def are_of_slacks_types(blocks: Sequence[Mapping[str, Any]]) -> bool:
    """The blocks of a message, or of a view."""
    return all(_is_a_block(json.dumps(block, sort_keys=True)) for block in blocks)


@cache
def validator(definition: str) -> Draft7Validator:
    return Draft7Validator({**SCHEMA, "$ref": f"#/definitions/{definition}"})


@cache
def _is_a_block(block: str) -> bool:
    """Most blocks stand in several messages and views."""
    return validator("KnownBlock").is_valid(json.loads(block))
