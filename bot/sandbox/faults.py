"""Injected trouble: what goes wrong, in which method, how often and from when."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from bot.sandbox.clock import real_seconds

ApiKind = Literal[
    "ratelimited",
    "error500",
    "nonsense",
    "slow",
    "silent",
    "silent_after",
    "reset_before",
    "reset_after",
    "late",
    "api_error",
]
SocketKind = Literal["drop", "half_open", "mute", "repeat_next", "delay_next"]
ElseKind = Literal["down", "lose_ack"]
SOCKET_KINDS = frozenset(get_args(SocketKind))
_API_KINDS = frozenset(get_args(ApiKind))


@dataclass(frozen=True, slots=True)
class Fault:
    """`silent` has no effect and no answer, `silent_after` the effect and no answer.

    With `lose_ack` the bot acknowledged what a person did, and they see an error all the same.
    `times` None lasts until it is removed; `after` lets that many calls pass first.
    `seconds` are real: the wait of `slow` and `delay_next`, or until the effect of a `late` call lands;
    without them it waits for `Faults.land_late`. `name` is the error that `api_error` answers with.
    """

    method: str = "*"
    kind: ApiKind | SocketKind | ElseKind = "error500"
    times: int | None = 1
    after: int = 0
    channel: str | None = None
    seconds: float | None = None
    retry_after: int = 1
    name: str = "internal_error"
    late_answer: Literal["error500", "reset"] = "error500"

    def concerns(self, method: str, channel: str | None) -> bool:
        return self.method in ("*", method) and self.channel in (None, channel)


@dataclass(slots=True)
class _Armed:
    fault: Fault
    to_pass: int
    left: int | None


class Faults:
    """Whoever meets a fault takes it here; `disturbed_since` tells later what it may have spoilt."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._armed: list[_Armed] = []
        self._late: list[Callable[[], None]] = []
        self._last_at = float("-inf")
        self._watchers: list[Callable[[Fault], None]] = []

    def __iter__(self) -> Iterator[Fault]:
        with self._lock:
            return iter([armed.fault for armed in self._armed])

    def watch(self, watcher: Callable[[Fault], None]) -> None:
        self._watchers.append(watcher)

    def add(self, fault: Fault) -> Fault:
        with self._lock:
            self._armed.append(_Armed(fault, fault.after, fault.times))
        for watcher in self._watchers:
            watcher(fault)
        return fault

    def remove(self, fault: Fault) -> None:
        with self._lock:
            self._armed = [armed for armed in self._armed if armed.fault is not fault]

    def clear(self) -> None:
        with self._lock:
            if self._armed:
                self._last_at = real_seconds()
            self._armed.clear()
            self._late.clear()

    @property
    def down(self) -> bool:
        """True while nothing of Slack can be reached."""
        with self._lock:
            return any(armed.fault.kind == "down" for armed in self._armed)

    def take_for_call(self, method: str, channel: str | None) -> Fault | None:
        """The fault that this Web API call meets, counted as met."""
        return self._take(lambda fault: fault.kind in _API_KINDS and fault.concerns(method, channel))

    def take_for_envelope(self) -> Fault | None:
        """The fault that the next Socket Mode envelope meets, counted as met."""
        return self._take(lambda fault: fault.kind in SOCKET_KINDS)

    def take_for_ack(self) -> Fault | None:
        """The fault that the next acknowledgement of a person's act meets, counted as met."""
        return self._take(lambda fault: fault.kind == "lose_ack")

    def postpone(self, effect: Callable[[], None]) -> Callable[[], None]:
        """Keep the effect of a `late` call. Returns what lets it happen, once."""

        def land() -> None:
            with self._lock:
                waiting = effect in self._late
                if waiting:
                    self._late.remove(effect)
            if waiting:
                effect()

        with self._lock:
            self._late.append(effect)
        return land

    def land_late(self) -> None:
        """Let every postponed effect happen now."""
        with self._lock:
            effects, self._late = self._late, []
        for effect in effects:
            effect()

    def disturb(self) -> None:
        """Note that something was broken on purpose just now."""
        self._last_at = real_seconds()

    def disturbed_since(self, moment: float) -> bool:
        """Whether trouble was injected after `moment` (real seconds), or lasts."""
        return self._last_at >= moment or self.down

    def _take(self, concerned: Callable[[Fault], bool]) -> Fault | None:
        with self._lock:
            for armed in [each for each in self._armed if concerned(each.fault)]:
                if armed.to_pass > 0:
                    armed.to_pass -= 1
                    continue
                if armed.left is not None:
                    armed.left -= 1
                    if armed.left <= 0:
                        self._armed.remove(armed)
                self._last_at = real_seconds()
                return armed.fault
        return None
