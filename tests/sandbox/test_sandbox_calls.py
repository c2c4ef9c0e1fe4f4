"""What every Web API call passes: tokens, scopes, encodings, arguments."""

import copy
import json
import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.server import Sandbox
from tests.sandbox.tiny_bot import MANIFEST


def call(
    sandbox: Sandbox,
    method: str,
    body: bytes = b"",
    *,
    token: str | None = "right",
    content_type: str = "application/x-www-form-urlencoded",
) -> dict[str, Any]:
    headers = {"content-type": content_type}
    if token is not None:
        headers["authorization"] = f"Bearer {sandbox.bot_token if token == 'right' else token}"
    request = urllib.request.Request(f"{sandbox.api_url}{method}", data=body, headers=headers)
    with urllib.request.urlopen(request, timeout=5) as response:
        answer: dict[str, Any] = json.loads(response.read())
        return answer


def test_the_bot_learns_who_it_is(sandbox: Sandbox, client: WebClient) -> None:
    answer = client.auth_test()

    assert (answer["user_id"], answer["bot_id"], answer["team_id"]) == (
        sandbox.bot_user_id,
        sandbox.bot_id,
        sandbox.team_id,
    )
    assert "chat:write" in answer.headers["x-oauth-scopes"].split(",")


def test_tokens_are_told_apart(sandbox: Sandbox) -> None:
    assert call(sandbox, "auth.test", token=None)["error"] == "not_authed"
    assert call(sandbox, "auth.test", token="xoxb-other")["error"] == "invalid_auth"
    assert call(sandbox, "auth.test", token=sandbox.app_token)["error"] == "not_allowed_token_type"
    assert call(sandbox, "apps.connections.open")["error"] == "not_allowed_token_type"


def test_a_token_may_stand_in_a_form_but_not_in_the_query(sandbox: Sandbox) -> None:
    token = sandbox.bot_token

    assert call(sandbox, "auth.test", f"token={token}".encode(), token=None)["ok"]
    assert call(sandbox, f"auth.test?token={token}", token=None)["error"] == "not_authed"


def test_revoked_tokens_are_refused(sandbox: Sandbox) -> None:
    sandbox.revoke_tokens()

    assert call(sandbox, "auth.test")["error"] == "token_revoked"


def test_a_scope_that_the_manifest_lacks_is_missing() -> None:
    manifest = copy.deepcopy(MANIFEST)
    manifest["oauth_config"]["scopes"]["bot"] = ["commands"]
    with Sandbox(manifest) as sandbox:
        answer = call(sandbox, "chat.postMessage", b"channel=C1&text=x")

    assert (answer["error"], answer["needed"], answer["provided"]) == (
        "missing_scope",
        "chat:write",
        "commands",
    )


def test_a_method_that_does_not_exist_is_noted(sandbox: Sandbox) -> None:
    assert call(sandbox, "chat.shout")["error"] == "unknown_method"
    assert [each.kind for each in sandbox.violations] == ["unknown method"]


def test_an_unknown_argument_is_refused_and_noted(sandbox: Sandbox, client: WebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        client.api_call("chat.postMessage", json={"channel": "C1", "text": "x", "colour": "red"})

    assert refused.value.response["error"] == "invalid_arguments"
    assert refused.value.response["response_metadata"]["messages"] == ["[ERROR] unknown argument: colour"]
    assert [each.kind for each in sandbox.violations] == ["wrong argument"]


def test_forms_carry_structures_as_json_text(sandbox: Sandbox, client: WebClient) -> None:
    blocks = json.dumps([{"type": "divider"}])

    client.api_call(
        "chat.postMessage",
        data={"channel": "C1", "text": "x", "blocks": blocks, "unfurl_links": "0", "unfurl_media": "false"},
    )

    (message,) = sandbox.messages("C1")
    assert [block["type"] for block in message.blocks] == ["divider"]
    assert sandbox.violations == []


def test_json_is_ignored_where_slack_takes_none(sandbox: Sandbox) -> None:
    answer = call(sandbox, "users.info", b'{"user": "U1"}', content_type="application/json; charset=utf-8")

    assert answer["error"] == "invalid_arguments"
    assert "wrong encoding" in [each.kind for each in sandbox.violations]


def test_json_without_a_charset_is_warned_of(sandbox: Sandbox) -> None:
    answer = call(sandbox, "auth.test", b"{}", content_type="application/json")

    assert answer["response_metadata"]["warnings"] == ["missing_charset"]


def test_every_call_is_logged(sandbox: Sandbox, client: WebClient) -> None:
    client.conversations_info(channel="C1")
    with pytest.raises(SlackApiError):
        client.conversations_info(channel="C404")

    logged = [(each.method, each.args["channel"], each.error) for each in sandbox.requests]

    assert logged == [
        ("conversations.info", "C1", None),
        ("conversations.info", "C404", "channel_not_found"),
    ]
