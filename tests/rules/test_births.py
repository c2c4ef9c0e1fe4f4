"""Birth dates of any precision, as they are typed and as they are kept."""

import pytest

from bot.rules import births
from tests.rules.examples import TODAY


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        pytest.param("1990", None, id="year only"),
        pytest.param("1990-05", None, id="year and month"),
        pytest.param("1990-05-17", None, id="full date"),
        pytest.param("1990/5/7", None, id="slashes, as INTERPOL writes them"),
        pytest.param("05/17/1990", None, id="as Americans write it"),
        pytest.param("5/7/1990", None, id="as Americans write it in short"),
        pytest.param("02/29/2024", None, id="a leap day of Americans"),
        pytest.param("17/05/1990", "no such date", id="day first, as Europeans write it"),
        pytest.param("02/29/2023", "no such date", id="no leap day of Americans"),
        pytest.param("05/17/90", "Write it as 1990", id="a year of two digits"),
        pytest.param("05/1990", "Write it as 1990", id="a month and a year"),
        pytest.param("05/17/1990 or so", "Write it as 1990", id="more than a date"),
        pytest.param("03/03/2026", "future", id="tomorrow in America"),
        pytest.param("2024-02-29", None, id="a leap day"),
        pytest.param("2023-02-29", "no such date", id="no leap day"),
        pytest.param("1990-13", "no such date", id="no such month"),
        pytest.param("0000", "no such date", id="no such year"),
        pytest.param("17 May 1990", None, id="the month in words"),
        pytest.param("Feb. 30, 1990", "no such date", id="no such day of a month in words"),
        pytest.param("17 May 18 1990", "Write it as 1990", id="two days"),
        pytest.param("17 Mai 1990", "Write it as 1990", id="a month of another language"),
        pytest.param("in May", "Write it as 1990", id="no year"),
        pytest.param("", "Write it as 1990", id="nothing"),
        pytest.param("2026", None, id="this year"),
        pytest.param("2026-03-02", None, id="today"),
        pytest.param("2026-03-03", "future", id="tomorrow"),
        pytest.param("2026-04", "future", id="next month"),
        pytest.param("2027", "future", id="next year"),
        pytest.param("1090", "too long ago", id="a slip of the finger"),
    ],
)
def test_a_birth_date_is_real_past_and_as_precise_as_it_is_known(typed: str, fault: str | None) -> None:
    error = births.birth_error(typed, today=TODAY)

    assert error is None if fault is None else fault in str(error)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1990", "1990"),
        (" 1990/5 ", "1990-05"),
        ("1990.5.7", "1990-05-07"),
        ("05/17/1990", "1990-05-17"),
        (" 5/7/1990 ", "1990-05-07"),
        ("3 March 2017", "2017-03-03"),
        ("march 3, 2017", "2017-03-03"),
        ("Sept. 2017", "2017-09"),
    ],
)
def test_a_birth_date_is_kept_in_one_spelling_and_with_its_precision(typed: str, kept: str) -> None:
    assert births.spelled(typed) == kept
    assert births.spelled(kept) == kept


@pytest.mark.parametrize("typed", ["", "17 Mai 1990", "05/1990"])
def test_nothing_is_kept_of_what_cannot_be_read(typed: str) -> None:
    assert births.spelled(typed) == ""
