"""Lengths of sentences and penalties, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.lengths import months

LIFE = 1200


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("10 years", 120),
        ("1 year", 12),
        ("10 YEARS", 120),
        ("10years", 120),
        (" 10 years ", 120),
        ("6 months", 6),
        ("1 month", 1),
        ("0 months", 0),
        ("2y 6m", 30),
        ("2y6m", 30),
        ("2 yrs 6 mos", 30),
        ("2 yr, 6 mo", 30),
        ("2 years and 6 months", 30),
        ("2 years & 6 months", 30),
        ("life", LIFE),
        ("Life imprisonment", LIFE),
        ("death", LIFE),
        ("999 years", 11988),
    ],
)
def test_a_length_is_read_in_months(text: str, length: int) -> None:
    assert months(text) == length


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "10",
        "years",
        "long",
        "a long time",
        "ten years",
        "1.5 years",
        "10-20 years",
        "10 to 20 years",
        "up to 10 years",
        "10 years to life",
        "lifelong",
        "10 days",
        "90 minutes",
        "-1 year",
        "10 years, suspended",
        "99999 years",
        "and",
    ],
)
def test_what_says_no_length_is_not_guessed(text: str) -> None:
    assert months(text) is None


@given(years=st.integers(0, 999), rest=st.integers(0, 11))
def test_years_and_months_add_up_however_they_are_joined(years: int, rest: int) -> None:
    written = {months(f"{years}{y}{between}{rest}{m}") for y, m in (("y", "m"), (" years", " months"),
               (" yrs", " mos")) for between in (" ", ", ", " and ")}  # fmt: skip

    assert written == {12 * years + rest}


@given(st.text(max_size=40))
def test_any_text_is_a_length_or_none(text: str) -> None:
    length = months(text)

    assert length is None or length >= 0
