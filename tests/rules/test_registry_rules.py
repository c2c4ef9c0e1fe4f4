"""What an entry of a registry may hold, and which words find it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules import registry_search
from bot.rules.csv_rows import BrokenFile, check_columns
from bot.rules.fields import country_error
from bot.rules.registry_fields import (
    arrest_error,
    cell_error,
    days_error,
    email_error,
    label_error,
    liaisons_of,
    liaisons_text,
    line,
    line_error,
    ori_error,
    ori_of,
    telephone_error,
)
from bot.rules.registry_file import COLUMNS, FileKind
from bot.rules.states import STATES
from storage import reference
from storage.records.agencies import LiaisonPerson
from tests.rules.examples import COUNTRIES

SHIPPED = [
    *reference.countries().values(),
    *(row["name"] for row in reference.sub_bureaus()),
    *(row["label"] for row in reference.terms()),
]


def test_every_name_that_comes_with_the_desk_is_one_that_an_officer_could_type() -> None:
    assert {name: error for name in SHIPPED if (error := label_error(name)) is not None} == {}


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=100))
def test_no_name_formats_links_or_mentions(text: str) -> None:
    if label_error(line(text)) is None:
        assert not set(line(text)) & set("*_~`<>:/|@#\\\n\0")
        assert not any(part for part in line(text).split(".")[1:] if part and not part.startswith(" "))


@pytest.mark.parametrize(
    "cell", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", " =A1", "a\0b", "\x1b[31m"]
)
def test_a_cell_that_a_program_would_run_is_refused(cell: str) -> None:
    assert cell_error(cell) is not None


@pytest.mark.parametrize(
    "cell", ["", "A name", "+1 202-555-0100", "+1 202 555 0100 ext. 12", "a = b", "60 days"]
)
def test_a_cell_that_only_says_something_is_taken(cell: str) -> None:
    assert cell_error(cell) is None


def test_lengths_count_as_slack_counts_them() -> None:
    assert line_error("é" * 100, limit=100) is None
    assert line_error("👩" * 51, limit=100) == "This has 102 characters; at most 100 fit. Shorten it."


@pytest.mark.parametrize(
    ("typed", "kept"), [("va-ex 00100", "VAEX00100"), ("", None), (" ", None), ("VAEX00100", "VAEX00100")]
)
def test_an_ori_is_kept_without_what_people_type_between(typed: str, kept: str | None) -> None:
    assert ori_of(typed) == kept
    assert ori_error(ori_of(typed)) is None


@pytest.mark.parametrize("ori", ["VA", "VAEX001000", "12EX00100", "VAEX0010!"])
def test_an_ori_of_another_shape_is_refused(ori: str) -> None:
    assert ori_error(ori) is not None


@pytest.mark.parametrize(
    "telephone", ["", "202-555-0100", "(202) 555-0100", "+44 20 7946 0000", "202.555.0100 x12"]
)
def test_a_telephone_is_checked_loosely(telephone: str) -> None:
    assert telephone_error(telephone) is None


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (telephone_error, "later"),
        (telephone_error, "911"),
        (email_error, "a@b"),
        (email_error, "Casey <a@b.example>"),
        (days_error, "0"),
        (days_error, "367"),
        (days_error, "٣"),
        (arrest_error, "0 days"),
        (arrest_error, "sixty"),
    ],
)
def test_what_means_nothing_is_refused(check: object, text: str) -> None:
    assert callable(check)
    assert check(text) is not None


def test_the_people_of_an_agency_are_written_as_they_are_read() -> None:
    people = (
        LiaisonPerson(name="Casey Example", telephone="202-555-0101"),
        LiaisonPerson(name="Robin Example", email="robin@agency.example"),
        LiaisonPerson(name="Kim Example"),
    )

    assert liaisons_of(liaisons_text(people)) == people
    assert liaisons_of("Casey Example; 202-555-0101|\n|Kim Example") == (people[0], people[2])


def test_a_country_that_is_no_member_is_refused_with_why() -> None:
    refused = {code: country_error(code, COUNTRIES) for code in ("US", "HK", "XA", "ZZ", "FR")}

    assert refused["FR"] is None
    assert refused["HK"] == "Hong Kong is a sub-bureau of China and no member itself. Choose China."
    assert refused["XA"] == (
        "Former Example has not been a member since 2026-01-31, so its bureau cannot be asked."
    )
    assert refused["US"] != refused["ZZ"]


@pytest.mark.parametrize(
    ("words", "code"), [("tx", "TX"), ("Texas", "TX"), ("d", None), ("puerto rico", "PR")]
)
def test_a_state_is_found_by_its_letters_or_its_name(words: str, code: str | None) -> None:
    assert registry_search.state(words) == code


def test_there_are_fifty_states_a_district_and_five_territories() -> None:
    assert len(STATES) == 56
    assert {row["state"] for row in reference.task_forces()} < set(STATES)


@pytest.mark.parametrize("kind", FileKind)
def test_a_file_needs_its_columns_and_takes_the_others_or_none(kind: FileKind) -> None:
    check_columns(COLUMNS[kind], COLUMNS[kind].needed)
    check_columns(COLUMNS[kind], COLUMNS[kind].all[::-1])

    for name in COLUMNS[kind].needed:
        with pytest.raises(BrokenFile, match=f"The column {name} is missing"):
            check_columns(COLUMNS[kind], [each for each in COLUMNS[kind].all if each != name])
