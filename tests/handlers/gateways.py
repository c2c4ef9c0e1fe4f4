"""Real gateways on this machine, good and bad: mail and web servers that keep what came, and broken ones."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

HOST = "127.0.0.1"
DRIP_SECONDS = 0.05


class MailRoom:
    """Takes every e-mail, unless it was told to answer something else to a recipient."""

    def __init__(self) -> None:
        self.port = 0
        self.letters: list[EmailMessage] = []
        self.recipients: list[list[str]] = []
        self.answer = "250 OK"

    async def handle_RCPT(  # noqa: N802  The name is aiosmtpd's.
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(  # noqa: N802  The name is aiosmtpd's.
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        self.letters.append(message_from_bytes(envelope.content, EmailMessage, policy=policy.default))
        self.recipients.append([str(each) for each in envelope.rcpt_tos])
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[MailRoom]:
    """Speaks SMTP without encryption or passwords."""
    room = MailRoom()
    with closed_port() as room.port:
        controller = Controller(room, hostname=HOST, port=room.port)
    controller.start()
    try:
        yield room
    finally:
        controller.stop()


@dataclass
class Webhook:
    """What was posted to a web server, and the status that it answers."""

    port: int = 0
    status: int = 200
    paths: list[str] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)


@contextmanager
def webhook() -> Iterator[Webhook]:
    """Takes JSON by POST."""
    hook = Webhook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            hook.paths.append(self.path)
            hook.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(hook.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  The name is the base's.
            pass

    with _serving(Handler) as hook.port:
        yield hook


@dataclass
class Heartbeats:
    """How often somebody called."""

    port: int = 0
    count: int = 0


@contextmanager
def heartbeats() -> Iterator[Heartbeats]:
    """The outside part of a dead man's switch."""
    beats = Heartbeats()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            beats.count += 1
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  The name is the base's.
            pass

    with _serving(Handler) as beats.port:
        yield beats


@contextmanager
def _serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[int]:
    server = ThreadingHTTPServer((HOST, 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def closed_port() -> Iterator[int]:
    """A port at which nobody listens."""
    with socket.create_server((HOST, 0)) as taken:
        port: int = taken.getsockname()[1]
    yield port


@contextmanager
def hanging_server() -> Iterator[int]:
    """Accepts every connection and never answers."""

    def hang(_connection: socket.socket, closing: threading.Event) -> None:
        closing.wait()

    with _answering(hang) as port:
        yield port


@contextmanager
def dripping_server() -> Iterator[int]:
    """Sends a byte every now and then, so that no time-out for reading ever falls due."""

    def drip(connection: socket.socket, closing: threading.Event) -> None:
        connection.sendall(b"HTTP/1.1 200 ")
        while not closing.wait(DRIP_SECONDS):
            connection.sendall(b"x")

    with _answering(drip) as port:
        yield port


@contextmanager
def _answering(answer: Callable[[socket.socket, threading.Event], None]) -> Iterator[int]:
    closing = threading.Event()
    server = socket.create_server((HOST, 0))

    def served(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            answer(connection, closing)

    def accepted() -> None:
        with suppress(OSError):
            while True:
                connection, _ = server.accept()
                threading.Thread(target=served, args=(connection,), daemon=True).start()

    threading.Thread(target=accepted, daemon=True).start()
    try:
        yield server.getsockname()[1]
    finally:
        closing.set()
        # Closing alone does not wake a thread that waits in accept().
        server.shutdown(socket.SHUT_RDWR)
        server.close()
