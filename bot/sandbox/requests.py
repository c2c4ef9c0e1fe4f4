"""The log of Web API calls: what the bot asked, what it was answered, how long that took."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.sandbox.shapes import Json

_KEPT = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """`status` is the HTTP status, 0 where the answer was cut off; `error` is Slack's name for a refusal."""

    method: str
    args: Json
    status: int
    error: str | None
    seconds: float
    at: datetime


class Requests:
    def __init__(self) -> None:
        self._log: deque[Request] = deque(maxlen=_KEPT)

    def __iter__(self) -> Iterator[Request]:
        return iter(list(self._log))

    def __len__(self) -> int:
        return len(self._log)

    def to(self, method: str) -> list[Request]:
        """The calls of one method, oldest first."""
        return [each for each in self if each.method == method]

    def add(self, request: Request) -> None:
        self._log.append(request)

    def clear(self) -> None:
        self._log.clear()
