"""The form engine: a hub asks what is needed at once, sections stand behind it, and fields come and go."""

import pytest

from bot.rules.forms.common import only
from bot.rules.steps import Form, Section
from handlers.forms import engine
from handlers.views.blocks import View
from tests.handlers.example_form import BEGAN, COLOUR, DEPTH, LENGTH, LISTS, SIZE, WHOLE, hub, part
from tests.handlers.filling import inputs
from tests.handlers.reading import sections

SEA = Section(name="sea", label="The sea", asks=(DEPTH,))
SIZE_OF_BLUE = only(SIZE, "colour", "blue")


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


def test_a_section_of_which_nothing_is_wanted_says_that_it_is_optional() -> None:
    assert sections(hub())["rest"] == ("nothing yet; optional", "Add")


def test_a_section_says_how_much_is_filled_in_and_what_is_still_wanted_of_it() -> None:
    wanted = {"rest": ("Enough of the rest", "Its number")}

    some = sections(hub({"size": "l", "length": "3"}, wanted))

    assert some["measures"] == ("2 filled in; optional", "Change")
    assert some["rest"] == ("nothing yet; wanted: Enough of the rest; Its number", "Add")


def test_what_stands_there_before_anybody_answers_is_not_counted() -> None:
    assert sections(hub({"size": "s"}))["measures"] == ("nothing yet; optional", "Add")


@pytest.mark.parametrize(
    ("answers", "shown"),
    [({}, ["rest"]), ({"colour": "red"}, ["rest"]), ({"colour": "blue"}, ["sea", "rest"])],
)
def test_a_section_of_which_nothing_is_asked_has_no_line(answers: dict[str, str], shown: list[str]) -> None:
    only_of_blue = Form(first=(COLOUR,), sections=(SEA, *WHOLE.sections[1:]))

    on_hub = engine.hub(BEGAN, only_of_blue, answers, LISTS, title="Example", above=[], submit="File")
    of_filed = engine.overview(BEGAN, only_of_blue, answers, title="Example", above=[])

    assert list(sections(on_hub)) == list(sections(of_filed)) == shown


def test_a_section_counts_a_question_only_when_it_is_asked() -> None:
    counted = [
        sections(hub({"size": "l", **more}))["measures"][0]
        for more in ({}, {"colour": "blue", "depth": "9"}, {"depth": "9"})
    ]

    assert counted == ["1 filled in; optional", "2 filled in; optional", "1 filled in; optional"]


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


def test_a_question_that_is_not_asked_brings_no_other_one_into_view() -> None:
    chain = Form(
        first=(COLOUR,), sections=(Section(name="chain", label="Chain", asks=(SIZE_OF_BLUE, LENGTH)),)
    )

    shown = [
        list(inputs(view))
        for colour in ("blue", "red")
        if (view := engine.part(BEGAN, chain, "chain", {"colour": colour, "size": "l"}, LISTS, hub_id="V1"))
    ]

    assert shown == [["size", "length"], []]


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
