"""`doctor`: each check, with the thing it looks at broken on purpose, and the advice it gives."""

import re
import socket
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.clock import new_id, real_now
from bot.sandbox.faults import Fault
from bot.sandbox.server import Sandbox
from bot.settings import Settings, SlackMode
from handlers import checks
from handlers.checks import Finding
from handlers.clients import web_client
from handlers.doctor import examine
from handlers.manifest import SCOPES, manifest
from handlers.slack_checks import SlackChecks, slacks_clock
from storage.database import Database
from storage.records.announcements import DESK, FilesRefused
from storage.records.outbox import Lane
from storage.records.people import PersonId
from tests.cli.terminal import type_in
from tests.storage.examples import raw
from tests.world import people, settings

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(name="slack")
def _slack() -> Iterator[Sandbox]:
    with Sandbox(manifest()) as slack:
        people(slack)
        yield slack


@pytest.fixture(name="shell")
def _shell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, slack: Sandbox, database_url: str
) -> pytest.MonkeyPatch:
    """An operator's shell, with settings in which everything is well."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": database_url,
        "DESK_CHANNEL": "C0DESK",
        "ONCALL_CHANNEL": "C0ONCALL",
    }.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def faults() -> dict[str, str]:
    """What `doctor` finds wrong, by check."""
    return {finding.check: finding.words for finding in examine() if not finding.well}


def test_a_desk_that_is_well_has_no_fault(shell: pytest.MonkeyPatch, slack: Sandbox) -> None:
    found = list(examine())

    assert [finding for finding in found if not finding.well] == []
    assert {"settings", "policy", "database", "migrations", "clock", "outbox", "dead letters"} < {
        finding.check for finding in found
    }
    assert {"bot token", "app token", "scopes", "DESK_CHANNEL", "ONCALL_CHANNEL", "form request"} < {
        finding.check for finding in found
    }
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
        "policy": "own.toml: reminders.snooze: 'soon' is not a duration: write it like 2s, 15m, 24h, 10d or "
        "5y, above zero"
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
    shell: pytest.MonkeyPatch, database_url: str
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


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "Slack and this machine agree"),
        (3, "Slack and this machine differ by 180 s. Turn on NTP on both."),
    ],
)
def test_slacks_clock_is_read_from_its_answers(minutes: int, words: str) -> None:
    finding = slacks_clock("Sun, 22 Nov 2026 12:00:00 GMT", NOON + timedelta(minutes=minutes))

    assert (finding.check, finding.words) == ("Slack's clock", words)


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


def test_a_message_that_waits_long_is_named(shell: pytest.MonkeyPatch, database_url: str) -> None:
    waiting(database_url, since=real_now() - timedelta(minutes=4))
    before = faults()
    waiting(database_url, since=real_now() - timedelta(minutes=30))

    assert before == {}
    assert faults() == {
        "outbox": "a message has waited 30 minutes. Is `run` running, and can it reach Slack? "
        "Its log says what it waits for."
    }


def test_a_message_that_was_refused_for_good_is_named_for_a_week(
    shell: pytest.MonkeyPatch, database_url: str
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


def test_a_wrong_bot_token_is_named_and_nothing_more_is_asked(shell: pytest.MonkeyPatch) -> None:
    shell.setenv("SLACK_BOT_TOKEN", "xoxb-wrong")

    assert faults() == {
        "bot token": "Slack refuses SLACK_BOT_TOKEN (invalid_auth). Copy it anew from OAuth & Permissions."
    }


def test_a_wrong_app_token_is_named(shell: pytest.MonkeyPatch) -> None:
    shell.setenv("SLACK_APP_TOKEN", "xapp-wrong")

    assert faults() == {
        "app token": "Slack refuses SLACK_APP_TOKEN (invalid_auth). Make a new one with connections:write."
    }


def test_a_slack_that_is_away_is_named(shell: pytest.MonkeyPatch, slack: Sandbox) -> None:
    slack.stop()

    found = faults()

    assert set(found) == {"Slack"}
    assert "Check the network and SLACK_API_URL." in found["Slack"]


def test_a_slack_that_goes_away_meanwhile_is_named(shell: pytest.MonkeyPatch, slack: Sandbox) -> None:
    slack.faults.add(Fault(method="conversations.info", kind="reset_before"))

    assert set(faults()) == {"Slack"}


@pytest.mark.parametrize("scope", SCOPES)
def test_a_missing_scope_is_named(sqlite_url: str, scope: str) -> None:
    poorer = manifest()
    poorer["oauth_config"]["scopes"]["bot"].remove(scope)
    with Sandbox(poorer) as slack:
        people(slack)
        found = by_name(slack)

    assert found["scopes"].words == (
        f"missing: {scope}. Paste manifest.json into the app's manifest and reinstall it."
    )


def test_a_channel_that_the_bot_is_not_in_is_named(shell: pytest.MonkeyPatch, slack: Sandbox) -> None:
    slack.add_channel("C0OTHER", "other", with_bot=False)
    shell.setenv("DESK_CHANNEL", "C0OTHER")

    assert faults() == {
        "DESK_CHANNEL": "the bot is not a member of C0OTHER. In the channel, type: /invite @Liaison Desk"
    }


def test_a_channel_that_is_not_there_is_named(shell: pytest.MonkeyPatch) -> None:
    shell.setenv("ONCALL_CHANNEL", "C0NOWHERE")

    found = faults()

    assert set(found) == {"ONCALL_CHANNEL"}
    assert "Slack does not show C0NOWHERE (channel_not_found)" in found["ONCALL_CHANNEL"]


def test_a_form_that_slack_would_refuse_is_named_with_the_place(slack: Sandbox) -> None:
    broken = {"type": "modal", "title": {"type": "plain_text", "text": "t" * 25}, "blocks": []}

    found = by_name(slack, views={"broken": broken})

    assert not found["form broken"].well
    assert "/title" in found["form broken"].words
    assert "Update the bot" in found["form broken"].words


def test_a_slack_without_the_check_of_forms_is_not_blamed(slack: Sandbox) -> None:
    slack.faults.add(Fault(method="blocks.validate", kind="api_error", name="unknown_method", times=None))

    found = by_name(slack, views={"any": {"type": "modal"}})

    assert found["form any"] == Finding(
        check="form any", well=True, words="not checked: this Slack does not offer blocks.validate"
    )


def by_name(slack: Sandbox, *, views: Mapping[str, Mapping[str, object]] | None = None) -> dict[str, Finding]:
    client = web_client(settings(slack, "sqlite:///never-opened.db", SlackMode.SOCKET), timeout=5)
    looked = SlackChecks(client, app_token=slack.app_token, channels={"DESK_CHANNEL": "C0DESK"}, now=real_now)
    return {finding.check: finding for finding in looked.look(views or {})}
