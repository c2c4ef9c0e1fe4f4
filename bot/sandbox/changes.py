"""What happened in the workspace, numbered: the page's stream and the bot's events both come from it."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.sandbox.messages import Message

_KEPT = 5000


class Changed(StrEnum):
    MESSAGE = "message"
    CHANGED = "changed"
    DELETED = "deleted"
    EPHEMERAL = "ephemeral"
    VIEWS = "views"
    HOME = "home"
    UNREAD = "unread"
    CLOCK = "clock"
    VIOLATION = "violation"
    SOCKET = "socket"
    STAGE = "stage"
    PEOPLE = "people"
    REQUEST = "request"
    ACK = "ack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """`user` limits who may see it; `before` is a message's former state."""

    sequence: int
    type: Changed
    channel: str | None = None
    user: str | None = None
    message: Message | None = None
    before: Message | None = None


class Changes:
    """The latest changes, and those who are told of each one under the workspace's lock."""

    def __init__(self) -> None:
        self.sequence = 0
        self._kept: deque[Change] = deque(maxlen=_KEPT)
        self._listeners: list[Callable[[Change], None]] = []

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` with each change to come. Returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def add(
        self,
        type_: Changed,
        *,
        channel: str | None = None,
        user: str | None = None,
        message: Message | None = None,
        before: Message | None = None,
    ) -> None:
        self.sequence += 1
        change = Change(
            sequence=self.sequence, type=type_, channel=channel, user=user, message=message, before=before
        )
        self._kept.append(change)
        for listener in list(self._listeners):
            listener(change)

    def since(self, sequence: int) -> list[Change]:
        return [change for change in self._kept if change.sequence > sequence]
