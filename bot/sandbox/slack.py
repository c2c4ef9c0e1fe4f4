"""The parts one sandbox is made of, handed to whatever answers the bot or acts for people."""

from dataclasses import dataclass

from bot.sandbox.courier import Courier
from bot.sandbox.faults import Faults
from bot.sandbox.limits import Limits
from bot.sandbox.modals import Modals
from bot.sandbox.requests import Requests
from bot.sandbox.response_urls import ResponseUrls
from bot.sandbox.sockets import Sockets
from bot.sandbox.stage import Stage
from bot.sandbox.triggers import Triggers
from bot.sandbox.uploads import Uploads
from bot.sandbox.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Slack:
    workspace: Workspace
    modals: Modals
    triggers: Triggers
    response_urls: ResponseUrls
    uploads: Uploads
    faults: Faults
    limits: Limits
    requests: Requests
    sockets: Sockets
    courier: Courier
    stage: Stage

    def clear(self) -> None:
        """Forget everything but the people who built it: the connections stay."""
        self.workspace.clear()
        self.modals.clear()
        self.triggers.clear()
        self.response_urls.clear()
        self.uploads.clear()
        self.faults.clear()
        self.limits.clear()
        self.requests.clear()
        self.courier.clear()
