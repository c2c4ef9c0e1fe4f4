"""Slack's rate limits: a message a second and channel, and per minute what a method's tier allows."""

import math
from dataclasses import dataclass, field

from bot.sandbox.clock import VirtualClock, real_seconds

PER_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100}
SPECIAL_PER_MINUTE = 600
MESSAGE_BURST = 5
TOLERANCE_SECONDS = 0.05
POSTING = frozenset({"chat.postMessage"})


@dataclass(frozen=True, slots=True)
class _Moment:
    """A bot may wait by either clock, so a limit counts whichever of the two has moved further."""

    real: float
    virtual: float

    def seconds_to(self, later: "_Moment") -> float:
        return max(later.real - self.real, later.virtual - self.virtual)


@dataclass(slots=True)
class _Bucket:
    capacity: float
    per_second: float
    filled_at: _Moment
    tokens: float = field(init=False)
    held_from: _Moment | None = None
    held_for: float = 0.0

    def __post_init__(self) -> None:
        self.tokens = self.capacity

    def refill(self, now: _Moment) -> None:
        earned = self.filled_at.seconds_to(now) * self.per_second
        self.tokens = min(self.capacity, self.tokens + earned)
        self.filled_at = now

    def held(self, now: _Moment) -> float:
        """Seconds of a Retry-After that are still to be waited for."""
        if self.held_from is None:
            return 0.0
        return max(0.0, self.held_for - self.held_from.seconds_to(now) - TOLERANCE_SECONDS)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`retry_after` is None when the call may pass; `insisted` when it came during a Retry-After."""

    retry_after: float | None = None
    insisted: bool = False


class Limits:
    """Called under the workspace's lock. With `enabled` off only an injected Retry-After counts."""

    def __init__(self, clock: VirtualClock, *, enabled: bool) -> None:
        self.enabled = enabled
        self._clock = clock
        self._buckets: dict[tuple[str, str], _Bucket] = {}

    def clear(self) -> None:
        self._buckets.clear()

    def judge(self, method: str, tier: int | None, channel: str | None) -> Verdict:
        now = self._now()
        bucket = self._bucket(method, tier, channel, now)
        remaining = bucket.held(now)
        if remaining > 0:
            return Verdict(retry_after=remaining, insisted=True)
        if not self.enabled:
            return Verdict()
        bucket.refill(now)
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            return Verdict()
        wait = math.ceil((1 - bucket.tokens) / bucket.per_second)
        return Verdict(retry_after=self._hold(bucket, wait, now))

    def hold(self, method: str, tier: int | None, channel: str | None, seconds: float) -> None:
        """An injected 429: from now on calling again before `seconds` are over is held against the bot."""
        now = self._now()
        self._hold(self._bucket(method, tier, channel, now), seconds, now)

    def _hold(self, bucket: _Bucket, seconds: float, now: _Moment) -> float:
        bucket.held_from, bucket.held_for = now, seconds
        return seconds

    def _bucket(self, method: str, tier: int | None, channel: str | None, now: _Moment) -> _Bucket:
        if method in POSTING:
            key, capacity, per_second = (method, channel or ""), float(MESSAGE_BURST), 1.0
        else:
            per_minute = PER_MINUTE[tier] if tier else SPECIAL_PER_MINUTE
            key, capacity, per_second = (method, ""), float(per_minute), per_minute / 60
        return self._buckets.setdefault(key, _Bucket(capacity, per_second, now))

    def _now(self) -> _Moment:
        return _Moment(real_seconds(), self._clock.now().timestamp())
