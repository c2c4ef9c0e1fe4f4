"""Settings: which way in they mean, and what is said when some are missing or wrong."""

from pathlib import Path

import pytest

from bot import settings
from bot.settings import InvalidSettings, SlackMode

SOCKET = {
    "SLACK_BOT_TOKEN": "xoxb-invented",
    "SLACK_APP_TOKEN": "xapp-invented",
    "DESK_CHANNEL": "C0DESK",
    "ONCALL_CHANNEL": "C0CALL",
}
HTTP = {key: value for key, value in SOCKET.items() if key != "SLACK_APP_TOKEN"} | {
    "SLACK_SIGNING_SECRET": "invented",
    "HTTP_PORT": "8080",
}


@pytest.fixture(autouse=True)
def _nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in settings.Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def env_file(folder: Path, values: dict[str, str]) -> Path:
    path = folder / ".env"
    path.write_text("".join(f"{name}={value}\n" for name, value in values.items()), encoding="utf-8")
    return path


def test_an_app_token_means_socket_mode(tmp_path: Path) -> None:
    read = settings.read(env_file(tmp_path, SOCKET))

    assert read.mode is SlackMode.SOCKET
    assert read.database_url == "sqlite:///desk.db"


def test_a_signing_secret_alone_means_http_mode(tmp_path: Path) -> None:
    read = settings.read(env_file(tmp_path, HTTP))

    assert read.mode is SlackMode.HTTP


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_CHANNEL", "C0OTHER")

    read = settings.read(env_file(tmp_path, SOCKET))

    assert read.desk_channel == "C0OTHER"


def test_everything_missing_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(InvalidSettings) as mistake:
        settings.read(env_file(tmp_path, {"SLACK_APP_TOKEN": "xapp-invented"}))

    for name in ("SLACK_BOT_TOKEN", "DESK_CHANNEL", "ONCALL_CHANNEL"):
        assert f"{name} is missing" in str(mistake.value)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SLACK_BOT_TOKEN", "xapp-swapped", "begins with xoxb-"),
        ("SLACK_APP_TOKEN", "xoxb-swapped", "begins with xapp-"),
        ("DESK_CHANNEL", "#desk", "the channel's id"),
        ("ONCALL_CHANNEL", "U0PERSON", "the channel's id"),
        ("DESK_TIMEZONE", "Mars/Olympus", "write a time zone"),
        ("DATABASE_URL", "mysql://desk", "sqlite:///desk.db or postgresql"),
        ("SLACK_API_URL", "slack", "write a web address"),
        ("HTTP_PORT", "70000", "HTTP_PORT"),
        ("DESK_CLOCK", "http://127.0.0.1:1/clock", "DESK_CLOCK is for a sandbox"),
    ],
)
def test_a_wrong_setting_is_named_and_its_value_is_not_shown(
    tmp_path: Path, name: str, value: str, sentence: str
) -> None:
    with pytest.raises(InvalidSettings) as mistake:
        settings.read(env_file(tmp_path, SOCKET | {name: value}))

    assert sentence in str(mistake.value)
    assert "swapped" not in str(mistake.value)


def test_a_misspelled_name_gets_the_nearest_one(tmp_path: Path) -> None:
    with pytest.raises(InvalidSettings, match=r"ONCALL_CHANEL in .* did you mean ONCALL_CHANNEL\?"):
        settings.read(env_file(tmp_path, SOCKET | {"ONCALL_CHANEL": "C1"}))


def test_neither_way_in_is_said(tmp_path: Path) -> None:
    values = {name: value for name, value in SOCKET.items() if name != "SLACK_APP_TOKEN"}

    with pytest.raises(InvalidSettings, match=r"SLACK_APP_TOKEN .* or SLACK_SIGNING_SECRET .* is missing"):
        settings.read(env_file(tmp_path, values))


def test_http_mode_needs_a_port(tmp_path: Path) -> None:
    values = {name: value for name, value in HTTP.items() if name != "HTTP_PORT"}

    with pytest.raises(InvalidSettings, match="HTTP_PORT is missing"):
        settings.read(env_file(tmp_path, values))


def test_a_sandboxs_clock_is_taken_beside_a_sandboxs_slack(tmp_path: Path) -> None:
    local = {"SLACK_API_URL": "http://127.0.0.1:1/api", "DESK_CLOCK": "http://127.0.0.1:1/clock"}

    read = settings.read(env_file(tmp_path, SOCKET | local))

    assert read.slack_api_url == "http://127.0.0.1:1/api/"


def test_the_example_file_names_every_setting_but_the_sandboxs_own() -> None:
    named = {
        line.partition("=")[0]
        for line in Path(".env.example").read_text().splitlines()
        if "=" in line and line[0] != "#"
    }

    assert named == {name.upper() for name in settings.Settings.model_fields} - {"DESK_CLOCK"}
