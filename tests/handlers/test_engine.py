"""The form engine: a hub asks what is needed at once, sections stand behind it, and fields come and go."""

import pytest

from handlers.forms import engine
from handlers.views.blocks import View
from tests.handlers.example_form import BEGAN, LISTS, WHOLE, hub, part
from tests.handlers.filling import inputs
from tests.handlers.reading import sections


def test_the_hub_asks_what_is_needed_at_once_and_a_line_leads_to_each_section() -> None:
    view = hub()

    assert list(inputs(view)) == ["colour", "note"]
    assert list(sections(view)) == ["measures", "rest"]
    assert [block["type"] for block in view["blocks"]][-1] == "actions"


def test_a_section_asks_its_own_questions_and_none_of_the_hub() -> None:
    assert list(inputs(part("measures"))) == ["size"]
    assert list(inputs(part("rest"))) == ["rest"]


def test_a_section_that_the_form_does_not_have_is_none() -> None:
    assert engine.part(BEGAN, WHOLE, "elsewhere", {}, LISTS, hub_id="V1") is None
    assert engine.added(BEGAN, WHOLE, "elsewhere", {}, LISTS, hub_id="V1") is None


def test_an_untouched_section_says_that_it_can_follow() -> None:
    assert sections(hub())["rest"] == ("nothing yet; it can follow later", "Add")


def test_a_section_says_how_much_of_what_it_asks_is_filled_in() -> None:
    some = sections(hub({"size": "l", "length": "3"}))

    assert some["measures"] == ("2 of 2 filled in", "Change")
    assert some["rest"] == ("nothing yet; it can follow later", "Add")


def test_a_section_counts_a_question_only_when_it_is_asked() -> None:
    counted = [
        sections(hub({"size": "s", **more}))["measures"][0]
        for more in ({}, {"colour": "blue"}, {"colour": "blue", "depth": "9"}, {"depth": "9"})
    ]

    assert counted == [
        "1 of 1 filled in",
        "1 of 2 filled in",
        "2 of 2 filled in",
        "1 of 1 filled in",
    ]


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({}, ["colour", "note"]),
        ({"colour": "red"}, ["colour", "shade", "note"]),
        ({"colour": "blue"}, ["colour", "note"]),
    ],
)
def test_a_question_comes_into_view_by_an_earlier_answer(answers: dict[str, str], shown: list[str]) -> None:
    assert list(inputs(hub(answers))) == shown


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({}, ["size"]),
        ({"size": "l"}, ["size", "length"]),
        ({"size": "l", "colour": "blue"}, ["size", "length", "depth"]),
    ],
)
def test_a_question_of_a_section_follows_answers_of_the_hub_too(
    answers: dict[str, str], shown: list[str]
) -> None:
    assert list(inputs(part("measures", answers))) == shown


def test_a_field_keeps_its_name_whatever_stands_around_it() -> None:
    before, after = inputs(hub()), inputs(hub({"colour": "red", "note": "written"}))

    assert before["note"]["action_id"] == after["note"]["action_id"]
    assert before["colour"]["action_id"] == after["colour"]["action_id"]


def test_a_field_that_comes_into_view_begins_with_what_was_answered_before() -> None:
    view = hub({"colour": "red", "shade": "dark"})

    assert inputs(view)["shade"]["initial_value"] == "dark"
    assert inputs(view)["colour"]["initial_option"]["value"] == "red"


def test_a_question_with_an_answer_of_its_own_begins_with_it_until_somebody_chooses() -> None:
    assert inputs(part("measures"))["size"]["initial_option"]["value"] == "s"
    assert inputs(part("measures", {"size": "l"}))["size"]["initial_option"]["value"] == "l"


@pytest.mark.parametrize("view", [hub(), part("measures", {"size": "l"})])
def test_what_is_chosen_or_typed_is_told_at_once_on_the_hub_and_in_a_section(view: View) -> None:
    blocks = [block for block in view["blocks"] if block["type"] == "input"]

    assert len(blocks) == 2
    assert [block["block_id"] for block in blocks if not block.get("dispatch_action")] == []
    assert [block["element"]["action_id"] for block in blocks] == [
        f"answer:{block['block_id']}" for block in blocks
    ]


def test_in_what_is_filed_already_only_a_choice_is_told_on_which_another_question_depends() -> None:
    view = engine.added(BEGAN, WHOLE, "measures", {"size": "l", "colour": "blue"}, LISTS, hub_id="V1")

    assert view is not None
    told = {block["block_id"]: block.get("dispatch_action", False) for block in view["blocks"]}
    assert told == {"size": True, "length": False, "depth": False}


def test_a_question_shows_its_hint_and_whether_it_may_be_left_out() -> None:
    blocks = {block["block_id"]: block for block in hub()["blocks"] if "block_id" in block}

    assert blocks["colour"]["hint"]["text"] == "Of the paint."
    assert [blocks[name]["optional"] for name in ("colour", "note")] == [False, True]
