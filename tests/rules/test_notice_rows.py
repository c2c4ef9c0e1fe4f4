"""A row of an old register: what it says of a notice, and what is said of one that is wrong."""

from datetime import date

import pytest

from bot.rules.csv_rows import BrokenFile, Row, check_columns, harmless
from bot.rules.errors import InvalidForm
from bot.rules.notice_file import COLUMNS, FURTHER, STATES, described
from bot.rules.notice_offers import reachable
from bot.rules.notice_row import Entry, entry, key_of
from storage.records.notices import Colour, Means, NoticeState
from storage.records.requests import Direction
from tests.rules.examples import BOUNDS, a_notice

RED = {
    "colour": "red",
    "country": "FR",
    "family_name": "Example",
    "published_on": "2024-05-01",
    "state": "published",
}
YELLOW = {**RED, "colour": "yellow", "birth": "2015"}
RECEIVED = {**RED, "direction": "incoming", "state": "received"}
LONG = "x" * 5_000
IMAGE = "data:image/png;base64," + "iVBORw0KGgoAAAANSUhEUgAA" * 20


def read(cells: dict[str, str]) -> Entry:
    return entry(Row(2, cells), BOUNDS)


def wrong(cells: dict[str, str]) -> dict[str, str]:
    with pytest.raises(InvalidForm) as raised:
        read(cells)
    return raised.value.errors


def test_the_least_that_a_row_says_makes_an_outgoing_notice() -> None:
    found = read(RED)

    assert (found.what.colour, found.what.direction, found.what.means) == (
        Colour.RED,
        Direction.OUTGOING,
        Means.NOTICE,
    )
    assert (found.what.country, found.what.state) == ("FR", NoticeState.PUBLISHED)
    assert (found.published_on, found.state_since) == (date(2024, 5, 1), date(2024, 5, 1))
    assert found.control_number is None
    assert found.answers == {"family_name": "Example"}


@pytest.mark.parametrize(
    ("cells", "name", "kept"),
    [
        ({**RED, "birth": "05/17/1990"}, "birth", "1990-05-17"),
        ({**RED, "forename": "  Edgar "}, "forename", "Edgar"),
        ({**RED, "facts": "=cmd()"}, "facts", "=cmd()"),
        ({**RED, "facts": "See https://www.example.org/a"}, "facts", "See hxxps://www[.]example[.]org/a"),
        ({**RED, "limitation_on": "2025-01-01"}, "limitation_on", "2025-01-01"),
        ({**RED, "extradite_countries": "FR,ZA"}, "extradite_from", "some"),
        ({**RED, "colour": "blue"}, "known", "yes"),
        ({**RED, "colour": "Green", "grounds": "Invented grounds."}, "based_on", "grounds"),
        (YELLOW, "subject", "child"),
        ({**YELLOW, "birth": "2006-05-01"}, "subject", "adult"),
        ({**YELLOW, "birth": "2006-05-02"}, "subject", "child"),
        (
            {**RED, "colour": "yellow", "subject": "unidentified", "family_name": ""},
            "subject",
            "unidentified",
        ),
    ],
)
def test_what_a_cell_means(cells: dict[str, str], name: str, kept: str) -> None:
    assert read(cells).answers[name] == kept


@pytest.mark.parametrize(
    ("cells", "attribute", "meant"),
    [
        ({**RED, "country": "fr"}, "country", "FR"),
        ({**RED, "country": "South Africa"}, "country", "ZA"),
        ({**RED, "means": "diffusion", "state": "Circulated"}, "means", Means.DIFFUSION),
        ({**RECEIVED, "colour": "black", "family_name": ""}, "colour", Colour.BLACK),
        (
            {**RED, "state": "withdrawal requested", "state_since": "2025-01-01"},
            "state",
            "withdrawal_requested",
        ),
    ],
)
def test_words_are_read_kindly(cells: dict[str, str], attribute: str, meant: str) -> None:
    assert getattr(read(cells).what, attribute) == meant


WRONG = [
    ({**RED, "colour": "rde"}, "colour", "Did you mean red?"),
    ({**RED, "colour": ""}, "colour", "This is empty."),
    ({**RED, "country": "Frnace"}, "country", "Did you mean France?"),
    ({**RED, "country": "US"}, "country", "Name the other country."),
    ({**RED, "country": "HK"}, "country", "Choose China."),
    ({**RED, "direction": "incomming"}, "direction", "Did you mean incoming?"),
    ({**RED, "state": "submitted"}, "state", "Known are: published"),
    ({**RED, "colour": "purple"}, "direction", "only received here"),
    ({**RED, "family_name": " "}, "family_name", "Please fill this in."),
    ({**RED, "published_on": ""}, "published_on", "Give the day of its publication"),
    ({**RED, "published_on": "2027-01-01"}, "published_on", "This date is in the future."),
    ({**RED, "published_on": "01.05.2024"}, "published_on", "year-month-day"),
    ({**RED, "state": "suspended"}, "state_since", "since which it is suspended"),
    ({**RED, "state": "withdrawn", "published_on": ""}, "state_since", "since which it is withdrawn"),
    ({**RED, "renewed_on": "2023-01-01"}, "renewed_on", "before the day of its publication"),
    ({**RED, "control_number": "Edgar Example"}, "control_number", "as INTERPOL gave it"),
    ({**RED, "birth": "1990-13"}, "birth", "no such date"),
    ({**RED, "sex": "m"}, "sex", "Choose one of the list."),
    ({**RED, "facts": LONG}, "facts", "This has 5,000 characters; at most 100 fit."),
    ({**RED, "description": IMAGE}, "description", "an image or file pasted as text"),
    ({**RED, "aliases": "a\0b"}, "aliases", "a sign that nothing can show"),
    ({**RED, "role": "witness"}, "role", "A Red Notice does not ask this."),
    ({**RECEIVED, "warrant": "26-1"}, "warrant", "An Incoming Red Notice does not ask this."),
    ({**RED, "recipients": "FR"}, "recipients", "does not ask this"),
    ({**YELLOW, "subject": "unidentified"}, "family_name", "only where subject is adult or child"),
    ({**RED, "colour": "yellow"}, "subject", "Say it, or give the family name"),
    ({**RED, "colour": "blue", "family_name": ""}, "known", "Say it, or give the family name"),
    ({**YELLOW, "subject": "child", "birth": "1980"}, "birth", "this person is of age"),
    ({**RED, "organised": "yes"}, "organised", "only where matter is behaviour or private"),
]


@pytest.mark.parametrize(("cells", "column", "sentence"), WRONG)
def test_what_is_wrong_is_said_of_its_column(cells: dict[str, str], column: str, sentence: str) -> None:
    assert sentence in wrong(cells)[column]


def test_everything_that_is_wrong_with_a_form_is_said_at_once() -> None:
    assert set(wrong({**RED, "sex": "m", "birth": "x", "role": "witness"})) == {"sex", "birth", "role"}


def test_a_child_of_an_old_notice_may_have_grown_up_since() -> None:
    assert read({**YELLOW, "subject": "child", "birth": "1995", "published_on": "2010-03-01"})


def test_conditions_of_publication_do_not_hold_up_what_is_published() -> None:
    assert read({**RED, "penalty": "1 month", "matter": "private"})


def test_rows_that_say_the_same_have_one_key_whatever_the_order_of_columns() -> None:
    again = dict(reversed({**RED, "sex": " ", "country": " FR"}.items()))

    assert key_of(Row(2, RED)) == key_of(Row(9, again))
    assert key_of(Row(2, RED)) != key_of(Row(2, {**RED, "country": "ZA"}))
    assert "Example" not in key_of(Row(2, RED))


@pytest.mark.parametrize(
    ("changes", "never"),
    [
        ({"colour": Colour.YELLOW}, {NoticeState.ARRESTED, NoticeState.EXTRADITION_PENDING}),
        ({"colour": Colour.GREEN}, {NoticeState.LOCATED, NoticeState.RETURNED}),
        ({"direction": Direction.INCOMING}, {NoticeState.ARRESTED, NoticeState.PUBLISHED}),
        ({"means": Means.DIFFUSION}, {NoticeState.SUSPENDED, NoticeState.PUBLISHED, NoticeState.RECEIVED}),
        ({"colour": Colour.RED}, {NoticeState.CIRCULATED, NoticeState.RECEIVED, NoticeState.INFO_RECEIVED}),
    ],
)
def test_a_notice_reaches_only_the_states_of_its_kind(
    changes: dict[str, object], never: set[NoticeState]
) -> None:
    found = reachable(a_notice(**changes))

    assert not found & never
    assert found >= {NoticeState.CANCELLED, NoticeState.DELETED, NoticeState.EXPIRED}


def test_each_state_of_a_register_is_one_that_some_notice_reaches() -> None:
    every = (
        a_notice(colour=colour, direction=direction, means=means)
        for colour in Colour
        for direction in Direction
        for means in Means
    )

    assert frozenset().union(*map(reachable, every)) >= STATES


def test_each_column_is_described() -> None:
    assert [name for name, _ in described()] == list(COLUMNS.all)
    assert {"facts", "description", "aliases", "document"} <= set(FURTHER)
    assert not {"issued_on", "offices", "us_state", "channel"} & set(COLUMNS.all)


def test_an_unknown_column_is_named_by_its_place_and_a_guess_but_not_repeated() -> None:
    with pytest.raises(BrokenFile) as raised:
        check_columns(COLUMNS, ["colour", "country", "state", "familyname", "casey example"])

    assert "Column 4 is not known. Did you mean family_name?" in str(raised.value)
    assert "Column 5 is not known." in str(raised.value)
    assert "casey" not in str(raised.value)


@pytest.mark.parametrize(
    ("cell", "stands"),
    [
        ("=cmd()", "'=cmd()"),
        (" @sum", "' @sum"),
        ("-1", "'-1"),
        ("Example", "Example"),
        (IMAGE, "(left out: an image or a file as text)"),
    ],
)
def test_what_is_given_back_is_run_by_no_program_and_is_no_image(cell: str, stands: str) -> None:
    assert harmless(cell) == stands
