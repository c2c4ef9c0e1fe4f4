"""`audit`: who did what about one record, and the whole chain as it was written and as somebody left it."""

import re
import sqlite3

import pytest

from tests.cli.terminal import type_in


@pytest.fixture(autouse=True)
def _three_entries(file: str) -> None:
    for user in ("U0OLGA", "U0DAN", "U0NINA"):
        type_in(f"people grant {user} officer")


def tamper(file: str, statement: str) -> None:
    """By somebody who may do everything with the file; the triggers are in their way for a moment only."""
    with sqlite3.connect(file.removeprefix("sqlite:///")) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
    connection.close()


def test_an_untouched_trail_is_unbroken_and_its_head_is_printed() -> None:
    answer = type_in("audit verify")

    assert answer.code == 0
    assert answer.words.startswith("3 entries, unbroken. Head: ")


@pytest.mark.parametrize(
    ("statement", "entry"),
    [
        pytest.param("UPDATE audit SET subject = 'U0OTHER' WHERE seq = 2", 2, id="an entry was edited"),
        pytest.param("DELETE FROM audit WHERE seq = 1", 1, id="the first was removed"),
        pytest.param("DELETE FROM audit WHERE seq = 3", 3, id="the last was removed"),
        pytest.param("UPDATE audit SET seq = 9 WHERE seq = 2", 2, id="an entry was moved"),
    ],
)
def test_a_trail_that_was_touched_is_named_with_the_place(file: str, statement: str, entry: int) -> None:
    tamper(file, statement)

    answer = type_in("audit verify")

    assert (answer.code, answer.words) == (
        1,
        f"The audit trail is broken at entry {entry}: it was edited, removed or moved.",
    )


def test_the_trail_of_one_record_says_who_did_what_newest_first() -> None:
    reference = type_in("page somebody is at the door").words.partition(":")[0]
    type_in(f"ack {reference}")

    answer = type_in(f"audit trail '{reference.lower().replace('-', ' ')}'")

    assert answer.code == 0
    acts = re.findall(r" UTC operator:\S+ (\S+) (\S+): ([^:]+?)(?= \d{4}-|$)", answer.words)
    assert acts == [
        ("escalation.acknowledge", "done", "state, holder"),
        ("escalation.open", "done", "words, priority, record"),
    ]
    assert "at the door" not in answer.words


@pytest.mark.parametrize("reference", ["LR-2026-00042", "nonsense"])
def test_a_record_of_which_the_trail_holds_nothing_is_said(reference: str) -> None:
    answer = type_in(f"audit trail {reference}")

    assert (answer.code, answer.words) == (
        1,
        f"The trail holds nothing about {reference}. Write it like LR-2026-00042.",
    )
