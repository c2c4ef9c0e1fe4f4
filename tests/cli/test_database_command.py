"""`db` and what each command says when the database is not as it should be."""

import socket
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.upgrade import is_current
from tests.cli.terminal import type_in
from tests.storage.examples import raw

FITS = "The schema fits this program."


def revision(url: str, word: str) -> None:
    with raw(url) as engine, engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :word"), {"word": word})


def test_a_schema_that_fits_passes_the_check(desk: str) -> None:
    assert type_in("db check").words == FITS


def test_an_outdated_schema_fails_the_check_with_the_command_to_run(desk: str) -> None:
    revision(desk, "0001")

    answer = type_in("db check")

    assert (answer.code, answer.words) == (
        1,
        "The schema does not fit this program. Run: python -m bot db upgrade",
    )


def test_an_empty_file_is_brought_up_to_date_and_that_may_be_repeated(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    monkeypatch.setenv("DATABASE_URL", url)

    answers = [type_in("db upgrade").words, type_in("db upgrade").words]

    assert answers == [FITS, FITS]
    assert is_current(url)


def test_other_commands_bring_a_file_up_to_date_and_leave_a_server_to_the_operator(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, postgres_url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'new.db'}")
    on_file = type_in("people list")
    revision(postgres_url, "0001")
    monkeypatch.setenv("DATABASE_URL", postgres_url)
    on_server = type_in("people list")

    assert on_file.code == 0
    assert (on_server.code, on_server.words) == (
        1,
        "The database's schema does not fit this program. Run: python -m bot db upgrade",
    )


def test_a_database_of_a_newer_program_is_left_as_it_is(desk: str) -> None:
    revision(desk, "9999")

    answer = type_in("db upgrade")

    assert answer.code == 1
    assert "This program is too old" in answer.words
    assert "9999" in answer.words


@pytest.mark.parametrize(
    "command", ["db check", "db upgrade", "people list", "audit verify", "status LR-2026-1"]
)
@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("sqlite:////nowhere/desk.db", "The database did not answer (SQLITE_CANTOPEN)"),
        ("sqlite:///letter.txt", "The database did not answer (SQLITE_NOTADB)"),
        (
            "postgresql+psycopg://desk@127.0.0.1:{closed}/desk",
            "The database did not answer (OperationalError)",
        ),
        ("mysql://desk@db.example/desk", "DATABASE_URL: write sqlite:///desk.db or postgresql+psycopg://"),
        ("desk.db", "DATABASE_URL: write sqlite:///desk.db or postgresql+psycopg://"),
    ],
)
def test_a_database_that_cannot_be_used_is_named_within_seconds(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str, address: str, sentence: str
) -> None:
    (tmp_path / "letter.txt").write_text("This is a letter, and a long one." * 50)
    monkeypatch.setenv("DATABASE_URL", address.format(closed=closed_port()))
    begun = time.monotonic()

    answer = type_in(command)

    assert answer.code == 1
    assert sentence in answer.words
    assert time.monotonic() - begun < 5


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
