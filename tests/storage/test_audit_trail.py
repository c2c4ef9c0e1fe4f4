"""The audit trail: it only grows, and whoever changes it behind the database's back is found."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from storage.database import Database
from storage.records.audit import AuditVerdict, Outcome
from tests.storage.examples import after, all_at_once, an_entry, raw

OPEN_THE_TRAIL = {
    "sqlite": ("DROP TRIGGER audit_keeps_its_rows", "DROP TRIGGER audit_loses_no_rows"),
    "postgresql": ("ALTER TABLE audit DISABLE TRIGGER USER",),
}

COPY_OF_THE_FIFTH = """
    INSERT INTO audit SELECT 6, at, actor, action, subject, fields, outcome, hash, hash
    FROM audit WHERE seq = 5
"""


@contextmanager
def behind_its_back(url: str) -> Iterator[Connection]:
    with raw(url) as engine, engine.begin() as connection:
        yield connection


def tamper(url: str, *statements: str) -> None:
    with behind_its_back(url) as connection:
        for statement in (*OPEN_THE_TRAIL[connection.dialect.name], *statements):
            connection.execute(text(statement))


def write(database: Database, number: int) -> None:
    for index in range(number):
        with database.transaction() as tx:
            tx.audit.add(an_entry(at=after(seconds=index), subject=f"NT-2026-{index:05}"))


def verdict(database: Database) -> AuditVerdict:
    with database.reading() as tx:
        return tx.audit.verify()


def test_an_empty_trail_is_whole(database: Database) -> None:
    assert verdict(database) == AuditVerdict(entries=0, head="0" * 64, broken_at=None)


def test_a_trail_that_nobody_touched_is_whole(database: Database) -> None:
    write(database, 5)

    found = verdict(database)

    assert (found.entries, found.broken_at) == (5, None)
    assert len(found.head) == 64


def test_several_entries_of_one_transaction_are_chained_in_their_order(database: Database) -> None:
    with database.transaction() as tx:
        tx.audit.add(an_entry(action="notice.file"))
        tx.audit.add(an_entry(action="notice.claim", outcome=Outcome.REFUSED, fields=()))

    assert verdict(database).broken_at is None
    with database.reading() as tx:
        entries = tx.audit.of("NT-2026-00001", limit=10)
    assert [(entry.action, entry.outcome, entry.fields) for entry in entries] == [
        ("notice.claim", Outcome.REFUSED, ()),
        ("notice.file", Outcome.DONE, ("identity",)),
    ]


def test_commits_at_once_keep_the_chain_whole(database: Database) -> None:
    all_at_once(8, lambda _: write(database, 3))

    found = verdict(database)

    assert (found.entries, found.broken_at) == (24, None)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET actor = 'UOTHER' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 2",
        "DELETE FROM audit",
    ],
)
def test_the_database_refuses_to_change_the_trail(
    database: Database, database_url: str, statement: str
) -> None:
    write(database, 3)

    with pytest.raises(DBAPIError, match="append-only"), behind_its_back(database_url) as connection:
        connection.execute(text(statement))

    assert verdict(database).entries == 3


def test_postgresql_refuses_to_empty_the_trail(postgres_url: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"), behind_its_back(postgres_url) as connection:
        connection.execute(text("TRUNCATE audit"))


@pytest.mark.parametrize(
    ("statements", "broken_at"),
    [
        pytest.param(["UPDATE audit SET actor = 'UOTHER' WHERE seq = 3"], 3, id="an edit"),
        pytest.param(["UPDATE audit SET fields = '[]' WHERE seq = 3"], 3, id="an edit of the fields"),
        pytest.param(["UPDATE audit SET prev_hash = hash WHERE seq = 3"], 3, id="an edit of a link"),
        pytest.param(["UPDATE audit SET seq = 6 WHERE seq = 5"], 5, id="another number"),
        pytest.param(["DELETE FROM audit WHERE seq = 3"], 3, id="a removal"),
        pytest.param(["DELETE FROM audit WHERE seq = 1"], 1, id="the first is gone"),
        pytest.param(["DELETE FROM audit WHERE seq >= 4"], 4, id="a cut tail"),
        pytest.param(["DELETE FROM audit"], 1, id="all is gone"),
        pytest.param(
            [
                "UPDATE audit SET seq = 99 WHERE seq = 2",
                "UPDATE audit SET seq = 2 WHERE seq = 3",
                "UPDATE audit SET seq = 3 WHERE seq = 99",
            ],
            2,
            id="two in another order",
        ),
        pytest.param(
            [
                "DELETE FROM audit WHERE seq = 3",
                "UPDATE audit SET seq = 3 WHERE seq = 4",
                "UPDATE audit SET seq = 4 WHERE seq = 5",
            ],
            3,
            id="a removal that closes the gap",
        ),
        pytest.param(
            [COPY_OF_THE_FIFTH],
            6,
            id="an entry from elsewhere",
        ),
        pytest.param(["UPDATE audit_head SET seq = 4"], 5, id="a head set back"),
    ],
)
def test_tampering_is_found(
    database: Database, database_url: str, statements: list[str], broken_at: int
) -> None:
    write(database, 5)

    tamper(database_url, *statements)

    assert verdict(database).broken_at == broken_at


def test_a_tail_cut_together_with_its_head_shows_in_the_head(database: Database, database_url: str) -> None:
    write(database, 5)
    kept_elsewhere = verdict(database)

    tamper(
        database_url,
        "DELETE FROM audit WHERE seq = 5",
        "UPDATE audit_head SET seq = 4, hash = (SELECT hash FROM audit WHERE seq = 4)",
    )

    assert verdict(database).head != kept_elsewhere.head
