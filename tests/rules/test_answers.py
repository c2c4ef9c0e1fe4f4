"""Answers to what a step asks."""

import pytest

from bot.rules.answers import check, in_words
from bot.rules.errors import InvalidForm
from bot.rules.steps import Ask, AskKind
from tests.rules.examples import LIMIT, TODAY

LINE = Ask(name="line", label="Line", kind=AskKind.LINE)
TEXT = Ask(name="text", label="Text", kind=AskKind.TEXT, required=False)
DATE = Ask(name="date", label="Date", kind=AskKind.DATE, required=False)
CHOICE = Ask(name="choice", label="Choice", kind=AskKind.CHOICE, required=False, choices=(("a", "A"),))
ASKS = (LINE, TEXT, DATE, CHOICE)


def test_answers_are_trimmed_and_what_nobody_asked_for_is_dropped() -> None:
    given = check(ASKS, {"line": " x ", "text": "", "stray": "y"}, latest=TODAY, limit=LIMIT)

    assert given == {"line": "x"}


def test_every_kind_of_answer_is_taken() -> None:
    answers = {"line": "x", "text": "y", "date": "2026-03-02", "choice": "a"}

    assert check(ASKS, answers, latest=TODAY, limit=LIMIT) == answers


def test_answers_are_read_under_their_labels_and_choices_by_theirs() -> None:
    given = {"line": "a", "choice": "a", "sent_on": "2026-03-02"}

    assert in_words(ASKS, given) == {"Line": "a", "Choice": "A", "Sent on": "2026-03-02"}


@pytest.mark.parametrize(
    ("answers", "field", "fault"),
    [
        ({}, "line", "fill this in"),
        ({"line": "x" * (LIMIT + 1)}, "line", "101 characters"),
        ({"line": "x", "date": "yesterday"}, "date", "real date"),
        ({"line": "x", "date": "2026-02-30"}, "date", "real date"),
        ({"line": "x", "date": "2026-03-03"}, "date", "in the future"),
        ({"line": "x", "choice": "b"}, "choice", "Choose one"),
    ],
)
def test_a_wrong_answer_is_named_by_its_field(answers: dict[str, str], field: str, fault: str) -> None:
    with pytest.raises(InvalidForm) as invalid:
        check(ASKS, answers, latest=TODAY, limit=LIMIT)

    assert list(invalid.value.errors) == [field]
    assert fault in invalid.value.errors[field]
