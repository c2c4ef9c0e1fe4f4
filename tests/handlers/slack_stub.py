"""A local HTTP server in Slack's place: answers Web API calls and response URLs, and keeps what came in."""

import json
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from slack_sdk import WebClient

Call = tuple[str, dict[str, Any]]
WAIT_SECONDS = 5.0


class SlackStub:
    def __init__(self) -> None:
        self.users: dict[str, dict[str, Any]] = {}
        self.down = False
        """Every call is answered with a server error."""
        self.may_answer = threading.Event()
        """While it is not set, calls wait for their answer."""
        self.may_answer.set()
        self._calls: queue.Queue[Call] = queue.Queue()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/"

    def client(self) -> WebClient:
        client = WebClient(token="xoxb-test", base_url=self.url, timeout=1)
        client.retry_handlers.clear()
        return client

    def next_call(self) -> Call:
        """The oldest call that no one has asked for; waits for it."""
        return self._calls.get(timeout=WAIT_SECONDS)

    @property
    def calls(self) -> int:
        """How many calls have come that nobody asked for."""
        return self._calls.qsize()

    @property
    def quiet(self) -> bool:
        """No call has come that nobody asked for."""
        return self._calls.empty()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def came(self, method: str, arguments: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        self._calls.put((method, arguments))
        self.may_answer.wait(WAIT_SECONDS)
        if self.down:
            return 500, {}
        if method == "users.info":
            user = self.users.get(arguments["user"])
            return 200, {"ok": True, "user": user} if user else {"ok": False, "error": "user_not_found"}
        return 200, {"ok": True}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answer({})

            def do_POST(self) -> None:
                self._answer(self._posted())

            def _posted(self) -> dict[str, Any]:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                if "json" in self.headers.get("Content-Type", ""):
                    posted: dict[str, Any] = json.loads(body)
                    return posted
                return {name: values[0] for name, values in parse_qs(body).items()}

            def _answer(self, posted: dict[str, Any]) -> None:
                asked = urlsplit(self.path)
                arguments = {name: values[0] for name, values in parse_qs(asked.query).items()}
                status, facts = stub.came(asked.path.strip("/"), arguments | posted)
                body = json.dumps(facts).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  The name is the base's.
                pass

        return Handler


@contextmanager
def running() -> Iterator[SlackStub]:
    stub = SlackStub()
    try:
        yield stub
    finally:
        stub.close()
