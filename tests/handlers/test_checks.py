"""`doctor` on this machine: each check, with what it looks at broken on purpose, and the advice it gives."""

import re
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.clock import new_id, real_now
from bot.sandbox.server import Sandbox
from handlers import checks
from handlers.doctor import examine
from storage.database import Database
from storage.records.announcements import DESK, FilesRefused
from storage.records.outbox import Lane
from storage.records.people import Actor, PersonId
from storage.records.reach import Contact, Owner, Way
from tests.cli.terminal import type_in
from tests.handlers.doctor_bench import faults
from tests.storage.examples import raw

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def test_a_desk_that_is_well_has_no_fault(each_shell: pytest.MonkeyPatch, slack: Sandbox) -> None:
    found = list(examine())

    assert [finding for finding in found if not finding.well] == []
    assert {"settings", "policy", "database", "migrations", "clock", "outbox", "dead letters"} < {
        finding.check for finding in found
    }
    assert {"bot token", "app token", "scopes", "DESK_CHANNEL", "ONCALL_CHANNEL"} < {
        finding.check for finding in found
    }
    (forms,) = [finding.words for finding in found if finding.check.startswith("form")]
    assert re.fullmatch(r"Slack accepts all \d{3}", forms)
    assert not slack.violations


def test_the_command_says_how_many_faults_there_are_and_ends_with_1(shell: pytest.MonkeyPatch) -> None:
    well = type_in("doctor")
    shell.setenv("DESK_CHANNEL", "C0NOWHERE")

    unwell = type_in("doctor")

    assert (well.code, well.words.endswith("All is well.")) == (0, True)
    assert unwell.code == 1
    assert re.search(r"\n1 of \d+ checks found a fault; what to do stands beside each\.$", unwell.words)


def test_missing_settings_are_named_and_slack_is_left_alone(
    shell: pytest.MonkeyPatch, slack: Sandbox
) -> None:
    shell.delenv("SLACK_BOT_TOKEN")
    shell.setenv("DESK_CHANNEL", "#desk")

    found = faults()

    assert "SLACK_BOT_TOKEN is missing" in found["settings"]
    assert "DESK_CHANNEL: write the channel's id" in found["settings"]
    assert len(slack.requests) == 0


def test_a_policy_that_cannot_be_used_is_named_with_its_place(
    shell: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "own.toml").write_text('[reminders]\nsnooze = "soon"\n')
    shell.setenv("POLICY_FILE", "own.toml")

    assert faults() == {
        "policy": "own.toml: line 2: reminders.snooze: 'soon' is not a duration: "
        "write it like 2s, 15m, 24h, 10d or 5y, above zero"
    }


def test_a_database_that_is_away_is_named(shell: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    shell.setenv("DATABASE_URL", f"postgresql+psycopg://desk@127.0.0.1:{port}/desk")

    found = faults()

    assert set(found) == {"database"}
    assert "Check DATABASE_URL, and that its folder or server is there." in found["database"]


def test_an_address_that_is_none_stands_under_settings(shell: pytest.MonkeyPatch) -> None:
    shell.setenv("DATABASE_URL", "mysql://desk")

    assert list(faults()) == ["settings"]


def test_an_outdated_schema_is_named_with_the_command_to_run(
    each_shell: pytest.MonkeyPatch, database_url: str
) -> None:
    with raw(database_url) as engine, engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))

    assert faults() == {"migrations": "the schema does not fit this program. Run: python -m bot db upgrade"}


@pytest.mark.parametrize(
    ("apart", "well"),
    [
        (timedelta(0), True),
        (timedelta(seconds=60), True),
        (timedelta(seconds=61), False),
        (-timedelta(hours=5), False),
    ],
)
def test_clocks_that_are_apart_are_named(apart: timedelta, well: bool) -> None:
    finding = checks.clocks("clock", "the database", NOON + apart, NOON)

    assert finding.well is well
    assert finding.well or f"differ by {abs(int(apart.total_seconds()))} s. Turn on NTP" in finding.words


def waiting(url: str, *, since: datetime) -> str:
    """A message that is to be told; its id."""
    database = Database(url)
    message = new_id()
    with database.transaction() as tx:
        tx.outbox.say(
            FilesRefused(person=PersonId("U0ADA")),
            place=DESK,
            lane=Lane.ANSWER,
            once_key=message,
            record_key=message,
            now=since,
            id=message,
        )
    database.close()
    return message


def test_a_message_that_waits_long_is_named(each_shell: pytest.MonkeyPatch, database_url: str) -> None:
    waiting(database_url, since=real_now() - timedelta(minutes=4))
    before = faults()
    waiting(database_url, since=real_now() - timedelta(minutes=30))

    assert before == {}
    assert faults() == {
        "outbox": "a message has waited 30 minutes. Is `run` running, and can it reach Slack? "
        "Its log says what it waits for."
    }


def test_a_message_that_was_refused_for_good_is_named_for_a_week(
    each_shell: pytest.MonkeyPatch, database_url: str
) -> None:
    now = real_now()
    bury(database_url, at=now - timedelta(days=8), error="channel_not_found")
    before = faults()
    bury(database_url, at=now - timedelta(days=6), error="not_in_channel")

    found = faults()

    assert before == {}
    assert set(found) == {"dead letters"}
    assert "1 messages were refused for good (FilesRefused to desk: not_in_channel)" in found["dead letters"]
    assert "`not_in_channel`: invite the bot" in found["dead letters"]


def bury(url: str, *, at: datetime, error: str) -> None:
    waiting(url, since=at)
    database = Database(url)
    with database.transaction() as tx:
        (row,) = tx.outbox.claim(
            now=at, lease_until=at + timedelta(minutes=1), lanes=tuple(Lane), held=frozenset(), limit=1
        )
        tx.outbox.bury(row, now=at, error=error)
    database.close()


@pytest.mark.parametrize(
    ("ways", "contacts", "words"),
    [
        pytest.param(set(), (), "no gateway is set, so a page waits while Slack is down.", id="no gateway"),
        pytest.param(
            {Way.EMAIL}, (), "no address for U0DAN, desk. Set one: people contact set U0DAN …", id="none"
        ),
        pytest.param(
            {Way.EMAIL},
            (("U0DAN", Way.SMS, NOON), ("desk", Way.EMAIL, NOON)),
            "no address for U0DAN. Set one",
            id="an address by a way without a gateway",
        ),
        pytest.param(
            {Way.EMAIL},
            (("U0DAN", Way.EMAIL, None), ("desk", Way.EMAIL, NOON)),
            "never proved: U0DAN. Run: people contact test U0DAN",
            id="unproved",
        ),
        pytest.param(
            {Way.EMAIL}, (("U0DAN", Way.EMAIL, NOON), ("desk", Way.EMAIL, NOON)), "", id="all is well"
        ),
    ],
)
def test_who_could_not_be_told_beyond_slack_is_named(
    ways: set[Way], contacts: tuple[tuple[str, Way, datetime | None], ...], words: str
) -> None:
    known = [
        Contact(
            owner=Owner(owner),
            way=way,
            address="x",
            set_at=NOON,
            set_by=Actor("operator:ada"),
            proved_at=proved,
        )
        for owner, way, proved in contacts
    ]

    finding = checks.reach(ways, known, [PersonId("U0DAN")], in_earnest=True)

    assert words in finding.words
    assert finding.well == (not words)


def test_a_sandbox_needs_no_way_beyond_slack() -> None:
    assert checks.reach(set(), (), [PersonId("U0DAN")], in_earnest=False).well
