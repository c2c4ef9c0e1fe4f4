"""`export`: an operator writes a list as a file."""

import csv
import stat
from pathlib import Path

import pytest

from storage.database import Database
from storage.records.notices import Colour
from tests.cli.terminal import type_in
from tests.storage.examples import a_notice


@pytest.fixture(autouse=True)
def _two_notices(desk: str) -> None:
    database = Database(desk)
    with database.transaction() as stores:
        stores.notices.add(a_notice(colour=Colour.BLUE, answers={"family_name": "Lingersample"}), a_notice())
    database.close()


def test_what_fits_the_words_is_written_without_a_name(tmp_path: Path) -> None:
    file = tmp_path / "blue.csv"
    answer = type_in(f"export notice {file} blue")

    written = file.read_text("utf-8-sig")
    (row,) = csv.DictReader(written.splitlines())
    assert (answer.code, answer.words) == (0, f"{file}: 1 written.")
    assert row["what"] == "Blue Notice"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "Lingersample" not in written


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "blue.csv"
    file.write_text("mine", "utf-8")
    answer = type_in(f"export notice {file}")

    assert answer.code == 1
    assert "cannot be written (File exists)" in answer.words
    assert file.read_text("utf-8") == "mine"


def test_nothing_that_fits_makes_no_file(tmp_path: Path) -> None:
    answer = type_in(f"export notice {tmp_path / 'none.csv'} yellow")

    assert answer.code == 1
    assert "Nothing fits" in answer.words
    assert not (tmp_path / "none.csv").exists()
