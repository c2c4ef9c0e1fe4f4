"""The heartbeat: a web address that is called while all is well, for a dead man's switch outside."""

import urllib.request
from http.client import HTTPException

import structlog

from bot.lasting import Lasting

log = structlog.get_logger(__name__)

TIMEOUT_SECONDS = 5.0


class Heartbeat:
    def __init__(self, address: str | None) -> None:
        """Without an address nobody is called."""
        self._address = address
        self._lasting = Lasting()

    def __call__(self) -> None:
        """Never raises: whoever waits for the call notices that it is missing."""
        if self._address is None:
            return
        try:
            with urllib.request.urlopen(self._address, timeout=TIMEOUT_SECONDS):  # noqa: S310  The settings allow web addresses only.
                self._lasting.is_news(None)
        except (OSError, HTTPException, ValueError) as error:
            # The address is a secret of its own, so only the kind of failure is told.
            if self._lasting.is_news("no heartbeat"):
                log.warning("the heartbeat was not taken", error=type(error).__name__)
