"""Migrations: from nothing to the newest shape, once, and the guard of the file."""

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.guard import AlreadyRunning, hold
from storage.records.agencies import Agency, AgencyKind
from storage.records.escalations import EscalationState
from storage.records.people import Person, PersonId, Role
from storage.reference import countries
from storage.tables import metadata
from storage.upgrade import current, head, is_current, upgrade
from tests.storage.examples import NOW, a_notice, raw
from tests.storage.older import as_of, kept_moment


def test_an_empty_database_is_not_current_and_an_upgrade_makes_it_so(empty_url: str) -> None:
    before = (current(empty_url), is_current(empty_url))

    upgrade(empty_url)

    assert before == (None, False)
    assert current(empty_url) == head()
    assert is_current(empty_url)


def test_an_upgrade_of_what_is_current_changes_nothing(database_url: str) -> None:
    database = Database(database_url)
    notice = a_notice()
    with database.transaction() as tx:
        tx.notices.add(notice)

    upgrade(database_url)

    with database.reading() as tx:
        assert tx.notices.get(notice.id) == notice
    database.close()


def test_an_outdated_database_is_noticed(database_url: str) -> None:
    with raw(database_url) as engine, engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))

    assert not is_current(database_url)


def test_a_page_from_before_that_somebody_has_or_nobody_answered_is_asked_after(empty_url: str) -> None:
    with as_of(empty_url, "0005") as connection:
        connection.execute(
            text(
                "INSERT INTO escalations (id, reference, words, priority, opened_by, identity_unchecked, "
                "opened_at, state, rung, told, acknowledged_at, resolved_at, version) VALUES "
                "('a', 'ES-2026-00001', 'Call.', 'flash', 'UADA', false, :then, 'exhausted', 4, '[]', "
                "NULL, NULL, 5), "
                "('b', 'ES-2026-00002', 'Call.', 'flash', 'UADA', false, :then, 'acknowledged', 1, '[]', "
                ":then, NULL, 2), "
                "('c', 'ES-2026-00003', 'Call.', 'flash', 'UADA', false, :then, 'resolved', 1, '[]', "
                ":then, :then, 3)"
            ),
            {"then": kept_moment(connection, NOW)},
        )

    upgrade(empty_url)

    database = Database(empty_url)
    with database.transaction() as tx:
        due = tx.escalations.due(NOW, 10)
    database.close()
    assert sorted((each.reference, each.state) for each in due) == [
        ("ES-2026-00001", EscalationState.EXHAUSTED),
        ("ES-2026-00002", EscalationState.ACKNOWLEDGED),
    ]


def test_an_upgrade_keeps_agencies_and_whoever_points_at_them(empty_url: str) -> None:
    with as_of(empty_url, "0006") as connection:
        own = "INSERT INTO agencies (id, name, ori, state) VALUES ('own', 'Own Agency', 'MEEX09900', 'ME')"
        connection.execute(text(own))
        connection.execute(
            text(
                "INSERT INTO people (id, role, agency_id, outside, deactivated, is_bot, timezone) VALUES "
                "('U1', 'requester', 'own', false, false, false, 'UTC'), "
                "('U2', 'requester', 'example-state-icac-west', false, false, false, 'UTC')"
            )
        )

    upgrade(empty_url)

    database = Database(empty_url)
    with database.transaction() as tx:
        kept, used = tx.agencies.get("own"), tx.agencies.get("example-state-icac-west")
        asker = tx.people.get(PersonId("U1"))
        tx.people.save(Person(id=PersonId("U3"), role=Role.REQUESTER, agency_id="own"))
        forces = [each for each in tx.agencies.all() if each.kind is AgencyKind.ICAC]
    with pytest.raises(IntegrityError), database.transaction() as tx:
        tx.people.save(Person(id=PersonId("U4"), role=Role.REQUESTER, agency_id="nowhere"))
    database.close()
    assert kept == Agency(id="own", name="Own Agency", kind=AgencyKind.OTHER, state="ME", ori="MEEX09900")
    assert asker is not None
    assert asker.agency_id == "own"
    assert used is not None, "an invented agency that somebody uses stays"
    assert len(forces) == 61 + 1


def test_two_processes_that_upgrade_at_once_do_it_once(empty_url: str) -> None:
    code = "import sys; from storage.upgrade import upgrade; upgrade(sys.argv[1])"
    processes = [subprocess.Popen([sys.executable, "-c", code, empty_url]) for _ in range(2)]

    assert [process.wait(timeout=60) for process in processes] == [0, 0]
    assert is_current(empty_url)


def test_the_migrations_make_the_tables_that_the_code_knows(database_url: str) -> None:
    with raw(database_url) as engine, engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)

    assert differences == []


def test_only_one_bot_holds_a_file_at_a_time(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'desk.db'}"

    with hold(url), pytest.raises(AlreadyRunning, match=r"desk\.db"), hold(url):
        pass
    with hold(url):
        assert (tmp_path / "desk.db.lock").exists()


def test_any_number_of_bots_share_a_server() -> None:
    url = "postgresql+psycopg://desk@db.example/desk"
    held = []

    with hold(url), hold(url):
        held.append(url)

    assert held == [url]


def test_the_records_load_without_the_database_library() -> None:
    code = """
import importlib, pkgutil, sys
import storage.records
for module in pkgutil.iter_modules(storage.records.__path__):
    importlib.import_module(f"storage.records.{module.name}")
print(*sorted({name.split(".")[0] for name in sys.modules} & {"sqlalchemy", "psycopg", "alembic"}))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""


def test_a_running_bot_does_not_load_alembic() -> None:
    code = (
        "import sys; import storage.database, storage.upgrade, storage.guard; print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


def test_the_member_countries_are_named() -> None:
    members = countries()

    assert len(members) == 196
    assert (members["US"], members["VA"], members["TR"]) == ("United States", "Vatican City", "Türkiye")
    assert not {"KP", "TV", "TW", "XK"} & set(members)
    assert len(set(members.values())) == len(members)
