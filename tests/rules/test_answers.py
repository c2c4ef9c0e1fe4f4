"""Answers to what a step or a form asks: what is kept, what is refused and where, how they are read."""

import pytest

from bot.rules.answers import check, several, spoken
from bot.rules.errors import InvalidForm
from bot.rules.steps import Ask, AskKind, When
from tests.rules.examples import BOUNDS, LIMIT, a_request

LINE = Ask(name="line", label="Line", kind=AskKind.LINE)
TEXT = Ask(name="text", label="Text", kind=AskKind.TEXT, required=False)
DATE = Ask(name="date", label="Date", kind=AskKind.DATE, required=False)
CHOICE = Ask(
    name="choice", label="Choice", kind=AskKind.CHOICE, required=False, choices=(("a", "A"), ("b", "B"))
)
CHOICES = Ask(
    name="choices", label="Choices", kind=AskKind.CHOICES, required=False, choices=(("a", "A"), ("b", "B"))
)
DEPENDENT = Ask(
    name="more", label="More", kind=AskKind.LINE, when=When(name="choice", answers=frozenset({"b"}))
)
ASKS = (LINE, TEXT, DATE, CHOICE)


def test_answers_are_trimmed_and_what_nobody_asked_for_is_dropped() -> None:
    given = check(ASKS, {"line": " x ", "text": "", "stray": "y"}, BOUNDS)

    assert given == {"line": "x"}


def test_an_answer_is_read_by_the_label_of_its_choice_or_by_its_value_when_that_is_offered_no_more() -> None:
    assert (spoken(CHOICE, "a"), spoken(CHOICE, "old"), spoken(LINE, "a")) == ("A", "old", "a")
    assert (spoken(CHOICES, "a,b"), spoken(CHOICES, "a,old")) == ("A; B", "A; old")


@pytest.mark.parametrize(
    ("answers", "field", "fault"),
    [
        ({}, "line", "fill this in"),
        ({"line": " \n "}, "line", "fill this in"),
        ({"line": "x" * (LIMIT + 1)}, "line", "101 characters"),
        ({"line": "data:image/png;base64,iVBORw0"}, "line", "image or file pasted"),
        ({"line": "x", "date": "yesterday"}, "date", "real date"),
        ({"line": "x", "date": "2026-02-30"}, "date", "real date"),
        ({"line": "x", "date": "2026-03-04"}, "date", "in the future"),
        ({"line": "x", "choice": "c"}, "choice", "Choose one"),
        ({"line": "x", "choice": "A"}, "choice", "Choose one"),
    ],
)
def test_a_wrong_answer_is_named_by_its_field(answers: dict[str, str], field: str, fault: str) -> None:
    with pytest.raises(InvalidForm) as invalid:
        check(ASKS, answers, BOUNDS)

    assert list(invalid.value.errors) == [field]
    assert fault in invalid.value.errors[field]


def test_all_wrong_answers_are_named_at_once() -> None:
    with pytest.raises(InvalidForm) as invalid:
        check(ASKS, {"date": "soon", "choice": "c"}, BOUNDS)

    assert set(invalid.value.errors) == {"line", "date", "choice"}


@pytest.mark.parametrize("choice", ["", "a"])
def test_what_depends_on_another_answer_is_neither_needed_nor_kept(choice: str) -> None:
    answers = {"line": "x", "choice": choice, "more": "said before the choice was changed"}

    given = check((*ASKS, DEPENDENT), answers, BOUNDS)

    assert "more" not in given


def test_what_depends_on_this_very_answer_is_needed_and_kept() -> None:
    answers = {"line": "x", "choice": "b"}

    with pytest.raises(InvalidForm) as invalid:
        check((*ASKS, DEPENDENT), answers, BOUNDS)

    assert list(invalid.value.errors) == ["more"]
    assert check((*ASKS, DEPENDENT), answers | {"more": "y"}, BOUNDS)["more"] == "y"


def test_a_wrong_answer_to_what_is_not_asked_hurts_nobody() -> None:
    assert check((CHOICE, DEPENDENT), {"choice": "a", "more": "x" * (LIMIT + 1)}, BOUNDS) == {"choice": "a"}


@pytest.mark.parametrize(
    ("answer", "values"),
    [("", ()), ("a", ("a",)), ("a,b", ("a", "b")), (" a , b ,", ("a", "b")), (",", ())],
)
def test_several_values_stand_between_commas(answer: str, values: tuple[str, ...]) -> None:
    assert several(answer) == values


def test_what_a_record_keeps_was_answered() -> None:
    assert all(answer for answer in a_request().answers.values())
