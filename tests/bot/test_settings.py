"""Settings: which way in they mean, and what is said when some are missing or wrong."""

from pathlib import Path

import pytest

from bot import one_setting, settings
from bot.settings import InvalidSettings, SlackMode
from storage.records.reach import Way

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
MAIL = "mailtos://desk:swapped@smtp.agency.example?from=desk@agency.example&to={to}"
SMS = "jsons://gateway.agency.example/sms/{to}"


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
        ("PAGER_EMAIL", MAIL.replace("{to}", "dan@agency.example"), "PAGER_EMAIL: write an Apprise address"),
        ("PAGER_SMS", "swapped/{to}", "PAGER_SMS: write an Apprise address"),
        ("PAGER_PHONE", "://swapped/{to}", "PAGER_PHONE: write an Apprise address"),
        ("PAGER_CHAT", "'json://swapped /{to}'", "PAGER_CHAT: write an Apprise address"),
        ("HEARTBEAT_URL", "ftp://swapped.example/ping", "HEARTBEAT_URL: write a web address"),
        ("HEARTBEAT_URL", "https://[swapped", "HEARTBEAT_URL: write a web address"),
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


def test_the_gateways_beyond_slack_are_given_by_their_way(tmp_path: Path) -> None:
    read = settings.read(
        env_file(tmp_path, SOCKET | {"PAGER_EMAIL": MAIL, "PAGER_SMS": SMS, "PAGER_CHAT": ""})
    )

    assert read.gateways == {Way.EMAIL: MAIL, Way.SMS: SMS}
    assert read.gateways == one_setting.gateways(tmp_path / ".env")
    assert "swapped" not in repr(read)


def test_without_a_gateway_there_is_no_reach_beyond_slack(tmp_path: Path) -> None:
    assert settings.read(env_file(tmp_path, SOCKET)).gateways == {}
    assert one_setting.gateways(tmp_path / "nowhere") == {}


def test_the_command_line_names_every_wrong_gateway_and_shows_none(tmp_path: Path) -> None:
    values = {"PAGER_EMAIL": "swapped", "PAGER_SMS": SMS, "PAGER_CHAT": "slack://swapped"}

    with pytest.raises(InvalidSettings) as mistake:
        one_setting.gateways(env_file(tmp_path, values))

    assert [line.partition(":")[0] for line in str(mistake.value).splitlines()] == [
        "PAGER_EMAIL",
        "PAGER_CHAT",
    ]
    assert "swapped" not in str(mistake.value)


def test_the_heartbeats_address_is_kept_like_a_token(tmp_path: Path) -> None:
    read = settings.read(env_file(tmp_path, SOCKET | {"HEARTBEAT_URL": "https://watch.example/ping/swapped"}))

    assert read.heartbeat_url is not None
    assert read.heartbeat_url.get_secret_value() == "https://watch.example/ping/swapped"
    assert "swapped" not in repr(read)


@pytest.mark.parametrize(
    ("name", "guess"), [("PAGER_EMIAL", "PAGER_EMAIL"), ("HEARTBEAT_UTL", "HEARTBEAT_URL")]
)
def test_a_misspelled_way_beyond_slack_gets_the_nearest_one(tmp_path: Path, name: str, guess: str) -> None:
    with pytest.raises(InvalidSettings, match=rf"{name} in .* did you mean {guess}\?"):
        settings.read(env_file(tmp_path, SOCKET | {name: "x"}))


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
