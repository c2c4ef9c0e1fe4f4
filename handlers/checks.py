"""What `doctor` looks at: each check names what is wrong and what to do about it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from handlers.manifest import SCOPES
from storage.records.outbox import DeadLetter

OUTBOX_MAY_WAIT = timedelta(minutes=5)
CLOCKS_MAY_DIFFER = timedelta(seconds=60)  # Slack refuses signatures that are five minutes off.


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    check: str
    well: bool
    words: str
    """What was found; where it is not well, what to do about it."""


def well(check: str, words: str) -> Finding:
    return Finding(check=check, well=True, words=words)


def unwell(check: str, words: str) -> Finding:
    return Finding(check=check, well=False, words=words)


def outbox(oldest: datetime | None, now: datetime) -> Finding:
    """Whether anything has waited too long to be told."""
    if oldest is None or now - oldest <= OUTBOX_MAY_WAIT:
        return well("outbox", "nothing waits long")
    minutes = int((now - oldest).total_seconds() // 60)
    return unwell(
        "outbox",
        f"a message has waited {minutes} minutes. Is `run` running, and can it reach Slack? "
        "Its log says what it waits for.",
    )


def dead_letters(letters: list[DeadLetter]) -> Finding:
    """Whether Slack has refused messages for good."""
    if not letters:
        return well("dead letters", "none")
    reasons = ", ".join(
        sorted({f"{letter.what} to {letter.place.partition(':')[0]}: {letter.error}" for letter in letters})
    )
    return unwell(
        "dead letters",
        f"{len(letters)} messages were refused for good ({reasons}). `not_in_channel`: invite the bot; "
        "`channel_not_found`: correct DESK_CHANNEL or ONCALL_CHANNEL; then take the step again.",
    )


def database_clock(told: datetime, now: datetime) -> Finding:
    """Whether the database's machine and this one agree on the time."""
    if abs(told - now) <= CLOCKS_MAY_DIFFER:
        return well("clock", "the database and this machine agree")
    seconds = int(abs(told - now).total_seconds())
    return unwell("clock", f"the database and this machine differ by {seconds} s. Turn on NTP on both.")


class SlackChecks:
    """What Slack says of our token, scopes, channels and views."""

    def __init__(self, client: WebClient, channels: Mapping[str, str], now: Callable[[], datetime]) -> None:
        """`channels` maps the setting's name to the channel's id."""
        self._client = client
        self._channels = channels
        self._now = now

    def look(self, views: Mapping[str, Mapping[str, Any]]) -> Iterator[Finding]:
        try:
            told = self._client.auth_test()
        except SlackApiError as error:
            yield unwell(
                "auth.test", f"Slack refuses SLACK_BOT_TOKEN ({error.response['error']}). Copy it anew."
            )
            return
        except (OSError, HTTPException) as error:
            yield unwell(
                "auth.test",
                f"Slack cannot be reached ({type(error).__name__}). Check the network and SLACK_API_URL.",
            )
            return
        yield well("auth.test", f"{told['user_id']} in {told['team_id']}")
        yield from self._slack_clock(told)
        yield self._scopes(told)
        for setting, channel in self._channels.items():
            yield self._membership(setting, channel)
        yield from (self._view(name, view) for name, view in views.items())

    def _slack_clock(self, told: SlackResponse) -> Iterator[Finding]:
        if date := told.headers.get("date") or told.headers.get("Date"):
            seconds = int(abs((parsedate_to_datetime(date) - self._now()).total_seconds()))
            if seconds <= CLOCKS_MAY_DIFFER.total_seconds():
                yield well("Slack's clock", "Slack and this machine agree")
            else:
                yield unwell("Slack's clock", f"Slack and this machine differ by {seconds} s. Turn on NTP.")

    def _scopes(self, told: SlackResponse) -> Finding:
        given = {word.strip() for word in str(told.headers.get("x-oauth-scopes", "")).split(",")}
        missing = [scope for scope in SCOPES if scope not in given]
        if not missing:
            return well("scopes", "all there")
        return unwell(
            "scopes",
            f"missing: {', '.join(missing)}. Paste manifest.json into the app's manifest and reinstall it.",
        )

    def _membership(self, setting: str, channel: str) -> Finding:
        try:
            told = self._client.conversations_info(channel=channel)["channel"]
        except SlackApiError as error:
            return unwell(
                setting,
                f"Slack does not show {channel} ({error.response['error']}). Correct it, or invite the bot.",
            )
        if not told.get("is_member"):
            return unwell(
                setting, f"the bot is not a member of {channel}. In the channel, type: /invite @Liaison Desk"
            )
        return well(setting, "the bot is a member")

    def _view(self, name: str, view: Mapping[str, Any]) -> Finding:
        try:
            self._client.api_call("blocks.validate", params={"view": json.dumps(view)})
        except SlackApiError as error:
            word = error.response["error"]
            if word == "unknown_method":
                return well(f"view {name}", "not checked: this Slack does not offer blocks.validate")
            pointers = ", ".join(str(fault.get("pointer")) for fault in error.response.get("errors", []))
            return unwell(
                f"view {name}",
                f"Slack would refuse it ({word} {pointers}). Update the bot, or report this line.",
            )
        return well(f"view {name}", "Slack accepts it")
