"""The block check held against the schema made from Slack's own published types."""

import pytest

from tests.sandbox.test_blocks_content_defects import CONTENT_DEFECTS
from tests.sandbox.test_blocks_defects import MESSAGE_DEFECTS, Defect
from tests.sandbox.test_blocks_input_defects import INPUT_DEFECTS
from tests.sandbox.test_blocks_menu_defects import ACTION_DEFECTS, MENU_DEFECTS
from tests.sandbox.test_blocks_samples import actions, input_of, modal
from tests.sandbox.test_blocks_valid import VALID_MESSAGES, VALID_VIEWS
from tests.sandbox.test_blocks_view_defects import VIEW_DEFECTS
from tests.slack_types import validator

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


def slack_takes_message(blocks: object) -> bool:
    return validator("Message").is_valid(blocks)


def slack_takes_view(view: object) -> bool:
    return validator("Modal").is_valid(view) or validator("Home").is_valid(view)


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
