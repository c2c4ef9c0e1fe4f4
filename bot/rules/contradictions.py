"""Contradictions: answers of a notice's form that cannot both be true, told beside the second one."""

from collections.abc import Iterator, Mapping
from datetime import date

from bot.rules import ages, lengths

Answers = Mapping[str, str]
_IN_ORDER = (
    ("facts_on", "warrant_on", "the day on which it happened"),
    ("facts_on", "committed_on", "the day on which it happened"),
    ("facts_on", "limitation_on", "the day on which it happened"),
)
"""Days of which the second is never before the first, and what the first is called."""
_AFTER_BIRTH = ("facts_on", "last_seen_on", "recorded_on", "warrant_on", "assessed_on")


def errors(answers: Answers, today: date) -> dict[str, str]:
    """A sentence for each field that contradicts another one; `today` is the newest date on any calendar."""
    return dict([*_days(answers), *_ages(answers, today), *_sentences(answers)])


def _days(answers: Answers) -> Iterator[tuple[str, str]]:
    for first, second, words in _IN_ORDER:
        if _day(answers, first) and _day(answers, second) and answers[second] < answers[first]:
            yield second, f"This is before {words}, {answers[first]}. Check both days."
    born = answers.get("birth")
    for name in _AFTER_BIRTH if born else ():
        if _day(answers, name) and date.fromisoformat(answers[name]) < ages.first_day(str(born)):
            yield name, f"This is before the person was born ({born}). Check both dates."


def _day(answers: Answers, name: str) -> bool:
    return bool(answers.get(name))


def _ages(answers: Answers, today: date) -> Iterator[tuple[str, str]]:
    """A child with an adult's birth date, and the other way round."""
    born, subject = answers.get("birth"), answers.get("subject")
    if not born:
        return
    if subject == "child" and ages.is_surely_of_age(born, today):
        yield "birth", f"Born {born}, this person is of age. Check the date, or choose a missing adult."
    if subject == "adult" and ages.is_surely_minor(born, today):
        yield "birth", f"Born {born}, this person is a child. Check the date, or choose a missing child."


def _sentences(answers: Answers) -> Iterator[tuple[str, str]]:
    imposed, left = (lengths.months(answers.get(name, "")) for name in ("sentence", "sentence_left"))
    for name in ("penalty", "sentence", "sentence_left"):
        if answers.get(name) and lengths.months(answers[name]) is None:
            yield name, lengths.HOW_TO_WRITE
    if imposed is not None and left is not None and left > imposed:
        yield "sentence_left", f"This is more than the sentence imposed, {answers['sentence']}. Check both."
    if answers.get("convicted") == "no" and answers.get("basis") == "sentence":
        yield "convicted", "There is no sentence without a conviction. Choose prosecution, or say yes."
