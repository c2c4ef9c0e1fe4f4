"""What `doctor` says of Slack: our tokens, scopes, channels and forms, and what to do about each."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from handlers.checks import Finding, clocks, unwell, well
from handlers.manifest import SCOPES

INVITE = "In the channel, type: /invite @Liaison Desk"
ACCEPTED = "Slack accepts it"


class SlackChecks:
    def __init__(
        self,
        client: WebClient,
        *,
        app_token: str | None,
        channels: Mapping[str, str],
        now: Callable[[], datetime],
    ) -> None:
        """`app_token` is None in HTTP mode; `channels` maps a setting's name to the channel's id."""
        self._client = client
        self._app_token = app_token
        self._channels = channels
        self._now = now

    def look(self, views: Mapping[str, Mapping[str, Any]]) -> Iterator[Finding]:
        """Every finding; after a token that is refused, or without Slack, there is nothing more to ask."""
        try:
            yield from self._look(views)
        except (OSError, HTTPException) as error:
            kind = type(error).__name__
            yield unwell("Slack", f"cannot be reached ({kind}). Check the network and SLACK_API_URL.")

    def _look(self, views: Mapping[str, Mapping[str, Any]]) -> Iterator[Finding]:
        try:
            told = self._client.auth_test()
        except SlackApiError as error:
            word = error.response["error"]
            yield unwell(
                "bot token",
                f"Slack refuses SLACK_BOT_TOKEN ({word}). Copy it anew from OAuth & Permissions.",
            )
            return
        yield well("bot token", f"{told['user_id']} in {told['team_id']}")
        if self._app_token is not None:
            yield self._socket(self._app_token)
        headers = {name.lower(): str(value) for name, value in told.headers.items()}
        if date := headers.get("date"):
            yield slacks_clock(date, self._now())
        yield _scopes(headers.get("x-oauth-scopes", ""))
        for setting, channel in self._channels.items():
            yield self._membership(setting, channel)
        yield from self._views(views)

    def _socket(self, app_token: str) -> Finding:
        """Asks for an address and does not use it: Slack lets go of it by itself."""
        try:
            self._client.apps_connections_open(app_token=app_token)
        except SlackApiError as error:
            word = error.response["error"]
            return unwell(
                "app token",
                f"Slack refuses SLACK_APP_TOKEN ({word}). Make a new one with connections:write.",
            )
        return well("app token", "opens a socket")

    def _membership(self, setting: str, channel: str) -> Finding:
        try:
            told = self._client.conversations_info(channel=channel)["channel"]
        except SlackApiError as error:
            word = error.response["error"]
            return unwell(
                setting, f"Slack does not show {channel} ({word}). Correct it, or invite the bot. {INVITE}"
            )
        if not told.get("is_member"):
            return unwell(setting, f"the bot is not a member of {channel}. {INVITE}")
        return well(setting, "the bot is a member")

    def _views(self, views: Mapping[str, Mapping[str, Any]]) -> Iterator[Finding]:
        """One line for all that Slack accepts, and one for each that it does not."""
        found = [self._view(name, view) for name, view in views.items()]
        faults = [each for each in found if not each.well]
        yield from faults
        if not faults and found:
            yield well("forms", found[0].words.replace(ACCEPTED, f"Slack accepts all {len(found)}"))

    def _view(self, name: str, view: Mapping[str, Any]) -> Finding:
        try:
            self._client.api_call("blocks.validate", params={"view": json.dumps(view)})
        except SlackApiError as error:
            word = error.response["error"]
            if word == "unknown_method":
                return well(f"form {name}", "not checked: this Slack does not offer blocks.validate")
            return unwell(
                f"form {name}",
                f"Slack would refuse it ({word}: {_pointers(error.response)}). Update the bot, or report "
                "this line.",
            )
        return well(f"form {name}", ACCEPTED)


def slacks_clock(date: str, now: datetime) -> Finding:
    """`date` is the header of one of Slack's answers."""
    return clocks("Slack's clock", "Slack", parsedate_to_datetime(date), now)


def _scopes(told: str) -> Finding:
    given = {word.strip() for word in told.split(",")}
    missing = [scope for scope in SCOPES if scope not in given]
    if not missing:
        return well("scopes", "all there")
    return unwell(
        "scopes",
        f"missing: {', '.join(missing)}. Paste manifest.json into the app's manifest and reinstall it.",
    )


def _pointers(refused: SlackResponse) -> str:
    return ", ".join(str(fault.get("pointer")) for fault in refused.get("errors") or ())
