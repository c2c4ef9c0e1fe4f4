"""Contradictions: two answers that cannot both be true are told beside the second of them."""

from datetime import date

import pytest

from bot.rules import contradictions, lengths, notices
from bot.rules.errors import InvalidForm
from storage.records.notices import Colour
from storage.records.requests import Direction
from tests.rules.examples import BOUNDS, a_notice_form

TODAY = date(2026, 3, 2)
SERVING = {"basis": "sentence"}


def _errors(**answers: str) -> dict[str, str]:
    return contradictions.errors(answers, TODAY)


@pytest.mark.parametrize(
    ("birth", "today", "of_age"),
    [
        pytest.param("2008-03-02", TODAY, True, id="eighteen today"),
        pytest.param("2008-03-03", TODAY, False, id="eighteen tomorrow"),
        pytest.param("2008-02", TODAY, True, id="born on whichever day of February, eighteen"),
        pytest.param("2008-03", TODAY, False, id="born in this month, perhaps not yet"),
        pytest.param("2007", TODAY, True, id="born in a year of which every day is long enough ago"),
        pytest.param("2008", TODAY, False, id="born in a year of which some days are not"),
        pytest.param("2008", date(2026, 12, 30), False, id="the last day of the year is still to come"),
        pytest.param("2008", date(2026, 12, 31), True, id="the last day of the year has come"),
        pytest.param("2008-02-29", date(2026, 2, 28), False, id="a leap day's child on 28 February"),
        pytest.param("2008-02-29", date(2026, 3, 1), True, id="a leap day's child on 1 March"),
        pytest.param("2008-02", date(2026, 2, 28), False, id="perhaps a leap day's child"),
    ],
)
def test_a_missing_child_is_not_of_age(birth: str, today: date, of_age: bool) -> None:
    found = contradictions.errors({"subject": "child", "birth": birth}, today)

    sentence = f"Born {birth}, this person is of age. Check the date, or choose a missing adult."
    assert found == ({"birth": sentence} if of_age else {})


@pytest.mark.parametrize(
    ("birth", "today", "minor"),
    [
        pytest.param("2008-03-02", TODAY, False, id="eighteen today"),
        pytest.param("2008-03-03", TODAY, True, id="eighteen tomorrow"),
        pytest.param("2008-03", TODAY, False, id="born in this month, perhaps already"),
        pytest.param("2008-04", TODAY, True, id="born on whichever day of next month"),
        pytest.param("2008", TODAY, False, id="eighteen at some day of this year"),
        pytest.param("2009", TODAY, True, id="seventeen at most this year"),
        pytest.param("2008-02-29", date(2026, 2, 28), True, id="a leap day's child on 28 February"),
        pytest.param("2008-02-29", date(2026, 3, 1), False, id="a leap day's child on 1 March"),
    ],
)
def test_a_missing_adult_is_no_child(birth: str, today: date, minor: bool) -> None:
    found = contradictions.errors({"subject": "adult", "birth": birth}, today)

    sentence = f"Born {birth}, this person is a child. Check the date, or choose a missing child."
    assert found == ({"birth": sentence} if minor else {})


@pytest.mark.parametrize("birth", ["2008", "2008-03", "2008-03-02"])
def test_whoever_may_be_both_is_believed(birth: str) -> None:
    assert _errors(subject="adult", birth=birth) == {}


@pytest.mark.parametrize("birth", ["1950", "2020-05-17"])
def test_nobodys_age_counts_where_nobody_says_child_or_adult(birth: str) -> None:
    assert _errors(birth=birth) == {}
    assert _errors(birth=birth, subject="unidentified") == {}


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("facts_on", "warrant_on", "the day on which it happened"),
        ("facts_on", "committed_on", "the day on which it happened"),
        ("facts_on", "limitation_on", "the day on which it happened"),
    ],
)
def test_what_comes_of_it_does_not_come_before_it(first: str, second: str, words: str) -> None:
    before = _errors(**{first: "2026-02-02", second: "2026-02-01"})

    assert before == {second: f"This is before {words}, 2026-02-02. Check both days."}
    assert _errors(**{first: "2026-02-02", second: "2026-02-02"}) == {}
    assert _errors(**{first: "2026-02-02", second: "2026-02-03"}) == {}
    assert _errors(**{first: "2026-02-02"}) == _errors(**{second: "2026-02-01"}) == {}


@pytest.mark.parametrize("name", ["facts_on", "last_seen_on", "recorded_on", "warrant_on", "assessed_on"])
@pytest.mark.parametrize(
    ("birth", "before", "since"),
    [
        pytest.param("1990", "1989-12-31", "1990-01-01", id="year"),
        pytest.param("1990-05", "1990-04-30", "1990-05-01", id="year and month"),
        pytest.param("1990-05-17", "1990-05-16", "1990-05-17", id="full date"),
    ],
)
def test_nothing_happens_to_somebody_before_they_are_born(
    name: str, birth: str, before: str, since: str
) -> None:
    found = _errors(birth=birth, **{name: before})

    assert found == {name: f"This is before the person was born ({birth}). Check both dates."}
    assert _errors(birth=birth, **{name: since}) == {}


@pytest.mark.parametrize(
    ("imposed", "left", "wrong"),
    [
        pytest.param("8 years", "7 years", False, id="less"),
        pytest.param("8 years", "96 months", False, id="all of it"),
        pytest.param("8 years", "97 months", True, id="a month more"),
        pytest.param("8 years", "life", True, id="life of years"),
        pytest.param("life", "40 years", False, id="years of life"),
        pytest.param("life", "life", False, id="life of life"),
        pytest.param("", "7 years", False, id="nobody says how long it was"),
    ],
)
def test_no_more_of_a_sentence_is_left_than_was_imposed(imposed: str, left: str, wrong: bool) -> None:
    found = _errors(sentence=imposed, sentence_left=left)

    sentence = f"This is more than the sentence imposed, {imposed}. Check both."
    assert found == ({"sentence_left": sentence} if wrong else {})


@pytest.mark.parametrize("name", ["penalty", "sentence", "sentence_left"])
def test_a_length_that_says_none_is_told_beside_it(name: str) -> None:
    assert _errors(**{name: "a long time"}) == {name: lengths.HOW_TO_WRITE}
    assert _errors(**{name: "2y 6m"}) == {}


@pytest.mark.parametrize("answers", [{}, {"sentence": "8 years"}, {"sentence_left": "7 years"}])
def test_there_is_no_sentence_without_a_conviction(answers: dict[str, str]) -> None:
    served = {"basis": "sentence", **answers}

    found = _errors(**served, convicted="no")

    sentence = "There is no sentence without a conviction. Choose prosecution, or say yes."
    assert found == {"convicted": sentence}
    assert _errors(**served, convicted="yes") == _errors(**served) == {}


def test_who_is_to_be_tried_need_not_be_convicted() -> None:
    assert _errors(basis="prosecution", convicted="no") == {}


def test_somebody_may_be_seen_once_more_after_the_police_recorded_it() -> None:
    assert _errors(last_seen_on="2026-02-02", recorded_on="2026-02-01") == {}


def test_all_contradictions_are_told_at_once() -> None:
    found = _errors(
        birth="2015",
        subject="adult",
        recorded_on="2014-02-01",
        sentence="1 year",
        sentence_left="2 years",
    )

    assert set(found) == {"birth", "recorded_on", "sentence_left"}


@pytest.mark.parametrize(
    ("colour", "answers", "field"),
    [
        (Colour.YELLOW, {"birth": "1990"}, "birth"),
        (Colour.YELLOW, {"recorded_on": "2018-04-30"}, "recorded_on"),
        (Colour.RED, {"warrant_on": "2025-11-01"}, "warrant_on"),
        (Colour.RED, {**SERVING, "sentence": "1 year", "sentence_left": "2 years"}, "sentence_left"),
        (Colour.RED, {**SERVING, "convicted": "no"}, "convicted"),
        (Colour.GREEN, {"assessed_on": "1990-04-30"}, "assessed_on"),
        (Colour.BLUE, {"facts_on": "1990-04-30"}, "facts_on"),
    ],
)
def test_a_form_that_contradicts_itself_is_not_filed(
    colour: Colour, answers: dict[str, str], field: str
) -> None:
    form = a_notice_form(colour)

    with pytest.raises(InvalidForm) as invalid:
        notices.check(
            notices.NoticeForm(colour=colour, country="FR", answers={**form.answers, **answers}), BOUNDS
        )

    assert set(invalid.value.errors) == {field}


def test_another_countrys_notice_may_be_older_than_anything_known_here() -> None:
    kept = notices.check(a_notice_form(direction=Direction.INCOMING, issued_on="2001-01-01"), BOUNDS)

    assert kept["issued_on"] == "2001-01-01"
