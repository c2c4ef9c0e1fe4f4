"""The block check held against the schema made from Slack's own published types, where that lies at hand."""

import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from tests.sandbox.test_blocks_content_defects import CONTENT_DEFECTS
from tests.sandbox.test_blocks_defects import MESSAGE_DEFECTS, Defect
from tests.sandbox.test_blocks_input_defects import INPUT_DEFECTS
from tests.sandbox.test_blocks_menu_defects import ACTION_DEFECTS, MENU_DEFECTS
from tests.sandbox.test_blocks_samples import Json, actions, input_of, modal
from tests.sandbox.test_blocks_valid import VALID_MESSAGES, VALID_VIEWS
from tests.sandbox.test_blocks_view_defects import VIEW_DEFECTS

SCHEMA = Path(__file__).parents[3] / "shared/data/slack/blockkit-from-slack-types-3.2.0.enriched.schema.json"

DEFECTIVE_MESSAGES: dict[str, Defect] = {
    **MESSAGE_DEFECTS,
    **CONTENT_DEFECTS,
    **{name: each._replace(payload=[actions(each.payload)]) for name, each in ACTION_DEFECTS.items()},
}
DEFECTIVE_VIEWS: dict[str, Defect] = {
    **VIEW_DEFECTS,
    **{
        name: each._replace(payload=modal(input_of(each.payload)))
        for name, each in (INPUT_DEFECTS | MENU_DEFECTS).items()
    },
}


@cache
def validator(definition: str) -> Draft7Validator:
    if not SCHEMA.exists():
        pytest.skip("Slack's own data is not beside this checkout")
    schema: Json = json.loads(SCHEMA.read_text())
    return Draft7Validator({**schema, "$ref": f"#/definitions/{definition}"})


def slack_takes_message(blocks: object) -> bool:
    return validator("Blocks").is_valid(blocks)


def slack_takes_view(view: object) -> bool:
    """Slack's types let any block into a view as long as it has a type, so the blocks are held to more."""
    if not validator("AnyView").is_valid(view):
        return False
    return isinstance(view, dict) and slack_takes_message(view["blocks"])


@pytest.mark.parametrize("name", VALID_MESSAGES)
def test_slack_takes_the_valid_messages(name: str) -> None:
    assert slack_takes_message(VALID_MESSAGES[name])


@pytest.mark.parametrize("name", VALID_VIEWS)
def test_slack_takes_the_valid_views(name: str) -> None:
    assert slack_takes_view(VALID_VIEWS[name])


@pytest.mark.parametrize("name", DEFECTIVE_MESSAGES)
def test_slack_sees_the_defects_of_a_message_that_its_types_show(name: str) -> None:
    defect = DEFECTIVE_MESSAGES[name]

    assert slack_takes_message(defect.payload) is not defect.in_schema


@pytest.mark.parametrize("name", DEFECTIVE_VIEWS)
def test_slack_sees_the_defects_of_a_view_that_its_types_show(name: str) -> None:
    defect = DEFECTIVE_VIEWS[name]

    assert slack_takes_view(defect.payload) is not defect.in_schema
