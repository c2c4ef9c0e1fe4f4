"""What the desk asks of the floors around it: the time, new ids, somebody to wake, somebody to tell."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from storage.records.outbox import Posted, Waiting
from storage.records.reach import Way


class Clock(Protocol):
    """The desk's time. Under the sandbox it can be turned; triggers and pings keep real time."""

    def now(self) -> datetime:
        """An aware moment in UTC."""
        ...

    def seconds_until(self, moment: datetime) -> float:
        """Real seconds until the desk's clock shows `moment`; zero or less when it is past."""
        ...


class NewId(Protocol):
    def __call__(self) -> str:
        """An id that was never given out before; later ids sort after earlier ones."""
        ...


class Wake(Protocol):
    def soon(self) -> None:
        """Something was committed that is to be told or will fall due. Never blocks, never raises."""
        ...


class Limited(Exception):
    """The messenger was asked to wait before it tells this place anything more; nothing was sent."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"asked to wait {seconds:g} s")
        self.seconds = seconds


class Later(Exception):
    """Nothing was sent, and this one may be tried again after a while; others need not wait for it."""

    def __init__(self, seconds: float, why: str) -> None:
        super().__init__(why)
        self.seconds = seconds


class Unreachable(Exception):
    """Nobody could be reached, and nothing was sent."""


class OutcomeUnknown(Exception):
    """It was handed over and no answer came: it may have arrived or not."""


class Undeliverable(Exception):
    """It will never arrive as it is: a channel without the bot, a person who left, a message refused."""


class Messenger(Protocol):
    """Tells people, by Slack."""

    def send(self, rows: Sequence[Waiting]) -> Posted | None:
        """Tells one row, or several for the same place as one bundle; answers where it stands now.

        None: it stands nowhere, as a Home, or as a message that has no purpose any more and was taken down.
        Raises Limited, Later, Unreachable, OutcomeUnknown or Undeliverable.
        """
        ...

    def look_for(self, rows: Sequence[Waiting]) -> Mapping[str, Posted]:
        """Which of these rows, all for the same place, had arrived by an earlier try, and where they stand.

        Raises Later, Unreachable or Undeliverable.
        """
        ...

    def remove_twins(self, outbox_id: str, kept: Posted, thread_ts: str | None = None) -> int:
        """Deletes other messages that carry this outbox id; answers how many there were.

        Raises Later, Unreachable or Undeliverable.
        """
        ...


class Pager(Protocol):
    """Tells people beyond Slack: by e-mail, text message, telephone or another chat."""

    @property
    def ways(self) -> frozenset[Way]:
        """Those for which the operator has named a gateway."""
        ...

    def send(self, way: Way, address: str, *, title: str, body: str) -> None:
        """Hands a short text to the gateway; both texts hold references, priorities and telephones only.

        It comes back within its own deadline, whatever the gateway does. Raises Unreachable when nobody
        answered, OutcomeUnknown when it was handed over without an answer, and Undeliverable for an address
        or a gateway that cannot be used.
        """
        ...
