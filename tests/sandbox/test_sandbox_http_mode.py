"""HTTP mode: a Bolt app behind a web server, reached by signed POSTs."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from slack_bolt.adapter.wsgi import SlackRequestHandler

from bot.sandbox.http_bot import HttpBot, signature
from bot.sandbox.server import Sandbox
from tests.sandbox.shapes import modal, section, text_field
from tests.sandbox.tiny_bot import TinyBot


class Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # The parent's word.
        pass


@dataclass(frozen=True, slots=True)
class Web:
    sandbox: Sandbox
    bot: TinyBot
    server: WSGIServer

    @property
    def http(self) -> HttpBot:
        assert self.sandbox.http is not None
        return self.sandbox.http


@pytest.fixture
def web(sandbox: Sandbox) -> Iterator[Web]:
    bot = TinyBot(sandbox, socket=False)
    server = make_server("127.0.0.1", 0, SlackRequestHandler(bot.app), handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, args=[0.01])
    thread.start()
    sandbox.deliver_to(f"http://127.0.0.1:{server.server_port}/slack/events")
    yield Web(sandbox, bot, server)
    sandbox.deliver_to(None)
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_address_passes_slacks_own_checks(web: Web) -> None:
    assert web.http.verify()
    assert web.http.ssl_check() == 200


def test_a_command_is_answered_in_the_response(web: Web) -> None:
    web.bot.answers["/hello"] = lambda args: args.ack(text="Hello", response_type="in_channel")

    outcome = web.sandbox.command("U1", "/hello", channel="C1")

    assert outcome.acked
    assert [each.plain for each in web.sandbox.messages("C1")] == ["Hello"]
    assert web.bot.headers[0]["content-type"] == ["application/x-www-form-urlencoded"]


def test_a_form_is_submitted_as_a_payload_field(web: Web) -> None:
    web.bot.answers["/form"] = lambda args: (
        args.client.views_open(trigger_id=args.body["trigger_id"], view=modal(text_field("Name", "name"))),
        args.ack(),
    )
    web.bot.answers["form"] = lambda args: args.ack(
        response_action="update", view=modal(section("Thank you"))
    )
    view = web.sandbox.command("U1", "/form").views[0]

    (after,) = web.sandbox.submit("U1", view, {"Name": "Ada"}).views

    assert "Thank you" in after.plain


def test_an_event_is_posted_as_json(web: Web) -> None:
    web.sandbox.message("U1", "C1", "Hello")

    web.sandbox.wait_for(lambda: web.bot.events("message"))

    assert web.bot.headers[0]["content-type"] == ["application/json"]
    assert "x-slack-retry-num" not in web.bot.headers[0]


def test_a_refused_event_is_repeated_with_slacks_headers(sandbox: Sandbox) -> None:
    taken: list[tuple[str | None, str | None]] = []

    def refuse(environ: dict[str, str], start_response: object) -> list[bytes]:
        taken.append((environ.get("HTTP_X_SLACK_RETRY_NUM"), environ.get("HTTP_X_SLACK_RETRY_REASON")))
        start_response("500 Internal Server Error", [])  # type: ignore[operator]  # WSGI's own callable.
        return [b""]

    with make_server("127.0.0.1", 0, refuse, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        sandbox.deliver_to(f"http://127.0.0.1:{server.server_port}/slack/events")
        sandbox.message("U1", "C1", "Hello")
        sandbox.wait_for(lambda: len(taken) == 3)
        sandbox.deliver_to(None)
        server.shutdown()
        thread.join()

    assert taken[:3] == [(None, None), ("1", "http_error"), ("2", "http_error")]


def test_an_address_where_nobody_listens_fails_at_once(sandbox: Sandbox) -> None:
    sandbox.deliver_to("http://127.0.0.1:1/slack/events")

    outcome = sandbox.command("U1", "/hello")

    assert (outcome.acked, outcome.error, outcome.late) == (False, "dispatch_failed", False)


def test_the_signature_is_slacks_published_example() -> None:
    """The example of Slack's documentation on verifying requests."""
    body = (
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
        "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )

    signed = signature("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", body)

    assert signed == "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
