"""Every kind of answer: what is taken, how it is kept, and what is said of a wrong one."""

import pytest

from bot.rules.answers import check
from bot.rules.errors import InvalidForm
from bot.rules.steps import Ask, AskKind, Shape
from tests.rules.examples import BOUNDS

CHOICES = (("red", "Red"), ("blue", "Blue"))
SHAPE = Shape(pattern=r"[A-Z]\d{3}", sentence="A letter and three digits.")


def _ask(kind: AskKind, *, future: bool = False, shape: Shape | None = None) -> Ask:
    choices = CHOICES if kind in {AskKind.CHOICE, AskKind.CHOICES} else ()
    return Ask(name="it", label="It", kind=kind, future=future, choices=choices, shape=shape)


def _kept(ask: Ask, answer: str) -> str:
    return check([ask], {"it": answer}, BOUNDS)["it"]


def _fault(ask: Ask, answer: str) -> str:
    with pytest.raises(InvalidForm) as invalid:
        check([ask], {"it": answer}, BOUNDS)
    return invalid.value.errors["it"]


KEPT = [
    (AskKind.LINE, " two  words ", "two  words"),
    (AskKind.LINE, "see http://evil.example", "see hxxp://evil[.]example"),
    (AskKind.TEXT, "one\ntwo", "one\ntwo"),
    (AskKind.TEXT, "see https://evil.example/x", "see hxxps://evil[.]example/x"),
    (AskKind.DATE, "2026-03-02", "2026-03-02"),
    (AskKind.CHOICE, "red", "red"),
    (AskKind.CHOICES, "red,blue", "red,blue"),
    (AskKind.BIRTH, "1990", "1990"),
    (AskKind.BIRTH, "1990-5", "1990-05"),
    (AskKind.BIRTH, "1990/5/7", "1990-05-07"),
    (AskKind.BIRTH, "05/17/1990", "1990-05-17"),
    (AskKind.COUNTRY, "FR", "FR"),
    (AskKind.COUNTRIES, "FR,ZA", "FR,ZA"),
    (AskKind.NATIONS, "US,FR", "US,FR"),
    (AskKind.AGENCY, "example-city-police", "example-city-police"),
    (AskKind.AGENCIES, "example-city-police,harbor-city-police", "example-city-police,harbor-city-police"),
    (AskKind.OFFICER, "UOLGA", "UOLGA"),
    (AskKind.OFFENCE, "kidnapping", "kidnapping"),
    (AskKind.PROGRAMME, "icac", "icac"),
    (AskKind.WEB_ADDRESS, "https://agency.example/page", "hxxps://agency[.]example/page"),
]


@pytest.mark.parametrize(("kind", "typed", "stays"), KEPT)
def test_an_answer_of_each_kind_is_kept(kind: AskKind, typed: str, stays: str) -> None:
    assert _kept(_ask(kind), typed) == stays


@pytest.mark.parametrize(("kind", "typed", "stays"), KEPT)
def test_what_is_kept_is_taken_again_as_it_is(kind: AskKind, typed: str, stays: str) -> None:
    assert _kept(_ask(kind), stays) == stays


def test_no_kind_of_answer_is_forgotten_here() -> None:
    assert {kind for kind, _, _ in KEPT} == set(AskKind)


@pytest.mark.parametrize("kind", AskKind)
def test_nothing_is_no_answer_to_what_is_needed(kind: AskKind) -> None:
    assert "fill this in" in _fault(_ask(kind), "  ")


@pytest.mark.parametrize("kind", AskKind)
def test_an_image_pasted_as_text_is_no_answer_to_anything(kind: AskKind) -> None:
    assert "image or file pasted" in _fault(_ask(kind), "data:image/png;base64,iVBORw0KGgo=")


@pytest.mark.parametrize(
    ("kind", "typed", "fault"),
    [
        (AskKind.CHOICE, "red,blue", "Choose one"),
        (AskKind.CHOICES, "red,green", "Choose one"),
        (AskKind.BIRTH, "Mai 1990", "Write it as 1990"),
        (AskKind.BIRTH, "1990-13", "no such date"),
        (AskKind.BIRTH, "2027", "in the future"),
        (AskKind.BIRTH, "1726", "too long ago"),
        (AskKind.COUNTRY, "XX", "not a member country"),
        (AskKind.COUNTRY, "US", "the United States' own bureau"),
        (AskKind.COUNTRY, "FR,ZA", "not a member country"),
        (AskKind.COUNTRIES, "FR,US", "the United States' own bureau"),
        (AskKind.COUNTRIES, "FR,XX", "not a member country"),
        (AskKind.NATIONS, "US,XX", "not a member country"),
        (AskKind.WEB_ADDRESS, "somewhere on the web", "Write one web address"),
        (AskKind.WEB_ADDRESS, "https://name:word@agency.example", "Leave out the name and password"),
    ],
)
def test_a_wrong_answer_is_told_what_would_be_right(kind: AskKind, typed: str, fault: str) -> None:
    assert fault in _fault(_ask(kind), typed)


@pytest.mark.parametrize(
    ("future", "day"),
    [
        pytest.param(False, "2026-03-01", id="yesterday"),
        pytest.param(False, "2026-03-02", id="today"),
        pytest.param(False, "2026-03-03", id="today further east"),
        pytest.param(True, "2026-03-02", id="today, for what is to come"),
        pytest.param(True, "2027-03-02", id="next year"),
    ],
)
def test_a_day_counts_from_where_it_may_be_today(future: bool, day: str) -> None:
    assert _kept(_ask(AskKind.DATE, future=future), day) == day


def test_a_day_that_has_passed_is_no_day_to_come() -> None:
    assert "past" in _fault(_ask(AskKind.DATE, future=True), "2026-03-01")


def test_a_day_to_come_is_no_day_that_has_passed() -> None:
    assert "in the future" in _fault(_ask(AskKind.DATE), "2026-03-04")


@pytest.mark.parametrize("future", [True, False])
@pytest.mark.parametrize("typed", ["soon", "2026-02-30", "02/03/2026", "2026-3-2", "2026"])
def test_what_no_calendar_has_is_no_day(typed: str, future: bool) -> None:
    assert "real date" in _fault(_ask(AskKind.DATE, future=future), typed)


@pytest.mark.parametrize("typed", ["20260302", "2026-W10-1"])
def test_a_day_is_kept_in_one_way_of_writing(typed: str) -> None:
    try:
        kept = _kept(_ask(AskKind.DATE), typed)
    except InvalidForm:
        return  # Refused with a sentence: as good.

    assert kept == "2026-03-02"


def test_an_answer_of_another_shape_is_told_the_shape() -> None:
    ask = _ask(AskKind.LINE, shape=SHAPE)

    assert _kept(ask, " A123 ") == "A123"
    assert _fault(ask, "A123 and more") == SHAPE.sentence
    assert _fault(ask, "a123") == SHAPE.sentence
