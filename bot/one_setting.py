"""One setting by itself, for what works without the others: an emergency on the database alone."""

from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.addresses import is_gateway, is_loopback
from bot.settings import (
    DATABASES,
    ENV_FILE,
    SLACK_TOKENS,
    WRONG_DATABASE,
    WRONG_GATEWAY,
    InvalidSettings,
    Settings,
    value,
)
from storage.records.reach import Way


def has_slack_tokens(env_file: Path = ENV_FILE) -> bool:
    """Whether anything at all was set to join a real workspace."""
    return any(value(name, env_file) for name in SLACK_TOKENS)


def database_url(env_file: Path = ENV_FILE) -> str:
    """The database alone. Raises InvalidSettings."""
    url = value("DATABASE_URL", env_file) or str(Settings.model_fields["database_url"].default)
    if not url.startswith(DATABASES):
        raise InvalidSettings(f"DATABASE_URL: {WRONG_DATABASE}")
    return url


def gateways(env_file: Path = ENV_FILE) -> Mapping[Way, str]:
    """The gateways beyond Slack alone. Raises InvalidSettings."""
    named = {way: value(f"PAGER_{way.name}", env_file) for way in Way}
    faults = [
        f"PAGER_{way.name}: {WRONG_GATEWAY}" for way, url in named.items() if url and not is_gateway(url)
    ]
    if faults:
        raise InvalidSettings("\n".join(faults))
    return {way: url for way, url in named.items() if url}


def policy_file(env_file: Path = ENV_FILE) -> Path | None:
    """The operator's own policy."""
    named = value("POLICY_FILE", env_file)
    return Path(named) if named else None


def timezone(env_file: Path = ENV_FILE) -> ZoneInfo:
    """The desk's time zone."""
    return ZoneInfo(value("DESK_TIMEZONE", env_file) or str(Settings.model_fields["desk_timezone"].default))


def in_a_sandbox(env_file: Path = ENV_FILE) -> bool:
    """Whether the Slack that the desk speaks to is on this machine."""
    return is_loopback(value("SLACK_API_URL", env_file) or "")


def desk_clock(env_file: Path = ENV_FILE) -> str | None:
    """The sandbox's clock for what works without Slack; None unless both are on this machine."""
    clock, api = value("DESK_CLOCK", env_file), value("SLACK_API_URL", env_file)
    return clock if clock and api and is_loopback(clock) and is_loopback(api) else None
