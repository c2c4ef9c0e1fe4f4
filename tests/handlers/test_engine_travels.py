"""The form engine: what travels with its views, what is told of them, and where errors are said."""

from handlers.forms import engine
from handlers.forms.engine import Began
from tests.handlers.example_form import BEGAN, LISTS, WHOLE, hub, part
from tests.handlers.filling import fill, inputs
from tests.handlers.reading import sections


def test_what_was_begun_travels_with_each_view_and_comes_back() -> None:
    assert Began.read(hub()) == BEGAN
    assert Began.read(part("rest")) == BEGAN
    assert engine.of_section(part("rest")) == ("rest", "V1")


def test_closing_a_hub_or_a_section_is_told_and_closing_an_addition_is_not() -> None:
    added = engine.added(BEGAN, WHOLE, "rest", {}, LISTS, hub_id="V1")

    assert added is not None
    assert [view.get("notify_on_close", False) for view in (hub(), part("rest"), added)] == [
        True,
        True,
        False,
    ]


def test_an_overview_has_lines_and_no_fields() -> None:
    view = engine.overview(BEGAN, WHOLE, {"rest": "x"}, title="LR-2026-00042", above=[])

    assert (inputs(view), "submit" in view) == ({}, False)
    assert sections(view)["rest"] == ("1 filled in; optional", "Change")


def test_an_addition_tells_only_choices_on_which_other_questions_depend() -> None:
    view = engine.added(BEGAN, WHOLE, "measures", {"colour": "blue"}, LISTS, hub_id="V1")

    assert view is not None
    told = [block["block_id"] for block in view["blocks"] if block.get("dispatch_action")]
    assert told == ["size"]
    assert inputs(view)["size"]["action_id"] == "added:answer:size"


def test_errors_stand_beside_their_fields() -> None:
    view = fill(hub({"colour": "red"}), {})

    assert engine.errors_on_hub(WHOLE, {"shade": "Too dark."}, view) == {"shade": "Too dark."}


def test_an_error_in_a_section_is_told_on_the_hub_with_the_names_of_section_and_question() -> None:
    view = fill(hub(), {})

    beside = engine.errors_on_hub(WHOLE, {"rest": "Too little.", "note": "Too long."}, view)

    assert beside == {"colour": "The rest of it: Rest: Too little.", "note": "Too long."}


def test_errors_of_several_sections_are_told_together_with_the_first_fields_own() -> None:
    view = fill(hub(), {})

    beside = engine.errors_on_hub(WHOLE, {"rest": "No.", "length": "Long.", "colour": "Choose."}, view)

    assert beside == {"colour": "Choose. Measures: Length: Long. The rest of it: Rest: No."}


def test_an_error_of_a_question_that_the_hub_does_not_show_now_is_told_too() -> None:
    beside = engine.errors_on_hub(
        WHOLE, {"shade": "Please fill this in.", "note": "Too long."}, fill(hub(), {})
    )

    assert "Shade: Please fill this in." in beside.get("colour", "")
