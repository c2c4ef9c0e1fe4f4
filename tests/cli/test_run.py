"""`run`: how the desk starts, what it refuses, and how it ends."""

import json
import signal
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from bot.sandbox.server import Sandbox
from handlers.manifest import manifest
from storage.upgrade import is_current
from tests.cli.processes import started
from tests.cli.terminal import type_in
from tests.postgres import PostgreSQL
from tests.storage.examples import new_id, raw

SOON = 5.0
JOINED = "joined Slack"


@pytest.fixture(name="slack")
def _slack() -> Iterator[Sandbox]:
    with Sandbox(manifest()) as slack:
        slack.add_channel("C0DESK", "desk")
        slack.add_channel("C0ONCALL", "on-call")
        yield slack


def settings(slack: Sandbox, database_url: str, **others: str) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": database_url,
        "DESK_CHANNEL": "C0DESK",
        "ONCALL_CHANNEL": "C0ONCALL",
        **others,
    }


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def status_of(port: int, path: str) -> tuple[int, dict[str, object]]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


def test_without_settings_each_that_is_missing_is_named() -> None:
    with started("run") as bot:
        code = bot.code()

    assert code == 1
    assert bot.said.splitlines() == [
        "These settings need another look:",
        "  SLACK_BOT_TOKEN is missing",
        "  DESK_CHANNEL is missing",
        "  ONCALL_CHANNEL is missing",
        "  SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP mode) is missing",
    ]


def test_wrong_settings_are_all_named_and_no_token_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {
        "SLACK_BOT_TOKEN": "xapp-swapped-1",
        "SLACK_APP_TOKEN": "xoxb-swapped-2",
        "DESK_CHANNEL": "#desk",
        "POLICY_FILE": "nowhere.toml",
    }
    for name, value in wrong.items():
        monkeypatch.setenv(name, value)

    answer = type_in("run")

    assert answer.code == 1
    for sentence in (
        "SLACK_BOT_TOKEN: that is not the Bot User OAuth Token: it begins with xoxb-",
        "SLACK_APP_TOKEN: that is not the App-Level Token: it begins with xapp-",
        "DESK_CHANNEL: write the channel's id",
        "ONCALL_CHANNEL is missing",
        "POLICY_FILE: nowhere.toml: cannot be read",
    ):
        assert sentence in answer.words
    assert "swapped" not in answer.words


def test_it_makes_its_tables_joins_slack_and_ends_with_code_0_within_seconds(slack: Sandbox) -> None:
    with started("run", settings(slack, "sqlite:///new.db")) as bot:
        bot.until(JOINED)
        code, seconds = bot.end(signal.SIGTERM)

    assert is_current("sqlite:///new.db")
    assert code == 0
    assert seconds < SOON
    assert "Traceback" not in bot.said
    assert not slack.violations


def test_a_second_one_on_the_same_file_is_refused_until_the_first_is_gone_even_when_it_was_killed(
    slack: Sandbox, sqlite_url: str
) -> None:
    with started("run", settings(slack, sqlite_url)) as first:
        first.until(JOINED)
        with started("run", settings(slack, sqlite_url)) as second:
            refused = second.code()
        first.end(signal.SIGKILL)
    with started("run", settings(slack, sqlite_url)) as third:
        third.until(JOINED)
        code, seconds = third.end(signal.SIGINT)

    file = sqlite_url.removeprefix("sqlite:///")
    assert refused == 1
    assert second.said == f"Another bot works on {file}. Stop it, or name another file in DATABASE_URL.\n"
    assert code == 0
    assert seconds < SOON


def test_an_outdated_server_is_refused_with_the_command_to_run(slack: Sandbox, postgres_url: str) -> None:
    with raw(postgres_url) as engine, engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))

    with started("run", settings(slack, postgres_url)) as bot:
        code = bot.code()

    assert code == 1
    assert bot.said == "The database's schema does not fit this program. Run: python -m bot db upgrade\n"


def test_it_starts_before_its_server_is_there_and_works_once_it_is_and_shares_it_with_another(
    slack: Sandbox, postgres_server: PostgreSQL
) -> None:
    name, port = f"later_{new_id()}", free_port()
    slack.add_person("U0SAM", "sam")

    late = settings(slack, postgres_server.url(name), HTTP_PORT=str(port), DESK_SUPERVISORS="U0SAM")
    with started("run", late) as bot:
        bot.until("the database does not answer; trying again")
        bot.until(JOINED)
        before = status_of(port, "/healthz"), status_of(port, "/readyz")
        postgres_server.copy(name)
        bot.until("the database answers")
        after = status_of(port, "/readyz")
        with started("run", settings(slack, postgres_server.url(name))) as second:
            second.until(JOINED)
            codes = bot.end(signal.SIGTERM)[0], second.end(signal.SIGTERM)[0]
    postgres_server.drop(name)

    assert before == (
        (200, {"alive": True}),
        (503, {"ready": False, "slack": True, "database": False, "lag_seconds": 0.0}),
    )
    assert after == (200, {"ready": True, "slack": True, "database": True, "lag_seconds": 0.0})
    assert codes == (0, 0)


def test_it_ends_in_time_while_neither_slack_nor_the_server_answers(slack: Sandbox) -> None:
    away = {"SLACK_API_URL": f"http://127.0.0.1:{free_port()}/api/"}
    url = f"postgresql+psycopg://desk@127.0.0.1:{free_port()}/desk"

    with started("run", settings(slack, url, **away)) as bot:
        bot.until("Slack does not answer; trying again")
        code, seconds = bot.end(signal.SIGTERM)

    assert code == 0
    assert seconds < SOON


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-wrong"}, "Slack refuses SLACK_BOT_TOKEN (invalid_auth)."),
        ({"SLACK_APP_TOKEN": "xapp-wrong"}, "Slack refuses SLACK_APP_TOKEN (invalid_auth)."),
    ],
)
def test_a_token_that_slack_refuses_ends_it_with_a_sentence(
    slack: Sandbox, sqlite_url: str, wrong: dict[str, str], sentence: str
) -> None:
    with started("run", settings(slack, sqlite_url) | wrong) as bot:
        code = bot.code()

    assert code == 1
    assert sentence in bot.said
    assert "-wrong" not in bot.said
    assert "Traceback" not in bot.said


def test_the_desk_of_another_workspace_is_not_taken_over(slack: Sandbox, sqlite_url: str) -> None:
    with raw(sqlite_url) as engine, engine.begin() as connection:
        connection.execute(
            text("INSERT INTO workspace (id, team_id, bot_user_id, bot_id) VALUES (1, 'T0OTHER', 'U1', 'B1')")
        )

    with started("run", settings(slack, sqlite_url)) as bot:
        code = bot.code()

    assert code == 1
    assert "This database is the desk of workspace T0OTHER" in bot.said
    assert "Correct DATABASE_URL or SLACK_BOT_TOKEN." in bot.said


def test_a_port_that_is_taken_is_named(slack: Sandbox, sqlite_url: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with started("run", settings(slack, sqlite_url, HTTP_PORT=str(port))) as bot:
            code = bot.code()

    assert code == 1
    assert bot.said == (
        f"HTTP_PORT {port} of 127.0.0.1 cannot be used (Address already in use). "
        "Stop what uses it, or name another one.\n"
    )
