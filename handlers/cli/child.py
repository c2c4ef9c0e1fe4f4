"""The bot in a process of its own, by the very command that runs it in a real workspace."""

import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from bot import settings

STOP_WITHIN_SECONDS = 5.0


class Child:
    """It loads at once and begins at a word. It may be killed and started again, from any thread."""

    def __init__(self, own: Mapping[str, str]) -> None:
        """`own` are its settings."""
        self._own = own
        self._changed = threading.Condition()
        self._killed = False
        self._process = self._new()

    def begin(self) -> None:
        """The word; a process that has ended meanwhile needs none."""
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.write(b"begin\n")
            self._process.stdin.close()

    def kill(self) -> None:
        """SIGKILL: nothing is tidied up, nothing is finished."""
        with self._changed:
            self._killed = True
            self._process.kill()
            self._process.wait()

    def start_again(self) -> None:
        """Does nothing unless it was killed."""
        with self._changed:
            if self._killed:
                self._process = self._new()
                self.begin()
                self._killed = False
                self._changed.notify_all()

    def ends_within(self, seconds: float) -> bool:
        """Whether it ends by itself in that time."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def wait(self) -> None:
        """Until it has ended by itself; while it is killed, somebody may start it again."""
        while True:
            self._process.wait()
            with self._changed:
                if not self._killed and self._process.poll() is not None:
                    return
                self._changed.wait_for(lambda: not self._killed)

    def stop(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.terminate()
        try:
            self._process.wait(STOP_WITHIN_SECONDS)
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            self._process.kill()
            self._process.wait()

    def _new(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "bot", "run", "--at-a-word"],
            env=settings.environment(self._own),
            stdin=subprocess.PIPE,
        )


@contextmanager
def running(own: Mapping[str, str]) -> Iterator[Child]:
    child = Child(own)
    try:
        yield child
    finally:
        child.stop()
