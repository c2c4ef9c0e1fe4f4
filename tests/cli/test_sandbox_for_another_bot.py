"""`sandbox --manifest`: a workspace for a bot that is not ours, by socket and by HTTP."""

import json
import re
import signal
import threading
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient

from tests.cli.processes import Process, started
from tests.cli.sandboxes import act, look
from tests.cli.terminal import type_in
from tests.processes import until

MANIFEST = {
    "display_information": {"name": "Greeter"},
    "features": {"slash_commands": [{"command": "/hello"}]},
    "oauth_config": {"scopes": {"bot": ["chat:write", "commands"]}},
}
TOKENS = {
    "SLACK_BOT_TOKEN": "xoxb-sandbox",
    "SLACK_APP_TOKEN": "xapp-sandbox",
    "SLACK_SIGNING_SECRET": "sandbox-secret",
}


class Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # The parent's word.
        pass


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    file = tmp_path / "their.json"
    file.write_text(json.dumps(MANIFEST))
    return file


def settings(sandbox: Process) -> dict[str, str]:
    """What the sandbox says that the bot is to be started with."""
    return dict(re.findall(r"(SLACK_\w+)=(\S+)", sandbox.until("Ctrl-C ends it")))


def greeter(told: dict[str, str]) -> App:
    """As its documentation has it, but for the address."""
    client = WebClient(told["SLACK_BOT_TOKEN"], base_url=told["SLACK_API_URL"])
    app = App(client=client, signing_secret=told["SLACK_SIGNING_SECRET"])

    @app.command("/hello")
    def hello(ack: Any, say: Any, command: dict[str, Any]) -> None:
        ack("Hello")
        say(f"<@{command['user_id']}> is here, see https://example.org")

    return app


def greeted(base: str) -> tuple[Any, list[str]]:
    """The answer to the command, and what then stands in the channel."""
    answer = act(base, "command", user="U0ADA", channel="C0GENERAL", text="/hello")["message"]["text"]
    channel = "messages?user=U0BO&channel=C0GENERAL"
    assert until(lambda: bool(look(base, channel)["messages"]))
    return answer, [each["text"] for each in look(base, channel)["messages"]]


def test_a_bot_of_somebody_elses_lives_in_it_by_socket(file: Path) -> None:
    with started(f"sandbox --port 0 --manifest {file}") as sandbox:
        told = settings(sandbox)
        base = told.pop("SLACK_API_URL").removesuffix("/api/")
        handler = SocketModeHandler(
            greeter({**told, "SLACK_API_URL": f"{base}/api/"}), told["SLACK_APP_TOKEN"]
        )
        handler.connect()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped.
        assert until(lambda: bool(look(base, "state")["socket"]["connected"]))
        answer = greeted(base)
        state, violations = look(base, "state"), look(base, "violations")
        handler.close()  # type: ignore[no-untyped-call]  # As above.
        code, _seconds = sandbox.end(signal.SIGTERM)

    assert told == TOKENS
    assert answer == ("Hello", ["<@U0ADA> is here, see https://example.org"])
    assert [each["command"] for each in state["commands"]] == ["/hello"]
    assert [each["name"] for each in state["channels"]] == ["general", "random"]
    assert state["stage"]["offered"] == []
    assert violations == {"violations": []}
    assert (code, sandbox.said.rstrip().endswith("The sandbox has ended.")) == (0, True)


def test_a_bot_of_somebody_elses_lives_in_it_by_http(file: Path) -> None:
    with make_server("127.0.0.1", 0, lambda *_: [], handler_class=Quiet) as server:
        address = f"http://127.0.0.1:{server.server_port}/slack/events"
        with started(f"sandbox --port 0 --manifest {file} --deliver-to {address}") as sandbox:
            told = settings(sandbox)
            base = told["SLACK_API_URL"].removesuffix("/api/")
            server.set_app(SlackRequestHandler(greeter(told)))
            thread = threading.Thread(target=server.serve_forever, args=[0.01])
            thread.start()
            answer, violations = greeted(base), look(base, "violations")
            server.shutdown()
            thread.join()

    assert f"sent, signed, to {address}" in sandbox.said
    assert answer == ("Hello", ["<@U0ADA> is here, see https://example.org"])
    assert violations == {"violations": []}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (None, "cannot be read (No such file or directory)"),
        (b"display_information:\n  name: Greeter\n", "this is no JSON (Expecting value: line 1 column 1"),
        (b"\xff\xfe", "this is no JSON ('utf-8' codec"),
        (b"[" * 100_000, "this is no JSON (maximum recursion depth"),
        (b"[]", "this is no manifest of a Slack app (the whole: input should be"),
        (b"{}", "this is no manifest of a Slack app (display_information: field required)"),
    ],
)
@pytest.mark.usefixtures("signals")
def test_what_is_no_manifest_is_told_with_where_to_find_one(
    file: Path, written: bytes | None, said: str
) -> None:
    file.unlink()
    if written is not None:
        file.write_bytes(written)

    answer = type_in(f"sandbox --manifest {file}")

    assert answer.code == 1
    assert answer.words.startswith(f"{file}: {said}")
    assert answer.words.endswith(
        "Slack shows your app's manifest at https://api.slack.com/apps, App Manifest, as JSON."
    )


@pytest.mark.parametrize(
    "address",
    ["localhost:3000", "https://127.0.0.1:3000/slack/events", "http://", "http://127.0.0.1:x/", "http://["],
)
@pytest.mark.usefixtures("signals")
def test_an_address_that_cannot_be_sent_to_is_told(file: Path, address: str) -> None:
    answer = type_in(f"sandbox --manifest {file} --deliver-to {address}")

    assert (answer.code, answer.words) == (
        1,
        f"--deliver-to {address}: write an address such as http://127.0.0.1:3000/slack/events",
    )


@pytest.mark.usefixtures("signals")
def test_what_is_for_the_desk_or_for_another_bot_is_not_mixed(file: Path) -> None:
    night = type_in(f"sandbox --manifest {file} --night-shift")
    nobody = type_in("sandbox --deliver-to http://127.0.0.1:3000/slack/events")

    assert (night.code, nobody.code) == (1, 1)
    assert night.words.endswith("Leave it out together with --manifest.")
    assert nobody.words.endswith("Name its manifest, too: --manifest FILE.json")
