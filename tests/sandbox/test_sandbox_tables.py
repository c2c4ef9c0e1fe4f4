"""What the sandbox answers, held against the table of methods."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox import api
from bot.sandbox.api.answers import ANSWERS
from bot.sandbox.methods import COMMON_ERRORS, METHODS
from tests.sandbox.conftest import Desk
from tests.sandbox.shapes import home, section

# Slack's documentation names these elsewhere than in its table of errors.
_KNOWN_ELSEWHERE = {"invalid_json", "json_not_object", "msg_too_long"}
# These need another token, a trigger, a file's bytes or an open view, which tests of their own have.
_TRIED_ELSEWHERE = {
    "apps.connections.open",
    "blocks.validate",
    "files.completeUploadExternal",
    "views.open",
    "views.push",
    "views.update",
}
_REFUSED = re.compile(r'Refused\(\s*"(\w+)"')


def test_every_method_of_the_table_is_answered_and_no_other() -> None:
    assert set(ANSWERS) == set(METHODS)


def test_every_error_name_is_one_of_slacks() -> None:
    sources = [path.read_text() for path in Path(api.__path__[0]).glob("*.py")]
    raised = {name for source in sources for name in _REFUSED.findall(source)}

    documented = {error for method in METHODS.values() for error in method.errors}

    assert len(raised) > 20
    assert raised - documented - COMMON_ERRORS <= _KNOWN_ELSEWHERE


def arguments(desk: Desk, method: str) -> dict[str, Any]:
    """Enough for each method to succeed."""
    post = {"channel": "C1", "text": "Hello", "unfurl_links": False, "unfurl_media": False}
    ts = desk.client.api_call("chat.postMessage", json=post)["ts"]
    desk.sandbox.add_usergroup("S1", ["U1"])
    known: dict[str, dict[str, Any]] = {
        "chat.delete": {"channel": "C1", "ts": ts},
        "chat.getPermalink": {"channel": "C1", "message_ts": ts},
        "chat.postEphemeral": {"channel": "C1", "user": "U1", "text": "Hello"},
        "chat.postMessage": post,
        "chat.update": {"channel": "C1", "ts": ts, "text": "Changed"},
        "conversations.history": {"channel": "C1"},
        "conversations.info": {"channel": "C1"},
        "conversations.join": {"channel": "C1"},
        "conversations.members": {"channel": "C1"},
        "conversations.open": {"users": "U1"},
        "conversations.replies": {"channel": "C1", "ts": ts},
        "files.getUploadURLExternal": {"filename": "list.csv", "length": 3},
        "reactions.add": {"channel": "C1", "timestamp": ts, "name": "eyes"},
        "usergroups.users.list": {"usergroup": "S1"},
        "users.info": {"user": "U1"},
        "views.publish": {"user_id": "U1", "view": home(section("One"))},
    }
    return known.get(method, {})


@pytest.mark.parametrize("method", sorted(set(METHODS) - _TRIED_ELSEWHERE))
def test_a_successful_answer_has_the_keys_that_slack_promises(desk: Desk, method: str) -> None:
    sent = arguments(desk, method)

    if METHODS[method].json_input:
        answer = desk.client.api_call(method, json=sent)
    else:
        answer = desk.client.api_call(method, params=sent)

    assert METHODS[method].reply_keys <= set(answer.data)
