"""Slack-shaped ids that count upwards, so that two runs of one test read alike."""

import itertools
import secrets
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Ids:
    """One counter for all ids of a workspace, and time stamps that never repeat."""

    def __init__(self) -> None:
        self._counter = itertools.count(1)
        self._latest: dict[int, int] = {}  # The last stamp of each second.

    def new(self, prefix: str) -> str:
        """An id such as V0000000012."""
        return f"{prefix}{next(self._counter):010d}"

    def short(self) -> str:
        """What Slack invents for a missing block_id or action_id."""
        return f"b{next(self._counter):04x}"

    def stamp(self, now: datetime) -> str:
        """A message's `ts`: of the virtual clock, to the microsecond; increasing while that goes forward."""
        wanted = (now - _EPOCH) // timedelta(microseconds=1)
        second = wanted // 1_000_000
        stamp = max(wanted, self._latest.get(second, -1) + 1)
        self._latest[second] = stamp
        return f"{stamp // 1_000_000}.{stamp % 1_000_000:06d}"

    def hash(self, now: datetime) -> str:
        """A view's `hash`: another one for each version."""
        return f"{int(now.timestamp())}.{next(self._counter):08x}"


def secret(nbytes: int = 16) -> str:
    """Random, so that a bot left over from an earlier sandbox is a stranger to this one."""
    return secrets.token_hex(nbytes)
