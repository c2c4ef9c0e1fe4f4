"""What makes no sense, or is not Slack's: acknowledged or refused, fast and quietly."""

import http.client
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from bot.sandbox.clock import unix_timestamp
from bot.sandbox.http_bot import FORM_TYPE, JSON_TYPE, signature
from bot.settings import SlackMode
from storage.database import Database
from tests.faults.envelopes import Envelopes
from tests.faults.wary import wary_bot
from tests.world import OLGA, World, open_world

LONG = "x" * 1000
NOW = "the moment of the request"
NONSENSE: list[tuple[str, Any]] = [
    ("slash_commands", {}),
    ("slash_commands", {"command": None, "text": 3}),
    ("slash_commands", {"command": "/notice"}),
    ("slash_commands", {"command": "/gone", "user_id": OLGA, "text": LONG}),
    ("slash_commands", {"command": ["/notice"], "user_id": {"id": OLGA}, "trigger_id": 7}),
    ("interactive", {}),
    ("interactive", []),
    ("interactive", "text"),
    ("interactive", None),
    ("interactive", {"type": "block_actions"}),
    ("interactive", {"type": "block_actions", "actions": [], "user": {"id": OLGA}}),
    ("interactive", {"type": "block_actions", "actions": [{}], "user": None}),
    ("interactive", {"type": "block_actions", "actions": [{"action_id": "page:acknowledge"}], "user": OLGA}),
    ("interactive", {"type": "view_submission"}),
    ("interactive", {"type": "view_submission", "view": "text", "user": {"id": OLGA}}),
    ("interactive", {"type": "view_submission", "view": {"callback_id": "request.new", "blocks": [1, 2]}}),
    ("interactive", {"type": "view_submission", "view": {"callback_id": 3}, "user": {"id": OLGA}}),
    ("interactive", {"type": "view_closed", "view": {"callback_id": LONG}}),
    ("interactive", {"type": "block_suggestion", "action_id": "find:country", "value": 4}),
    ("interactive", {"type": "block_suggestion", "action_id": LONG, "user": {"id": OLGA}}),
    ("interactive", {"type": "shortcut", "callback_id": LONG, "user": {"id": OLGA}, "trigger_id": "1"}),
    ("interactive", {"type": "message_action", "callback_id": "none", "user": {"id": OLGA}}),
    ("interactive", {"type": "new_thing_of_next_year", "team": 5, "enterprise": 7}),
    ("events_api", {"type": "event_callback", "event": {}}),
    ("events_api", {"type": "event_callback", "event": {"type": "app_home_opened"}}),
    ("events_api", {"type": "event_callback", "event": {"type": "user_change", "user": LONG}}),
    ("events_api", {"type": "event_callback", "event": None, "authorizations": "none"}),
    ("events_api", {"type": LONG}),
]


def test_nonsense_is_acknowledged_and_nothing_is_saved(any_world: World) -> None:
    envelopes = Envelopes(any_world.slack, OLGA)
    before = kept(any_world)

    slowest = max(envelopes.send(envelope).seconds for envelope in NONSENSE)

    assert slowest < 1
    assert kept(any_world) == before
    assert "Nobody is on duty" in any_world.asks(OLGA, "/oncall")


def test_garbage_typed_behind_each_command_is_answered_in_words(any_world: World) -> None:
    garbage = "<!channel> *x* \u202e=1+1 \x00 ' \" ; DROP TABLE people; " * 25

    answers = [any_world.asks(OLGA, f"{command} {garbage}") for command in ("/notice", "/liaison", "/oncall")]

    assert all(answer.startswith("I do not know “<!channel>”.") for answer in answers)


@dataclass(frozen=True, kw_only=True)
class Refused:
    body: bytes = b"command=/oncall"
    headers: Mapping[str, str]
    method: str = "POST"
    statuses: tuple[int, ...] = (401,)


def signed(secret: str, body: str, stamp: str) -> dict[str, str]:
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature(secret, stamp, body)}


def stamped(stamp: str) -> dict[str, str]:
    """Signed by nobody."""
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": "v0=00"}


NOT_SLACKS = {
    "no signature": Refused(headers={}),
    "stamp of 1970": Refused(headers=stamped("0")),
    "stamp is a word": Refused(headers=stamped("garbage")),
    "stamp is no whole number": Refused(headers=stamped("12.5")),
    "stamp is a raised digit": Refused(headers=stamped("\u00b2")),
    "stamp has 5000 digits": Refused(headers=stamped("9" * 5000)),
    "signature of nobody": Refused(headers=stamped(NOW)),
    "signature is no ASCII": Refused(headers=stamped(NOW) | {"X-Slack-Signature": "v0=\u00e9"}),
    "no body": Refused(headers={}, body=b""),
    "body is broken JSON": Refused(headers={}, body=b"{garbage"),
    "payload is broken JSON": Refused(headers={}, body=b"payload={garbage"),
    "body is no text": Refused(headers=stamped(NOW), body=b"\xff\xfe"),
    "body of 2 MB": Refused(headers={}, body=b"x" * 2_000_000, statuses=(413,)),
    "GET": Refused(headers={}, method="GET", statuses=(404, 405)),
    "PUT": Refused(headers={}, method="PUT", statuses=(404, 405)),
    "HEAD": Refused(headers={}, method="HEAD", statuses=(404, 405)),
}


@pytest.mark.parametrize("case", NOT_SLACKS)
def test_what_is_not_signed_by_slack_is_refused_fast_and_quietly(
    http_world: World, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    began = time.monotonic()
    status = post(http_world, NOT_SLACKS[case])
    took = time.monotonic() - began

    assert status in NOT_SLACKS[case].statuses
    assert took < 1
    assert "Traceback" not in caplog.text


def test_an_old_signature_is_refused(http_world: World) -> None:
    stamp = str(int(unix_timestamp()) - 600)
    headers = signed(http_world.slack.signing_secret, "command=/oncall", stamp)

    assert post(http_world, Refused(headers=headers)) == 401


@pytest.mark.parametrize("body", ["", "{garbage", "payload={garbage", "payload=[1]", "[1, 2]", "%%%", LONG])
@pytest.mark.parametrize("kind", [JSON_TYPE, FORM_TYPE])
def test_nonsense_that_is_signed_is_no_error(http_world: World, body: str, kind: str) -> None:
    stamp = unix_timestamp()
    headers = signed(http_world.slack.signing_secret, body, stamp) | {"Content-Type": kind}

    assert post(http_world, Refused(headers=headers, body=body.encode())) < 500


@pytest.fixture(scope="module")
def http_world(sqlite_template: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One for all: nothing here is kept."""
    file = tmp_path_factory.mktemp("http") / "desk.db"
    file.write_bytes(sqlite_template.read_bytes())
    with open_world(f"sqlite:///{file}", SlackMode.HTTP, bot_for=wary_bot) as opened:
        yield opened


def post(world: World, asked: Refused) -> int:
    assert world.bot.port is not None
    connection = http.client.HTTPConnection("127.0.0.1", world.bot.port.port, timeout=5)
    headers = {
        name: (unix_timestamp() if value is NOW else value).encode("latin-1")
        for name, value in asked.headers.items()
    }
    try:
        connection.request(asked.method, "/slack/events", asked.body, headers)
        return connection.getresponse().status
    except (BrokenPipeError, ConnectionResetError):
        return 413  # It was cut off in the midst of a body that is too large.
    finally:
        connection.close()


def kept(world: World) -> tuple[int, int]:
    """How much the desk has written down, and how much it would tell."""
    database: Database = world.bot.database
    with database.reading() as stores:
        return stores.audit.count(), sum(stores.outbox.depth().values())
