"""A command in a process of its own: what it says while it runs, and how it ends."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 40.0
"""Seconds. A machine that runs other tests starts a process slowly."""
ROOT = Path(__file__).parent.parent.parent


class Process:
    """`said` is everything from both of its streams so far."""

    def __init__(self, command: list[str], settings: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            command,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **settings},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._changed = threading.Condition()
        self._ended = False
        self.said = ""
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def until(self, words: str) -> str:
        """Waits until the process says this; answers everything it has said."""
        with self._changed:
            heard = self._changed.wait_for(lambda: words in self.said or self._ended, PATIENCE)
            assert heard, f"not said in {PATIENCE:g} s: {words}\n{self.said}"
            assert words in self.said, f"ended without saying: {words}\n{self.said}"
        return self.said

    def tell(self, number: signal.Signals) -> None:
        """A signal that does not end it."""
        self._process.send_signal(number)

    def end(self, number: signal.Signals) -> tuple[int, float]:
        """Signals the process alone, or for SIGINT its whole group, as a terminal does. Code and seconds."""
        begun = time.monotonic()
        if number is signal.SIGINT:
            os.killpg(self._process.pid, number)
        else:
            self._process.send_signal(number)
        return self.code(), time.monotonic() - begun

    def code(self) -> int:
        """Waits until it has ended and all of its children are silent."""
        code = self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return code

    def discard(self) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self.code()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._changed:
                self.said += line
                self._changed.notify_all()
        with self._changed:
            self._ended = True
            self._changed.notify_all()


@contextmanager
def started(line: str, settings: Mapping[str, str] | None = None) -> Iterator[Process]:
    """`python -m bot` with these words."""
    with running([sys.executable, "-m", "bot", *line.split()], settings or {}) as process:
        yield process


@contextmanager
def running(command: list[str], settings: Mapping[str, str]) -> Iterator[Process]:
    """Any command; whatever happens, nothing of it is left behind."""
    process = Process(command, settings)
    try:
        yield process
    finally:
        process.discard()
