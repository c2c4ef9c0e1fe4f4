"""`import notices`: an old register, row by row; what is wrong goes into a file beside it."""

import csv
import random
import signal
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.rules.notice_file import COLUMNS, FURTHER, STATES
from storage.database import Database
from storage.records.notices import Notice
from storage.records.queries import RecordQuery
from tests.cli.processes import ROOT, started
from tests.cli.terminal import type_in
from tests.processes import until

HEAD = "colour,country,family_name,forename,birth,control_number,published_on,state\n"
ROW = "red,FR,Example,Edgar,1990-05,A-1/5-2024,2024-05-01,published\n"
OTHER = "yellow,MX,Sample,Casey,2015,,2024-06-01,published\n"
COUNT = 600
"""Rows of a register that is not taken within one breath."""
POINTS = tuple(sorted(random.Random(7).sample(range(1, 400), 12)))
"""Of rows, behind which it is killed."""
FILE, ERRORS = Path("register.csv"), Path("register.errors.csv")


def imported(text: str | bytes, *options: str) -> tuple[int, str]:
    FILE.write_bytes(text.encode() if isinstance(text, str) else text)
    answer = type_in(" ".join(("import", "notices", str(FILE), *options)))
    return answer.code, answer.words


def errors() -> list[dict[str, str]]:
    with ERRORS.open(newline="") as file:
        return list(csv.DictReader(file))


def notices(url: str) -> list[Notice]:
    database = Database(url)
    try:
        with database.reading() as stores:
            return stores.notices.find(RecordQuery(limit=10_000))
    finally:
        database.close()


@contextmanager
def counting(url: str) -> Iterator[Callable[[], int]]:
    """How many notices there are at any moment."""
    database = Database(url)

    def count() -> int:
        with database.reading() as stores:
            return stores.notices.count(RecordQuery())

    try:
        yield count
    finally:
        database.close()


def register(count: int) -> str:
    rows = (
        f"red,FR,Example{n},Edgar,1990-05,A-{n}/5-2024,2024-05-01,published\n" for n in range(1, count + 1)
    )
    return HEAD + "".join(rows)


def test_a_file_is_taken_and_the_same_again_is_passed_over(desk: str) -> None:
    first, again = imported(HEAD + ROW + OTHER), imported(HEAD + ROW + OTHER)

    assert first == (0, "notices: 2 added, 0 there already, 0 wrong.")
    assert again == (0, "notices: 0 added, 2 there already, 0 wrong.")
    assert sorted(each.reference for each in notices(desk)) == ["NT-2024-00001", "NT-2024-00002"]
    assert not ERRORS.exists()


def test_a_dry_run_keeps_nothing(desk: str) -> None:
    answer = imported(HEAD + ROW + "green" + ROW, "--check")

    assert answer[0] == 1
    assert answer[1].startswith("Only checked, nothing was saved: 1 added, 0 there already, 1 wrong.")
    assert [each["column"] for each in errors()] == ["colour"]
    assert notices(desk) == []


def test_wrong_rows_go_into_a_file_for_its_owners_eyes_and_the_rest_is_taken(desk: str) -> None:
    answer = imported(HEAD + "rde" + ROW[3:] + "red,FR,=cmd()\n" + ROW + "red,FR,Hidden,,,,2024-05-01,lost\n")

    assert answer[0] == 1
    assert answer[1].startswith("notices: 1 added, 0 there already, 3 wrong.")
    assert "register.errors.csv says what is wrong" in answer[1]
    assert stat.S_IMODE(ERRORS.stat().st_mode) == 0o600
    assert [(each["line"], each["column"]) for each in errors()] == [
        ("2", "colour"),
        ("3", ""),
        ("5", "state"),
    ]
    assert errors()[0]["problem"].startswith("Not known. Did you mean red?")
    assert errors()[0]["family_name"] == "Example"
    assert errors()[1]["problem"] == "Not taken: it has 3 cells for 8 columns."
    assert errors()[1]["family_name"] == "'=cmd()"
    assert len(notices(desk)) == 1


def test_nothing_personal_stands_on_the_terminal(file: str) -> None:
    said = [
        imported(HEAD + "red,FR,Hidden,Harry,1990-13,,2024-05-01,published\n")[1],
        imported("Hidden,Harry,1990\n" + ROW)[1],
        imported(HEAD + 'red,FR,"Hidden,Harry\n')[1],
    ]

    assert [each for each in said if "Hidden" in each or "hidden" in each] == []


def test_a_corrected_file_is_run_again_and_only_what_is_new_is_taken(file: str) -> None:
    imported(HEAD + ROW + OTHER.replace("yellow", "yelow"))
    again = imported(HEAD + ROW + OTHER)

    assert again == (0, "notices: 1 added, 1 there already, 0 wrong.")
    assert not ERRORS.exists()


def test_long_texts_formulas_and_images_are_looked_at_row_by_row(file: str) -> None:
    head = HEAD.replace("state", "state,facts")
    image = "data:image/png;base64," + "iVBORw0KGgoAAAANSUhEUgAA" * 8_000
    rows = [f'{ROW.strip()},"{text}"\n' for text in ("x" * 5_000, image, "=HYPERLINK(1)")]
    answer = imported(head + "".join(rows))

    assert answer[1].startswith("notices: 1 added, 0 there already, 2 wrong.")
    assert "at most 3,000 fit" in errors()[0]["problem"]
    assert "an image or file pasted as text" in errors()[1]["problem"]
    assert errors()[1]["facts"] == "(left out: an image or a file as text)"
    [notice] = notices(file)
    assert notice.answers["facts"] == "=HYPERLINK(1)"


BROKEN = [
    ("", "It is empty. The first line names the columns: colour, country, state and others"),
    ("colour,country\nred,FR\n", "The column state is missing."),
    (HEAD.replace("family_name", "familyname"), "Column 3 is not known. Did you mean family_name?"),
    (HEAD.replace("forename", "birth"), "The column birth stands there twice."),
    (HEAD + ROW + 'red,FR,"Example\n' + ROW * 3, "Line 3: it is no CSV (unexpected end of data)"),
    ((HEAD + ROW).encode() + "red,FR,C\xf4te\n".encode("latin-1"), "Line 3: it is not UTF-8"),
    ((HEAD + ROW).encode("utf-16"), "Line 1: it is not UTF-8"),
]


@pytest.mark.parametrize(("text", "sentence"), BROKEN)
def test_of_a_file_that_cannot_be_read_nothing_is_taken(file: str, text: str | bytes, sentence: str) -> None:
    code, words = imported(text)

    assert code == 1
    assert sentence in words
    assert words.endswith("Nothing of register.csv was taken.")
    assert notices(file) == []


def test_a_file_that_is_not_there_is_said_so(file: str) -> None:
    assert (
        type_in("import notices nowhere.csv").words
        == "nowhere.csv cannot be read (No such file or directory)."
    )
    assert "Name the file." in type_in("import notices").words


def test_the_columns_are_listed(file: str) -> None:
    words = type_in("import notices --columns").words

    assert words.startswith("colour needed red, blue, green")
    assert "control_number such as A-1234/5-2020" in words
    assert (
        type_in("import terms --columns").words
        == "kind needed code needed label needed source needed retired"
    )


def test_the_example_of_the_readme_is_one(file: str) -> None:
    section = (ROOT / "README.md").read_text().partition("### Import of notices")[2]

    code, words = imported(section.split("```")[1].lstrip())
    assert code == 0
    assert words.startswith("notices: 2 added, 0 there already, 0 wrong.")


def test_the_columns_of_the_readme_are_there_and_so_are_its_states(file: str) -> None:
    section = (ROOT / "README.md").read_text().partition("### Import of notices")[2]

    assert [name for name in COLUMNS.all if name not in FURTHER and name not in section] == []
    assert [state for state in STATES if state not in section] == []


def test_an_empty_register_is_no_mistake(file: str) -> None:
    assert imported(HEAD) == (0, "notices: 0 added, 0 there already, 0 wrong.")


def test_what_is_past_its_moment_is_said_at_the_end(file: str) -> None:
    answer = imported(HEAD + ROW.replace("2024-05-01", "2015-05-01"))

    assert "Past their due moment, of all notices: 1." in answer[1]


@pytest.mark.parametrize(
    "points", [pytest.param((1,), id="one kill"), pytest.param(POINTS, id="many", marks=pytest.mark.soak)]
)
def test_killed_in_the_middle_it_goes_on_where_it_stopped_and_makes_nothing_twice(
    desk: str, points: tuple[int, ...]
) -> None:
    FILE.write_text(register(COUNT))
    for point in points:
        with started("import notices register.csv"), counting(desk) as counted:
            assert until(lambda point=point: counted() >= point)  # type: ignore[misc]  # Bound in the loop.
    before = len(notices(desk))
    answer = type_in("import notices register.csv")

    assert 0 < before < COUNT
    assert type_in("audit verify").code == 0
    assert answer.words == f"notices: {COUNT - before} added, {before} there already, 0 wrong."
    assert len({each.control_number for each in notices(desk)}) == len(notices(desk)) == COUNT


def test_told_to_stop_it_says_how_far_it_got_and_how_to_go_on(file: str) -> None:
    FILE.write_text(register(COUNT))
    with started("import notices register.csv") as process, counting(file) as counted:
        assert until(lambda: counted() > 0)
        code, _ = process.end(signal.SIGINT)
        said = process.said
    answer = type_in("import notices register.csv")

    assert code == 1
    assert "Stopped behind line" in said
    assert len(notices(file)) == COUNT
    assert "Run the same command again to go on" in said
    assert answer.code == 0
