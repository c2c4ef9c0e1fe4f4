"""Real processes of the desk, to be started, killed and ended like an operator's."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.sandbox.server import Sandbox
from tests.world import DESK, ONCALL

ROOT = Path(__file__).parent.parent


class DeskProcess:
    """`python -m bot run`, joined to a sandbox and turned by its clock."""

    def __init__(self, slack: Sandbox, database_url: str, **more: str) -> None:
        self._settings = environment(slack, database_url) | more
        self._running: subprocess.Popen[bytes] | None = None
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  It lives as long as the process and its successors.

    def start(self) -> None:
        self._running = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            cwd=ROOT,
            env=os.environ | self._settings,
            stderr=self._log,
        )

    @property
    def pid(self) -> int:
        assert self._running is not None, "it does not run"
        return self._running.pid

    @property
    def log(self) -> str:
        """What it has written to standard error, over all its lives."""
        self._log.seek(0)
        return self._log.read().decode()

    def close(self) -> None:
        """Killed if it still runs, and its log forgotten."""
        self.kill()
        self._log.close()

    def kill(self) -> None:
        """SIGKILL: no chance to tidy up."""
        self._end(signal.SIGKILL)

    def terminate(self) -> int:
        """SIGTERM; answers the exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        running, self._running = self._running, None
        if running is None:
            return 0
        running.send_signal(how)
        return running.wait(timeout=10)


def environment(slack: Sandbox, database_url: str) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": database_url,
        "DESK_CHANNEL": DESK,
        "ONCALL_CHANNEL": ONCALL,
        "DESK_CLOCK": slack.clock_url,
    }


def until(holds: Callable[[], bool], *, seconds: float = 30.0) -> bool:
    """Whether it holds within that time: for what another process does in the database, unannounced."""
    pause = threading.Event()
    for _ in range(int(seconds / 0.05)):
        if holds():
            return True
        pause.wait(0.05)
    return holds()


@contextmanager
def desk_process(slack: Sandbox, database_url: str, **more: str) -> Iterator[DeskProcess]:
    """Started, and killed at the end if it still runs."""
    process = DeskProcess(slack, database_url, **more)
    process.start()
    try:
        yield process
    finally:
        process.close()
