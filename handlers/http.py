"""The HTTP port: health, metrics, and Slack in HTTP mode. One threaded WSGI server in this process."""

import json
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

import structlog
from prometheus_client import CollectorRegistry, generate_latest
from waitress.server import TcpWSGIServer, create_server

from handlers.signed import SignedRequests

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

log = structlog.get_logger(__name__)

EVENTS_PATH = "/slack/events"
LARGEST_BODY_BYTES = 1_000_000  # Slack's largest view is 250 kB, sent twice over as a form.


class WebApp:
    """What answers on the port."""

    def __init__(
        self,
        *,
        alive: Callable[[], bool],
        ready: Callable[[], Mapping[str, object]],
        metrics: CollectorRegistry,
        slack: SignedRequests | None,
    ) -> None:
        self._alive = alive
        self._ready = ready
        self._metrics = metrics
        self._slack = slack

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        match environ["PATH_INFO"]:
            case "/healthz":
                return _answer(start_response, 200 if self._alive() else 503, {"alive": self._alive()})
            case "/readyz":
                facts = self._ready()
                return _answer(start_response, 200 if facts["ready"] else 503, facts)
            case "/metrics":
                start_response("200 OK", [("Content-Type", "text/plain; version=0.0.4; charset=utf-8")])
                return [generate_latest(self._metrics)]
            case path if path == EVENTS_PATH and self._slack and environ["REQUEST_METHOD"] == "POST":
                return self._slack(environ, start_response)
            case _:
                return _answer(start_response, 404, {"error": "nothing here"})


def _answer(start_response: "StartResponse", status: int, facts: Mapping[str, object]) -> Iterable[bytes]:
    words = {200: "OK", 404: "Not Found", 503: "Service Unavailable"}[status]
    start_response(f"{status} {words}", [("Content-Type", "application/json")])
    return [json.dumps(facts, default=str).encode()]


class HttpPort:
    """The server itself; `port` is the one in use, also when 0 asked for any."""

    def __init__(self, app: WebApp, *, host: str, port: int, threads: int = 50) -> None:
        server = create_server(
            app,
            host=host,
            port=port,
            threads=threads,
            ident="",
            max_request_body_size=LARGEST_BODY_BYTES,
            channel_timeout=30,
            asyncore_use_poll=True,
        )
        assert isinstance(server, TcpWSGIServer)  # One address makes one socket.
        self._server = server
        self.port = int(server.socket.getsockname()[1]) if server.socket else port
        self._thread = threading.Thread(target=self._server.run, name="http", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Takes in nothing more, lets what runs end, and its answers leave."""
        self._server.task_dispatcher.shutdown()
        # Its own thread may close it, and this way to wake that thread, before the call is back.
        with suppress(OSError):
            self._server.trigger.pull_trigger(self._close)  # type: ignore[attr-defined]  # The stubs call it a number.
        self._thread.join(timeout=1.0)

    def _close(self) -> None:
        """In the server's own thread, which ends when its last connection is closed."""
        for channel in list(self._server.active_channels.values()):  # type: ignore[attr-defined]  # As above: a dict.
            channel.close_when_flushed = True
        self._server.close()
