"""Ages by birth dates of any precision: what is sure, and what is only possible."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.ages import first_day, is_surely_minor, is_surely_of_age, last_day

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 12, 31))


@pytest.mark.parametrize(
    ("birth", "first", "last"),
    [
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("2015-05", date(2015, 5, 1), date(2015, 5, 31)),
        ("2015-04", date(2015, 4, 1), date(2015, 4, 30)),
        ("2015-12", date(2015, 12, 1), date(2015, 12, 31)),
        ("2015-02", date(2015, 2, 1), date(2015, 2, 28)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-05-17", date(2015, 5, 17), date(2015, 5, 17)),
        ("2016-02-29", date(2016, 2, 29), date(2016, 2, 29)),
    ],
)
def test_a_birth_date_means_the_days_between_two(birth: str, first: date, last: date) -> None:
    assert (first_day(birth), last_day(birth)) == (first, last)


@pytest.mark.parametrize(
    ("birth", "on", "minor", "of_age"),
    [
        pytest.param("2008-05-17", date(2026, 5, 16), True, False, id="the day before the birthday"),
        pytest.param("2008-05-17", date(2026, 5, 17), False, True, id="the birthday"),
        pytest.param("2008-05", date(2026, 4, 30), True, False, id="before the month"),
        pytest.param("2008-05", date(2026, 5, 1), False, False, id="in the month nobody knows"),
        pytest.param("2008-05", date(2026, 5, 31), False, True, id="on the last day of the month"),
        pytest.param("2008", date(2025, 12, 31), True, False, id="before the year"),
        pytest.param("2008", date(2026, 1, 1), False, False, id="in the year nobody knows"),
        pytest.param("2008", date(2026, 12, 31), False, True, id="on the last day of the year"),
        pytest.param("2008-02-29", date(2026, 2, 28), True, False, id="a leap day: 28 February"),
        pytest.param("2008-02-29", date(2026, 3, 1), False, True, id="a leap day: 1 March"),
    ],
)
def test_who_is_a_child_and_who_is_of_age(birth: str, on: date, minor: bool, of_age: bool) -> None:
    assert (is_surely_minor(birth, on), is_surely_of_age(birth, on)) == (minor, of_age)


@given(born=DAYS, on=DAYS)
def test_of_a_full_date_it_is_always_known(born: date, on: date) -> None:
    assert is_surely_minor(born.isoformat(), on) != is_surely_of_age(born.isoformat(), on)


@given(born=DAYS, on=DAYS, precision=st.sampled_from([4, 7, 10]))
def test_less_precision_is_never_more_sure(born: date, on: date, precision: int) -> None:
    whole, known = born.isoformat(), born.isoformat()[:precision]

    assert first_day(known) <= born <= last_day(known)
    assert not is_surely_minor(known, on) or is_surely_minor(whole, on)
    assert not is_surely_of_age(known, on) or is_surely_of_age(whole, on)
    assert last_day(known) - first_day(known) < timedelta(days=366)
