"""The sandbox: a whole local Slack workspace in one object."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Self

from bot.sandbox.actions import Actions
from bot.sandbox.app import make_app
from bot.sandbox.clock import VirtualClock, unix_timestamp
from bot.sandbox.control.routes import control_routes
from bot.sandbox.courier import Courier
from bot.sandbox.faults import Faults
from bot.sandbox.http_bot import HttpBot
from bot.sandbox.http_server import HOST, HttpServer
from bot.sandbox.identity import Identity
from bot.sandbox.limits import Limits
from bot.sandbox.manifest import read_manifest
from bot.sandbox.modals import Modals
from bot.sandbox.requests import Requests
from bot.sandbox.response_urls import ResponseUrls
from bot.sandbox.shapes import Json
from bot.sandbox.slack import Slack
from bot.sandbox.sockets import Sockets
from bot.sandbox.stage import Stage
from bot.sandbox.triggers import Triggers
from bot.sandbox.uploads import Uploads
from bot.sandbox.violations import Violation
from bot.sandbox.wires import Wires
from bot.sandbox.workspace import Workspace


class Sandbox(Actions):
    """Built from the app's manifest. `port` 0 takes a free one; `rates` off lifts Slack's rate limits.

    `house_rules` off is for a bot of somebody else's: only what Slack forbids is a violation then.
    Raises InvalidManifest, and OSError for a port that is in use.

    The workspace can be filled before `start`; every method may be called from any thread.
    """

    def __init__(
        self,
        manifest: Json,
        *,
        port: int = 0,
        start_at: datetime | None = None,
        rates: bool = True,
        house_rules: bool = True,
        identity: Identity | None = None,
    ) -> None:
        self.clock = VirtualClock(start_at)
        self.faults = Faults()
        workspace = Workspace(
            read_manifest(manifest), identity or Identity(), self.clock, house_rules=house_rules
        )
        super().__init__(_assemble(workspace, self.faults, Limits(self.clock, enabled=rates)))
        self._wires = Wires()
        self._server = HttpServer(port, self._wires)
        self.sockets = self._slack.sockets
        self.requests = self._slack.requests
        self.stage = self._slack.stage
        self.sockets.base = f"ws://{HOST}:{self._server.port}/link/"
        self._slack.response_urls.base = f"{self.url}/response/"
        self._slack.uploads.base = self.url
        self.http: HttpBot | None = None

    def start(self) -> None:
        control = control_routes(self._slack, self)
        self._server.start(make_app(self._slack, self._wires, control), self.sockets.use_loop)

    def stop(self) -> None:
        self.deliver_to(None)
        self._server.stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.stop()

    def reset(self, *, start_at: datetime | None = None) -> None:
        """An empty workspace again, for the next test: connections, tokens and address stay."""
        self.clock.restart(start_at)
        self._slack.clear()

    @contextmanager
    def without_rates(self) -> Iterator[None]:
        """Meanwhile Slack's rate limits are lifted: for a workspace that is told what has been before."""
        limits = self._slack.limits
        before, limits.enabled = limits.enabled, False
        try:
            yield
        finally:
            limits.enabled = before

    @property
    def url(self) -> str:
        """The page."""
        return f"http://{HOST}:{self._server.port}"

    @property
    def api_url(self) -> str:
        return f"{self.url}/api/"

    @property
    def clock_url(self) -> str:
        return f"{self.url}/clock"

    @property
    def identity(self) -> Identity:
        return self._slack.workspace.identity

    @property
    def bot_token(self) -> str:
        return self.identity.bot_token

    @property
    def app_token(self) -> str:
        return self.identity.app_token

    @property
    def signing_secret(self) -> str:
        return self.identity.signing_secret

    @property
    def team_id(self) -> str:
        return self.identity.team_id

    @property
    def app_id(self) -> str:
        return self.identity.app_id

    @property
    def bot_id(self) -> str:
        return self.identity.bot_id

    @property
    def bot_user_id(self) -> str:
        return self.identity.bot_user_id

    @property
    def violations(self) -> list[Violation]:
        return list(self._slack.workspace.violations)

    def deliver_to(self, url: str | None) -> None:
        """HTTP mode: POST everything, signed, to the bot's address. None goes back to the socket."""
        self.http = HttpBot(url, self.identity, unix_timestamp) if url else None
        self._slack.courier.use_http(self.http)


def _assemble(workspace: Workspace, faults: Faults, limits: Limits) -> Slack:
    sockets = Sockets(workspace, faults)
    return Slack(
        workspace=workspace,
        modals=Modals(workspace),
        triggers=Triggers(workspace),
        response_urls=ResponseUrls(workspace),
        uploads=Uploads(workspace),
        faults=faults,
        limits=limits,
        requests=Requests(),
        sockets=sockets,
        courier=Courier(workspace, sockets, faults),
        stage=Stage(workspace),
    )
