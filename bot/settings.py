"""The operator's settings: from the environment, or from `.env` through python-dotenv."""

import difflib
import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.addresses import is_gateway, is_loopback, is_web_address
from storage.records.reach import Way

ENV_FILE = Path(".env")
_OUR_PREFIXES = ("SLACK_", "DESK_", "ONCALL_", "HTTP_", "POLICY_", "DATABASE_", "PAGER_", "HEARTBEAT_")
DATABASES = ("sqlite:///", "postgresql+psycopg://")
WRONG_DATABASE = "write sqlite:///desk.db or postgresql+psycopg://user@host/database"
WRONG_GATEWAY = (
    "write an Apprise address such as mailtos://user:password@smtp.agency.example?to={to}, without spaces; "
    "{to} stands for the person's own address"
)
_NO_WAY_IN = "SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP mode) is missing"
_WAYS_IN = ("SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET")
SLACK_TOKENS = ("SLACK_BOT_TOKEN", *_WAYS_IN)


class InvalidSettings(Exception):
    """Some settings are missing or wrong; the message names all of them, and never a token."""


class SlackMode(StrEnum):
    """How events come in."""

    SOCKET = "socket"
    HTTP = "http"


class Settings(BaseSettings):
    """One attribute for each setting, under its own name in capitals."""

    model_config = SettingsConfigDict(extra="ignore", hide_input_in_errors=True, env_ignore_empty=True)

    slack_bot_token: SecretStr
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    database_url: str = "sqlite:///desk.db"
    http_host: str = "127.0.0.1"
    http_port: int | None = Field(default=None, ge=0, le=65535)
    desk_channel: str
    oncall_channel: str
    desk_timezone: str = "America/New_York"
    desk_supervisors: str = ""
    policy_file: Path | None = None
    pager_email: SecretStr | None = None
    pager_sms: SecretStr | None = None
    pager_phone: SecretStr | None = None
    pager_chat: SecretStr | None = None
    heartbeat_url: SecretStr | None = None
    desk_clock: str | None = None

    @property
    def mode(self) -> SlackMode:
        return SlackMode.SOCKET if self.slack_app_token else SlackMode.HTTP

    @property
    def supervisors(self) -> tuple[str, ...]:
        return tuple(word.strip() for word in self.desk_supervisors.split(",") if word.strip())

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.desk_timezone)

    @property
    def gateways(self) -> Mapping[Way, str]:
        """An Apprise address, with its secrets, for each way beyond Slack that the operator has named."""
        named = {way: getattr(self, f"pager_{way.value}") for way in Way}
        return {way: address.get_secret_value() for way, address in named.items() if address}

    @field_validator("slack_bot_token")
    @classmethod
    def _bot_token(cls, token: SecretStr) -> SecretStr:
        return _beginning(token, "xoxb-", "the Bot User OAuth Token")

    @field_validator("slack_app_token")
    @classmethod
    def _app_token(cls, token: SecretStr | None) -> SecretStr | None:
        return _beginning(token, "xapp-", "the App-Level Token") if token else None

    @field_validator("slack_api_url")
    @classmethod
    def _address(cls, address: str) -> str:
        if not is_web_address(address):
            raise ValueError("write a web address such as https://slack.com/api/")
        return address if address.endswith("/") else address + "/"

    @field_validator("database_url")
    @classmethod
    def _database(cls, url: str) -> str:
        if not url.startswith(DATABASES):
            raise ValueError(WRONG_DATABASE)
        return url

    @field_validator("desk_channel", "oncall_channel")
    @classmethod
    def _channel(cls, channel: str) -> str:
        if not channel.startswith(("C", "G")) or not channel.isalnum():
            raise ValueError("write the channel's id (it begins with C), not its name")
        return channel

    @field_validator("desk_timezone")
    @classmethod
    def _zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, OSError, ValueError):
            raise ValueError("write a time zone such as America/New_York") from None
        return name

    @field_validator("pager_email", "pager_sms", "pager_phone", "pager_chat")
    @classmethod
    def _gateway(cls, address: SecretStr | None) -> SecretStr | None:
        if address and not is_gateway(address.get_secret_value()):
            raise ValueError(WRONG_GATEWAY)
        return address

    @field_validator("heartbeat_url")
    @classmethod
    def _heartbeat(cls, address: SecretStr | None) -> SecretStr | None:
        if address and not is_web_address(address.get_secret_value()):
            raise ValueError("write a web address such as https://watch.agency.example/ping")
        return address

    @model_validator(mode="after")
    def _way_in(self) -> Self:
        if not self.slack_app_token and not self.slack_signing_secret:
            raise ValueError(_NO_WAY_IN)
        if self.mode is SlackMode.HTTP and self.http_port is None:
            raise ValueError("HTTP_PORT is missing: in HTTP mode Slack's events arrive there")
        if self.desk_clock and not (is_loopback(self.desk_clock) and is_loopback(self.slack_api_url)):
            raise ValueError("DESK_CLOCK is for a sandbox on this machine; remove it")
        return self


def read(env_file: Path = ENV_FILE) -> Settings:
    """The settings in force; the environment goes before the file.

    Raises InvalidSettings, which names every fault at once.
    """
    faults = _misspelled(env_file)
    try:
        settings = Settings(_env_file=env_file)  # type: ignore[call-arg]  # The rest comes from the environment.
    except ValidationError as error:
        faults = [_sentence(detail) for detail in error.errors()] + faults
        if _NO_WAY_IN not in faults and not any(value(name, env_file) for name in _WAYS_IN):
            # What concerns several settings is checked only once each of them is well by itself.
            faults.append(_NO_WAY_IN)
    if faults:
        raise InvalidSettings(
            "\n".join(["These settings need another look:", *(f"  {fault}" for fault in faults)])
        )
    return settings


def over(values: Mapping[str, str]) -> Settings:
    """The settings of the environment with these, by their names in capitals, before them.

    Raises ValidationError.
    """
    return Settings(**{name.lower(): value for name, value in values.items()})  # type: ignore[arg-type]


def write(env_file: Path, values: Mapping[str, str]) -> None:
    """Makes an `.env` file that only its owner reads."""
    env_file.touch(mode=0o600)
    env_file.write_text("".join(f"{name}={value}\n" for name, value in values.items()), encoding="utf-8")


def environment(overrides: Mapping[str, str]) -> dict[str, str]:
    """The environment for a child of this process, with some settings of its own."""
    return {**os.environ, **overrides}


def value(name: str, env_file: Path) -> str | None:
    """What stands there, unchecked."""
    return os.environ.get(name) or dotenv_values(env_file).get(name)


def _beginning(token: SecretStr, prefix: str, what: str) -> SecretStr:
    if not token.get_secret_value().startswith(prefix):
        raise ValueError(f"that is not {what}: it begins with {prefix}")
    return token


def _sentence(detail: object) -> str:
    assert isinstance(detail, dict)
    message = str(detail["msg"]).removeprefix("Value error, ")
    if not detail["loc"]:
        return message
    name = str(detail["loc"][0]).upper()
    return f"{name} is missing" if detail["type"] == "missing" else f"{name}: {message}"


def _misspelled(env_file: Path) -> list[str]:
    known = [name.upper() for name in Settings.model_fields]
    return [
        f"{name} in {env_file} is not a setting; did you mean {guesses[0]}?"
        for name in dotenv_values(env_file)
        if name not in known
        and name.startswith(_OUR_PREFIXES)
        and (guesses := difflib.get_close_matches(name, known, n=1, cutoff=0.6))
    ]
