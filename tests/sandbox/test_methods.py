"""Which calls of the Web API are taken, and what a sender of a wrong one is told."""

import pytest

from bot.sandbox.methods import METHODS, Argument, check_arguments
from bot.sandbox.methods.kinds import KINDS

POST = METHODS["chat.postMessage"]


def test_every_kind_of_argument_in_the_tables_has_its_check() -> None:
    kinds = {argument.kind for method in METHODS.values() for argument in method.arguments.values()}

    assert kinds == set(KINDS)


def test_the_tables_say_what_an_argument_is() -> None:
    assert POST.arguments["channel"] == Argument(required=True, kind="id")


@pytest.mark.parametrize("name", METHODS)
def test_what_a_method_requires_is_asked_for(name: str) -> None:
    required = [each for each, argument in METHODS[name].arguments.items() if argument.required]

    assert check_arguments(METHODS[name], {}) == [f"missing required field: {each}" for each in required]


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        pytest.param("chat.postMessage", {"channel": "C1", "text": "x", "blocks": []}, id="JSON"),
        pytest.param(
            "chat.postMessage", {"channel": "C1", "blocks": '[{"type": "divider"}]'}, id="JSON in a form"
        ),
        pytest.param("chat.postMessage", {"channel": "C1", "unfurl_links": False, "mrkdwn": "1"}, id="flags"),
        pytest.param("chat.postMessage", {"channel": "C1", "text": None}, id="None is not given"),
        pytest.param("chat.postMessage", {"channel": "C1", "metadata": {"event_type": "x"}}, id="metadata"),
        pytest.param("conversations.history", {"channel": "C1", "limit": "5", "oldest": "0"}, id="query"),
        pytest.param("conversations.open", {"users": "U1,U2", "return_im": "true"}, id="ids with commas"),
        pytest.param(
            "chat.update", {"channel": "C1", "ts": "1.000001", "file_ids": '["F1"]'}, id="ids in JSON"
        ),
        pytest.param("auth.test", {"token": "xoxb-1", "team_id": "T1"}, id="what clients always add"),
        pytest.param("api.test", {"foo": "bar"}, id="the echo takes anything"),
    ],
)
def test_a_call_is_taken(method: str, arguments: dict[str, object]) -> None:
    assert check_arguments(METHODS[method], arguments) == []


@pytest.mark.parametrize(
    ("method", "arguments", "problem"),
    [
        pytest.param("auth.test", {"foo": "bar"}, "unknown argument: foo", id="unknown"),
        pytest.param("team.info", {"team": None, "teams": 1}, "unknown argument: teams", id="nearly known"),
        pytest.param("users.info", {"user": ""}, "`user` must be an id", id="no id"),
        pytest.param("users.info", {"user": None}, "missing required field: user", id="None"),
        pytest.param("users.list", {"limit": "many"}, "`limit` must be a whole number", id="limit in words"),
        pytest.param(
            "users.list", {"limit": True}, "`limit` must be a whole number", id="limit that is a flag"
        ),
        pytest.param("users.list", {"limit": -1}, "`limit` must be a whole number", id="limit below nothing"),
        pytest.param(
            "users.list", {"include_locale": "yes"}, "`include_locale` must be a boolean", id="flag"
        ),
        pytest.param("users.list", {"cursor": 3}, "`cursor` must be a string", id="string"),
        pytest.param("views.open", {"view": "{"}, "`view` must be an object", id="broken JSON"),
        pytest.param("views.open", {"view": "[]"}, "`view` must be an object", id="a list for an object"),
        pytest.param("blocks.validate", {"blocks": ["x"]}, "`blocks` must be a list of objects", id="list"),
        pytest.param(
            "conversations.open", {"users": "U1,,U2"}, "`users` must be a list of ids", id="a gap in ids"
        ),
        pytest.param(
            "conversations.open", {"users": "[1]"}, "`users` must be a list of ids", id="ids as numbers"
        ),
        pytest.param(
            "conversations.history",
            {"channel": "C1", "oldest": "2026-11-22"},
            "`oldest` must be a timestamp",
            id="a date for a timestamp",
        ),
    ],
)
def test_a_call_is_refused(method: str, arguments: dict[str, object], problem: str) -> None:
    assert check_arguments(METHODS[method], arguments) == [problem]


def test_every_problem_of_a_call_is_told_at_once() -> None:
    problems = check_arguments(POST, {"colour": "red", "text": 5})

    assert problems == [
        "missing required field: channel",
        "unknown argument: colour",
        "`text` must be a string",
    ]


def test_only_the_socket_is_opened_with_an_app_token() -> None:
    assert [name for name, method in METHODS.items() if method.token == "app"] == ["apps.connections.open"]
